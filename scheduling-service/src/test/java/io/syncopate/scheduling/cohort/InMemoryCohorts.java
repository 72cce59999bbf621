package io.syncopate.scheduling.cohort;

import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;

public final class InMemoryCohorts extends InMemoryAggregates<Cohort> implements Cohorts {

    public InMemoryCohorts(Clock clock) {
        super("cohorts", clock);
    }
}
