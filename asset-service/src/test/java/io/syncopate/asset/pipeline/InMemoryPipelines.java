package io.syncopate.asset.pipeline;

import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;

/** The port without a store. */
public final class InMemoryPipelines extends InMemoryAggregates<Pipeline> implements Pipelines {

    public InMemoryPipelines(Clock clock) {
        super("pipelines", clock);
    }
}
