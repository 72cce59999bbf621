package io.syncopate.assessment.program;

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

    record ProgramDeleted() implements ProgramEvent {}
}
