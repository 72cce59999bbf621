package io.syncopate.scheduling.series;

import io.syncopate.kernel.DomainEvent;

import java.time.Instant;

/** What happens to a session. */
public sealed interface SessionEvent extends DomainEvent {

    record SessionScheduled(Instant start, Instant end) implements SessionEvent {}

    record SessionDeleted() implements SessionEvent {}
}
