package io.syncopate.scheduling.rotation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Who carries what over a series, and how far from the best that is.
 *
 * @param loads one per group, in the order of the groups
 * @param bound no rotation has a smaller worst burden
 * @param exact whether all levels are proven: no rotation is fairer, has a smaller total and starts
 *     earlier
 * @param bestFixed the one local time that is best when nothing rotates
 */
public record Fairness(List<Load> loads, Points bound, boolean exact, FixedTime bestFixed) {

    public Fairness {
        loads = List.copyOf(loads);
    }

    /** What each person of a group carries over the series. */
    public record Load(String group, int headCount, Points burden, int offLimitSessions) {}

    /** A local time of the anchor zone, and what the worst-off person would carry. */
    public record FixedTime(int localMinute, Points worst) {}

    /** A burden that somebody carries, and whether it is proven to be the smallest possible. */
    public record Level(Points burden, boolean proven) {}

    /** Burden of the person who carries most. */
    public Points worst() {
        return loads.stream().map(Load::burden).max(Points::compareTo).orElseThrow();
    }

    public boolean worstProven() {
        return worst().equals(bound);
    }

    /** Over all people. */
    public Points total() {
        return new Points(
                loads.stream()
                        .mapToLong(
                                load ->
                                        Math.multiplyExact(
                                                load.burden().thousandths(), load.headCount()))
                        .reduce(0, Math::addExact));
    }

    /** The burdens that differ, the worst first. */
    public List<Level> levels() {
        Points worst = worst();
        return loads.stream()
                .map(Load::burden)
                .distinct()
                .sorted((a, b) -> b.compareTo(a))
                .map(burden -> new Level(burden, exact || (burden.equals(worst) && worstProven())))
                .toList();
    }

    /** How far, as a share of the worst burden, a better rotation could be away at most. */
    public double gap() {
        return worst().equals(Points.ZERO) ? 0 : 1 - bound.value() / worst().value();
    }

    /**
     * Jain's index over people: 1 when all carry the same, 1/n when one carries all; empty when nobody
     * carries anything.
     */
    public OptionalDouble evenness() {
        double people = 0;
        double sum = 0;
        double squares = 0;
        for (Load load : loads) {
            double burden = load.burden().value();
            people += load.headCount();
            sum += load.headCount() * burden;
            squares += load.headCount() * burden * burden;
        }
        return sum > 0 ? OptionalDouble.of(sum * sum / (people * squares)) : OptionalDouble.empty();
    }
}
