package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;

/** Something that stands in the way of one workflow, and what would have to be different. */
public record Gap(
        String rule,
        Step step,
        Workflow workflow,
        Severity severity,
        String missing,
        String closing,
        Source source) {

    static Gap of(FeasibilityRule rule, Workflow workflow) {
        return new Gap(
                rule.id(),
                rule.step(),
                workflow,
                rule.severity(),
                rule.gap(),
                rule.closing(),
                rule.source());
    }
}
