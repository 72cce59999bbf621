package io.syncopate.assessment.model;

import java.util.List;
import java.util.Map;

/**
 * One thing that speaks for or against workflows.
 *
 * @param step where the decision process asks for it
 * @param when how far it holds
 * @param evidence what it says when it holds fully
 * @param reason in words for the owner of a programme
 * @param mitigations what softens it, for the workflow that is chosen in spite of it
 */
public record Criterion(
        String id,
        Step step,
        Expression when,
        Evidence evidence,
        String reason,
        Map<Workflow, List<String>> mitigations,
        Source source) {

    public Criterion {
        mitigations = Map.copyOf(mitigations);
        if (evidence.spread() == 0) {
            throw new ModelRefusedException(
                    "criterion " + id,
                    "its evidence is the same for all workflows and decides nothing");
        }
    }
}
