package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.DomainEvent;

/** What happens to a cohort. */
public sealed interface CohortEvent extends DomainEvent {

    record CohortCreated() implements CohortEvent {}

    record CohortUpdated() implements CohortEvent {}

    record CohortClosed() implements CohortEvent {}

    record CohortReopened() implements CohortEvent {}

    record CohortDeleted() implements CohortEvent {}
}
