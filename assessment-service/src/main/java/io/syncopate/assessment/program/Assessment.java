package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.learner.Calendar;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.kernel.DomainEvent;

import java.time.LocalDate;

/**
 * The answer for one version of a programme's brief. It never changes.
 *
 * @param program id of the programme
 * @param programEtag of the version that was scored
 */
public record Assessment(String program, String programEtag, Brief brief, Answer answer) {

    /** Under which it is kept: ids of assessments are their programme's. */
    public static String key(String program, String assessment) {
        return program + "/" + assessment;
    }

    /** When learners meet what it plans, from a first day on; at the cadence of the brief that was scored. */
    Calendar calendar(LocalDate start) {
        return new Calendar(start, everyWeeks(), answer.journey());
    }

    /** From one session to the next. */
    int everyWeeks() {
        return (int) brief.number("audience.live_time.every_weeks").orElse(1);
    }

    /** An assessment was made. */
    public record AssessmentMade(String program, Workflow recommended) implements DomainEvent {}
}
