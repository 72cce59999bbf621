package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.Reminder;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.kernel.DomainEvent;

import java.time.LocalDate;

/** What happened to a programme. */
public sealed interface ProgramEvent extends DomainEvent {

    record ProgramCreated() implements ProgramEvent {}

    record ProgramUpdated() implements ProgramEvent {}

    record ProgramAssessed(String assessment, Workflow recommended) implements ProgramEvent {}

    record AssessmentAccepted(String assessment) implements ProgramEvent {}

    record PilotPlanned(LocalDate start, LocalDate end) implements ProgramEvent {}

    record PilotRecorded(int feedback, int findings) implements ProgramEvent {}

    record PilotEnded(int findings) implements ProgramEvent {}

    record LaunchStarted(String assessment) implements ProgramEvent {}

    record LaunchResumed() implements ProgramEvent {}

    record LaunchStepAsked(LaunchStep.Kind step, int attempt) implements ProgramEvent {}

    record LaunchStepTaken(LaunchStep.Kind step, LaunchStep.State state, String resource)
            implements ProgramEvent {}

    record LaunchCancelling() implements ProgramEvent {}

    record LaunchCancelled() implements ProgramEvent {}

    record WorkflowSwitched(String assessment, Workflow recommended) implements ProgramEvent {}

    record ProgramReviewed(String outcome, LocalDate next) implements ProgramEvent {}

    /**
     * Learners are to be told where they stand.
     *
     * @param skipped reminders that became due before it and were not told, as their weeks are over
     * @param activities of the journey, of which the reminder says how many are done by now
     */
    record ReminderDue(Reminder reminder, int skipped, int activities) implements ProgramEvent {}

    /** The journey that it runs by now is over sooner than the one that it was launched with. */
    record RemindersEnded() implements ProgramEvent {}

    record ProgramDeleted() implements ProgramEvent {}
}
