package io.syncopate.asset.pipeline;

import io.syncopate.kernel.DomainEvent;

/** What happened to a pipeline. */
public sealed interface PipelineEvent extends DomainEvent {

    record PipelineCreated() implements PipelineEvent {}

    record PipelineUpdated() implements PipelineEvent {}
}
