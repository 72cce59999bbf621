package io.syncopate.starter.operation;

import io.syncopate.kernel.DomainEvent;

/** What happened to an operation. What it was asked and what it answers is not in the log. */
sealed interface OperationEvent extends DomainEvent {

    record OperationStarted() implements OperationEvent {}

    record OperationCancelRequested() implements OperationEvent {}

    record OperationSucceeded() implements OperationEvent {}

    record OperationFailed() implements OperationEvent {}

    record OperationDeleted() implements OperationEvent {}
}
