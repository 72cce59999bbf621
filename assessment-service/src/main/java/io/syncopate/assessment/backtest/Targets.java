package io.syncopate.assessment.backtest;

import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.program.SuccessMetric.Metric;
import io.syncopate.assessment.review.Measurement;

import java.util.List;
import java.util.Optional;

/** Whether an outcome reached what was to be reached. */
final class Targets {

    private Targets() {}

    /** Every metric that was measured; empty when none was. */
    static Optional<Boolean> reached(List<SuccessMetric> metrics, Outcome outcome) {
        List<SuccessMetric> measured =
                metrics.stream()
                        .filter(metric -> value(metric.metric(), outcome).isPresent())
                        .toList();
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(measured.stream().allMatch(metric -> reached(metric, outcome)));
    }

    private static boolean reached(SuccessMetric metric, Outcome outcome) {
        double value = value(metric.metric(), outcome).orElseThrow();
        return metric.metric() == Metric.TIME_TO_PROFICIENCY
                ? value <= metric.target()
                : value >= metric.target();
    }

    private static Optional<Double> value(Metric metric, Outcome outcome) {
        return outcome.measures().of(metric).map(Measurement::value);
    }
}
