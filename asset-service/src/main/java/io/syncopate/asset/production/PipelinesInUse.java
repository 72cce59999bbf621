package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.AvailablePipelines;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pipelines of which somebody sees board and queues: those in reach, and those that assets in
 * reach go through, whoever made them.
 */
public final class PipelinesInUse {

    private static final int AT_ONCE = 200;

    private final AvailablePipelines pipelines;
    private final Assets assets;

    public PipelinesInUse(AvailablePipelines pipelines, Assets assets) {
        this.pipelines = pipelines;
        this.assets = assets;
    }

    /**
     * @throws NotFoundException when there is none, or it is neither in reach nor in use there
     */
    Versioned<Pipeline> get(Reach reach, String id) {
        return pipelines
                .find(reach, id)
                .or(() -> inUse(reach, id))
                .orElseThrow(() -> new NotFoundException("pipeline", "pipelines/" + id));
    }

    /**
     * @param used ids of pipelines that assets in reach go through
     */
    Collection<Versioned<Pipeline>> all(Reach reach, Set<String> used) {
        Map<String, Versioned<Pipeline>> all = new LinkedHashMap<>();
        String token = "";
        do {
            Page<Versioned<Pipeline>> found =
                    pipelines.list(reach, new PageRequest(AT_ONCE, token));
            found.items().forEach(pipeline -> all.put(pipeline.id(), pipeline));
            token = found.nextToken();
        } while (!token.isEmpty());
        Reach tenant = Reach.everything(reach.tenant());
        used.stream()
                .sorted()
                .filter(id -> !all.containsKey(id))
                .flatMap(id -> pipelines.find(tenant, id).stream())
                .forEach(pipeline -> all.put(pipeline.id(), pipeline));
        return List.copyOf(all.values());
    }

    private Optional<Versioned<Pipeline>> inUse(Reach reach, String id) {
        var selection = new Assets.BoardSelection(reach, id, Optional.empty(), Set.of());
        return assets.stageCounts(selection).isEmpty()
                ? Optional.empty()
                : pipelines.find(Reach.everything(reach.tenant()), id);
    }
}
