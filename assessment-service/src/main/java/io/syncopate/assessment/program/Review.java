package io.syncopate.assessment.program;

import io.syncopate.assessment.review.Cause;
import io.syncopate.assessment.review.Diagnosis;
import io.syncopate.assessment.review.Diagnosis.Likelihood;
import io.syncopate.assessment.review.Goal.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run says about its programme.
 *
 * @param outcome id of the run's
 * @param earlier ids of those before it, the latest first
 * @param diagnosis empty when no goal was missed
 */
public record Review(
        String outcome,
        List<String> earlier,
        List<Compared> comparisons,
        Optional<Diagnosis> diagnosis) {

    public Review {
        earlier = List.copyOf(earlier);
        comparisons = List.copyOf(comparisons);
    }

    /** What to do next. */
    public List<String> advice() {
        var advice = new ArrayList<String>();
        if (comparisons.stream().anyMatch(each -> each.verdict() == Verdict.NOT_MEASURED)) {
            advice.add("Measure what was promised to be measured: a goal nobody looks at is none.");
        }
        if (diagnosis.isEmpty()) {
            advice.add("No goal was missed: keep the journey, and look again at the next cohort.");
            return advice;
        }
        List<Cause> likely =
                diagnosis.get().findings().stream()
                        .filter(each -> each.likelihood() == Likelihood.LIKELY)
                        .map(Diagnosis.Finding::cause)
                        .toList();
        likely.stream().map(Cause::advice).forEach(advice::add);
        if (likely.isEmpty()) {
            advice.add(
                    "Nothing that was measured points to a cause: ask for what is listed before"
                            + " anything is changed.");
        } else {
            advice.add("Change one thing at a time, so that the next run tells what it did.");
        }
        return advice;
    }
}
