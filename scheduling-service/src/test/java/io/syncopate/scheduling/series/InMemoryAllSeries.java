package io.syncopate.scheduling.series;

import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

public final class InMemoryAllSeries extends InMemoryAggregates<Series> implements AllSeries {

    public InMemoryAllSeries(Clock clock) {
        super("series", clock);
    }

    @Override
    public Page<Versioned<Series>> visible(Reach reach, PageRequest page) {
        return page(reach, series -> series.stage().isVisible(), page);
    }

    @Override
    public List<Located> unfinished(Instant untouchedSince, int limit) {
        return Stream.of(Callers.ACME, Callers.OTHER)
                .flatMap(
                        tenant ->
                                all(tenant, series -> !series.stage().isVisible()).stream()
                                        .filter(left -> left.updateTime().isBefore(untouchedSince))
                                        .map(left -> new Located(tenant, left.id())))
                .limit(limit)
                .toList();
    }
}
