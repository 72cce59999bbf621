package io.syncopate.assessment.program;

import io.syncopate.assessment.review.Signal;
import io.syncopate.kernel.DomainEvent;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one cohort's run measured.
 *
 * @param program id of the programme
 * @param assessment id of the one under which the cohort ran
 * @param signals that help to find out why a goal was missed
 */
public record Outcome(
        String program,
        String assessment,
        Run run,
        Measures measures,
        Map<Signal, Double> signals,
        String notes) {

    public Outcome {
        signals = signals.isEmpty() ? Map.of() : new EnumMap<>(signals);
    }

    /** Under which it is kept: ids of outcomes are their programme's. */
    public static String key(String program, String outcome) {
        return program + "/" + outcome;
    }

    /** An outcome was recorded. */
    public record OutcomeRecorded(String program, String cohort) implements DomainEvent {}
}
