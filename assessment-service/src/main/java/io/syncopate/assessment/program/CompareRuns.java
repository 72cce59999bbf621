package io.syncopate.assessment.program;

import io.syncopate.assessment.program.SuccessMetric.Metric;
import io.syncopate.assessment.review.Diagnosis;
import io.syncopate.assessment.review.Goal;
import io.syncopate.assessment.review.Goal.Verdict;
import io.syncopate.assessment.review.Measurement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run against its goals and the runs before it. */
record CompareRuns(List<SuccessMetric> metrics, Outcome run, List<Outcome> earlier) {

    List<Compared> comparisons() {
        return metrics.stream().map(this::compared).toList();
    }

    /** Empty when no goal was missed. */
    Optional<Diagnosis> diagnosis(List<Compared> comparisons) {
        return comparisons.stream().anyMatch(each -> each.verdict().missed())
                ? Optional.of(Diagnosis.of(run.signals(), patterns(comparisons)))
                : Optional.empty();
    }

    private Compared compared(SuccessMetric metric) {
        return run.measures()
                .of(metric.metric())
                .map(measured -> compared(metric, measured))
                .orElseGet(
                        () ->
                                new Compared(
                                        metric,
                                        Optional.empty(),
                                        Verdict.NOT_MEASURED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of("The run did not measure it.")));
    }

    private Compared compared(SuccessMetric metric, Measurement measured) {
        Goal goal = metric.goal();
        List<Measurement> before =
                earlier.stream()
                        .flatMap(each -> each.measures().of(metric.metric()).stream())
                        .toList();
        return new Compared(
                metric,
                Optional.of(measured),
                goal.verdict(measured),
                goal.againstBaseline(measured),
                goal.against(measured, before),
                notes(metric.metric(), measured));
    }

    private static List<String> notes(Metric metric, Measurement measured) {
        var notes = new ArrayList<String>();
        if (measured.interval().isEmpty()) {
            notes.add(
                    switch (metric) {
                        case TIME_TO_PROFICIENCY ->
                                "A median says nothing of how sure it is without the single"
                                        + " values.";
                        case APPLICATION, COMPLETION ->
                                "Say how many were asked, to know how sure it is.";
                        case ASSESSMENT_SCORE, SATISFACTION ->
                                "Say how many it comes from and their standard deviation, to know"
                                        + " how sure it is.";
                    });
        }
        return notes;
    }

    private static Set<Diagnosis.Pattern> patterns(List<Compared> comparisons) {
        Map<Metric, Verdict> verdicts = new EnumMap<>(Metric.class);
        comparisons.forEach(each -> verdicts.put(each.metric().metric(), each.verdict()));
        Verdict completion = verdicts.getOrDefault(Metric.COMPLETION, Verdict.NOT_MEASURED);
        Verdict score = verdicts.getOrDefault(Metric.ASSESSMENT_SCORE, Verdict.NOT_MEASURED);
        Set<Diagnosis.Pattern> patterns = EnumSet.noneOf(Diagnosis.Pattern.class);
        if (completion.met() && score.missed()) {
            patterns.add(Diagnosis.Pattern.FINISH_WITHOUT_LEARNING);
        }
        if (completion.missed() && score.met()) {
            patterns.add(Diagnosis.Pattern.LEARN_WITHOUT_FINISHING);
        }
        return patterns;
    }
}
