package io.syncopate.assessment.review;

/** What lies between two values, in the unit of what is measured; 95 % confidence. */
public record Interval(double low, double high) {

    boolean contains(double value) {
        return low <= value && value <= high;
    }

    Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }
}
