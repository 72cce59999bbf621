package io.syncopate.assessment.program;

import io.syncopate.kernel.InvalidException;

import java.util.OptionalDouble;

/**
 * One way to tell whether a programme worked.
 *
 * @param target the value to reach, in {@code unit}
 * @param baseline of an earlier run or a benchmark, in {@code unit}
 */
public record SuccessMetric(Metric metric, double target, String unit, OptionalDouble baseline) {

    public SuccessMetric {
        if (!Double.isFinite(target) || target < 0) {
            throw new InvalidException(
                    "program.success_metrics.target", target, "0 or more for %s".formatted(metric));
        }
    }

    /** The guide's five metrics. */
    public enum Metric {
        COMPLETION,
        ASSESSMENT_SCORE,
        SATISFACTION,
        TIME_TO_PROFICIENCY,
        APPLICATION
    }
}
