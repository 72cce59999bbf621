package io.syncopate.assessment.lint;

import io.syncopate.assessment.scoring.Answer;

import java.util.List;

/**
 * What was found, errors first and then in the order of the checks.
 *
 * @param answer for whose workflow the plan was read
 */
public record LintReport(List<Finding> findings, Answer answer) {

    public LintReport {
        findings = List.copyOf(findings);
    }
}
