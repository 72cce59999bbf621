package io.syncopate.assessment.review;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was wanted before the launch.
 *
 * @param lowerIsBetter as of days
 * @param baseline an earlier run or a benchmark
 */
public record Goal(boolean lowerIsBetter, double target, OptionalDouble baseline) {

    public enum Verdict {
        MET,
        MET_UNSURE,
        MISSED_UNSURE,
        MISSED,
        NOT_MEASURED;

        public boolean missed() {
            return this == MISSED || this == MISSED_UNSURE;
        }

        public boolean met() {
            return this == MET || this == MET_UNSURE;
        }
    }

    public enum Change {
        BETTER,
        WORSE,
        NOT_CLEAR
    }

    /** What earlier runs measured together, and how the run differs. */
    public record Earlier(
            double value,
            int runs,
            double difference,
            Optional<Interval> interval,
            Change change) {}

    public Verdict verdict(Measurement measured) {
        double value = measured.value();
        boolean met = lowerIsBetter ? value <= target : value >= target;
        // A value that is just the target is reached, however wide the interval.
        boolean sure =
                measured.interval().filter(interval -> !interval.contains(target)).isPresent();
        if (met) {
            return sure ? Verdict.MET : Verdict.MET_UNSURE;
        }
        return sure ? Verdict.MISSED : Verdict.MISSED_UNSURE;
    }

    public Optional<Change> againstBaseline(Measurement measured) {
        return baseline.stream()
                .mapToObj(
                        known ->
                                change(
                                        measured.interval()
                                                .map(
                                                        each ->
                                                                new Interval(
                                                                        each.low() - known,
                                                                        each.high() - known))))
                .findFirst();
    }

    /** Empty when no earlier run measured it. */
    public Optional<Earlier> against(Measurement measured, List<Measurement> earlier) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Measurement before = Measurement.together(earlier);
        Optional<Interval> interval = measured.less(before);
        return Optional.of(
                new Earlier(
                        before.value(),
                        earlier.size(),
                        measured.value() - before.value(),
                        interval,
                        change(interval)));
    }

    private Change change(Optional<Interval> difference) {
        if (difference.filter(each -> !each.contains(0)).isEmpty()) {
            return Change.NOT_CLEAR;
        }
        boolean higher = difference.get().low() > 0;
        return higher == lowerIsBetter ? Change.WORSE : Change.BETTER;
    }
}
