package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.DomainEvent;

/** What happens to a participant. */
public sealed interface ParticipantEvent extends DomainEvent {

    record ParticipantJoined() implements ParticipantEvent {}

    record ParticipantLeft() implements ParticipantEvent {}
}
