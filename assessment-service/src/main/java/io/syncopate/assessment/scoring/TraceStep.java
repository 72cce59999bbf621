package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;

import java.util.List;

/**
 * One step of the decision.
 *
 * @param remaining workflows still open after it
 * @param closed by it, each with its reason
 */
public record TraceStep(
        Step step, List<String> findings, List<Workflow> remaining, List<Closed> closed) {

    public TraceStep {
        findings = List.copyOf(findings);
        remaining = List.copyOf(remaining);
        closed = List.copyOf(closed);
    }

    /** A workflow that the step closed. */
    public record Closed(Workflow workflow, String reason) {}
}
