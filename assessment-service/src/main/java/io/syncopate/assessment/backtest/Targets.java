package io.syncopate.assessment.backtest;

import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.review.Goal.Verdict;

import java.util.List;
import java.util.Optional;

/** Whether an outcome reached what was to be reached. */
final class Targets {

    private Targets() {}

    /** Every metric that was measured; empty when none was. */
    static Optional<Boolean> reached(List<SuccessMetric> metrics, Outcome outcome) {
        List<Verdict> verdicts =
                metrics.stream()
                        .flatMap(
                                metric ->
                                        outcome
                                                .measures()
                                                .of(metric.metric())
                                                .map(metric.goal()::verdict)
                                                .stream())
                        .toList();
        return verdicts.isEmpty()
                ? Optional.empty()
                : Optional.of(verdicts.stream().allMatch(Verdict::met));
    }
}
