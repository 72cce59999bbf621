package io.syncopate.assessment.lint;

import io.syncopate.assessment.program.SuccessMetric;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether anybody will be able to tell that it worked. */
final class MetricsCheck implements Check {

    @Override
    public Stream<Finding> in(Plan plan) {
        return plan.metrics().stream().flatMap(MetricsCheck::of);
    }

    private static Stream<Finding> of(List<SuccessMetric> metrics) {
        if (metrics.isEmpty()) {
            return Stream.of(
                    finding(
                            "metrics-unset",
                            Severity.ERROR,
                            "success_metrics",
                            "No success metric is set, and it cannot be launched without one:"
                                    + " nobody could tell whether it worked.",
                            "Set at least one of completion, assessment score, satisfaction, time"
                                    + " to proficiency and application, with a target."));
        }
        return IntStream.range(0, metrics.size())
                .filter(i -> metrics.get(i).baseline().isEmpty())
                .mapToObj(
                        i ->
                                finding(
                                        "baseline-unset",
                                        Severity.INFO,
                                        "success_metrics[%d].baseline".formatted(i),
                                        "%s has a target and nothing to compare it with."
                                                .formatted(metrics.get(i).metric()),
                                        "State the value of an earlier run or a benchmark."));
    }

    private static Finding finding(
            String id, Severity severity, String path, String text, String remedy) {
        return new Finding(
                id,
                severity,
                path,
                text,
                remedy,
                Finding.source(
                        "L-071",
                        "Questions, success: define metrics before launch, compare with benchmarks"
                                + " or previous iterations"));
    }
}
