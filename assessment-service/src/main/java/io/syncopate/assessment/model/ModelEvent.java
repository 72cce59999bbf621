package io.syncopate.assessment.model;

import io.syncopate.kernel.DomainEvent;

/** What happened to a model of a tenant. */
public sealed interface ModelEvent extends DomainEvent {

    record DecisionModelCreated() implements ModelEvent {}

    record DecisionModelSaved(int version) implements ModelEvent {}

    record DecisionModelDeleted() implements ModelEvent {}

    record DecisionModelUndeleted() implements ModelEvent {}

    /** A save was superseded; it is kept as it was. */
    record DecisionModelVersionKept(String model, int version) implements ModelEvent {}

    record DefaultDecisionModelChosen(String model) implements ModelEvent {}
}
