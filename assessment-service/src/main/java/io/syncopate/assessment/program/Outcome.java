package io.syncopate.assessment.program;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What one cohort's run measured.
 *
 * @param program id of the programme
 * @param assessment id of the one under which the cohort ran
 * @param assessmentScore mean, in percent
 * @param satisfaction mean, from 1 to 5
 * @param daysToProficiency median
 * @param applicationPercent of learners who use it on the job
 */
public record Outcome(
        String program,
        String assessment,
        String cohort,
        LocalDate start,
        LocalDate end,
        int enrolled,
        int completed,
        OptionalDouble assessmentScore,
        OptionalDouble satisfaction,
        OptionalDouble daysToProficiency,
        OptionalDouble applicationPercent,
        String notes) {

    public Outcome {
        if (enrolled < 1) {
            throw new InvalidException("outcome.enrolled", enrolled, "1 or more");
        }
        if (completed < 0 || completed > enrolled) {
            throw new InvalidException(
                    "outcome.completed", completed, "0 to %d, those enrolled".formatted(enrolled));
        }
        if (end.isBefore(start)) {
            throw new InvalidException("outcome.end_date", end, "%s or later".formatted(start));
        }
    }

    /** Under which it is kept: ids of outcomes are their programme's. */
    public static String key(String program, String outcome) {
        return program + "/" + outcome;
    }

    public double completionPercent() {
        return 100.0 * completed / enrolled;
    }

    /** An outcome was recorded. */
    public record OutcomeRecorded(String program, String cohort) implements DomainEvent {}
}
