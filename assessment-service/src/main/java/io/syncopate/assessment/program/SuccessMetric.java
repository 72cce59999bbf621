package io.syncopate.assessment.program;

import io.syncopate.assessment.review.Goal;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One way to tell whether a programme worked.
 *
 * @param target the value to reach, in {@code unit}
 * @param baseline what it is compared with
 */
public record SuccessMetric(
        Metric metric, double target, String unit, Optional<Baseline> baseline) {

    public SuccessMetric {
        if (!Double.isFinite(target) || target < 0) {
            throw new InvalidException(
                    "program.success_metrics.target", target, "0 or more for %s".formatted(metric));
        }
    }

    /**
     * An earlier run, or what is usual elsewhere.
     *
     * @param value in the metric's unit
     * @param source where it is from
     */
    public record Baseline(double value, Kind kind, String source) {
        public enum Kind {
            EARLIER_RUN,
            BENCHMARK
        }
    }

    /** The guide's five metrics, each in the unit in which outcomes measure it. */
    public enum Metric {
        COMPLETION("percent", 0, 100),
        ASSESSMENT_SCORE("percent", 0, 100),
        SATISFACTION("points", 1, 5),
        TIME_TO_PROFICIENCY("days", 0, 3650),
        APPLICATION("percent", 0, 100);

        private final String unit;
        private final double least;
        private final double most;

        Metric(String unit, double least, double most) {
            this.unit = unit;
            this.least = least;
            this.most = most;
        }

        public boolean lowerIsBetter() {
            return this == TIME_TO_PROFICIENCY;
        }

        private boolean takes(double value) {
            return least <= value && value <= most;
        }

        private String range() {
            return "%s to %s %s for %s".formatted(number(least), number(most), unit, this);
        }

        private static String number(double value) {
            return Long.toString(Math.round(value));
        }
    }

    /** Against which a run is held. */
    public Goal goal() {
        return new Goal(
                metric.lowerIsBetter(),
                target,
                baseline.map(Baseline::value)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()));
    }

    /**
     * In a unit and within bounds that outcomes can be compared with. What was stored before this was
     * asked for may be otherwise, so it is asked for when a metric is stated.
     *
     * @throws InvalidException when it is not
     */
    public static SuccessMetric stated(SuccessMetric metric) {
        Metric what = metric.metric();
        if (!metric.unit().equals(what.unit)) {
            throw new InvalidException(
                    "program.success_metrics.unit",
                    metric.unit(),
                    "'%s' for %s".formatted(what.unit, what));
        }
        if (!what.takes(metric.target())) {
            throw new InvalidException(
                    "program.success_metrics.target", metric.target(), what.range());
        }
        metric.baseline()
                .map(Baseline::value)
                .filter(value -> !what.takes(value))
                .ifPresent(
                        value -> {
                            throw new InvalidException(
                                    "program.success_metrics.baseline", value, what.range());
                        });
        return metric;
    }

    /** What a launch needs of it beside a target. */
    Optional<Violation> missing() {
        return baseline.isPresent()
                ? Optional.empty()
                : Optional.of(
                        Violation.missing(
                                "success_metrics.%s.baseline".formatted(metric),
                                "the figure of an earlier run, or a benchmark"));
    }
}
