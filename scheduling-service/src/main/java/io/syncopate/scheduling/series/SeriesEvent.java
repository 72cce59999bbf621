package io.syncopate.scheduling.series;

import io.syncopate.kernel.DomainEvent;

import java.time.Instant;

/** What happens to a series. */
public sealed interface SeriesEvent extends DomainEvent {

    record SeriesDrafted() implements SeriesEvent {}

    record SeriesPlanned() implements SeriesEvent {}

    record SeriesPublished(Instant at) implements SeriesEvent {}

    record SeriesDiscarded() implements SeriesEvent {}

    record SeriesDeleted() implements SeriesEvent {}
}
