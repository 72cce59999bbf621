package io.syncopate.asset.pipeline;

import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What every tenant has from the start, each as version 0 of itself. */
final class ShippedPipelines {

    private static final Instant SINCE = Instant.parse("2026-05-01T00:00:00Z");

    static final List<Versioned<Pipeline>> ALL =
            List.of(
                    shipped(StandardPipeline.ID, StandardPipeline.get()),
                    shipped(HybridPipeline.ID, HybridPipeline.get()));

    private ShippedPipelines() {}

    static Optional<Versioned<Pipeline>> find(String id) {
        return ALL.stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
    }

    private static Versioned<Pipeline> shipped(String id, Pipeline pipeline) {
        return new Versioned<>(id, "pipelines/" + id, pipeline, 0, SINCE, SINCE);
    }
}
