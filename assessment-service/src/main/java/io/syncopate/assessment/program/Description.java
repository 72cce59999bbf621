package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.learner.LearnerInformation;
import io.syncopate.kernel.InvalidException;

import java.util.HashSet;
import java.util.List;

/** What the owner of a programme says about it. */
public record Description(
        String displayName,
        Brief brief,
        List<SuccessMetric> metrics,
        LearnerInformation information,
        Flexibility flexibility) {

    public Description {
        metrics = List.copyOf(metrics);
        if (displayName.isBlank()) {
            throw InvalidException.missing("program.display_name", "a name");
        }
        refuseRepeated(metrics);
    }

    private static void refuseRepeated(List<SuccessMetric> metrics) {
        var seen = new HashSet<SuccessMetric.Metric>();
        for (SuccessMetric each : metrics) {
            if (!seen.add(each.metric())) {
                throw new InvalidException(
                        "program.success_metrics", each.metric(), "each metric once");
            }
        }
    }
}
