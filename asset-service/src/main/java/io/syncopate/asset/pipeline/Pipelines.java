package io.syncopate.asset.pipeline;

import io.syncopate.kernel.Aggregates;

/** Keeps the pipelines that tenants have made or changed. */
public interface Pipelines extends Aggregates<Pipeline> {}
