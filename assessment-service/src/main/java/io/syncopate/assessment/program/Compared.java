package io.syncopate.assessment.program;

import io.syncopate.assessment.review.Goal;
import io.syncopate.assessment.review.Measurement;

import java.util.List;
import java.util.Optional;

/**
 * One success metric in a run.
 *
 * @param measured empty where it was not
 * @param earlier empty where no earlier run measured it
 */
public record Compared(
        SuccessMetric metric,
        Optional<Measurement> measured,
        Goal.Verdict verdict,
        Optional<Goal.Change> baseline,
        Optional<Goal.Earlier> earlier,
        List<String> notes) {

    public Compared {
        notes = List.copyOf(notes);
    }
}
