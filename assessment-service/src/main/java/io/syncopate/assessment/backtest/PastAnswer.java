package io.syncopate.assessment.backtest;

import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.program.Assessment;

import java.util.Optional;

/**
 * The latest answer that a programme got.
 *
 * @param program its id
 * @param assessmentId of the answer
 * @param came what came of the programme; empty where nothing was measured
 */
public record PastAnswer(
        String program,
        String displayName,
        String assessmentId,
        Assessment assessment,
        Optional<Came> came) {

    /**
     * What came of it.
     *
     * @param ran the workflow that it ran with
     * @param reached whether every target that was measured was reached
     */
    public record Came(Workflow ran, boolean reached) {

        /** Recommend what worked, and something else than what did not. */
        boolean agreesWith(Workflow recommended) {
            return (recommended == ran) == reached;
        }
    }
}
