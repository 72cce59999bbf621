package io.syncopate.assessment.cost;

/** In minor units, in three scenarios. */
public record Amount(long low, long likely, long high) {

    static final Amount NOTHING = new Amount(0, 0, 0);

    Amount plus(Amount other) {
        return new Amount(
                Math.addExact(low, other.low),
                Math.addExact(likely, other.likely),
                Math.addExact(high, other.high));
    }
}
