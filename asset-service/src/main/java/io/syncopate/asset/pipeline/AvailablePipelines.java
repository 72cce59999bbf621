package io.syncopate.asset.pipeline;

import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The pipelines that a tenant can use: the shipped one, and those that it made. The shipped one is
 * stored for a tenant only when the tenant changes it; until then it is version 0.
 */
public final class AvailablePipelines {

    private static final Instant SHIPPED = Instant.parse("2026-05-01T00:00:00Z");
    private static final Versioned<Pipeline> STANDARD =
            new Versioned<>(StandardPipeline.ID, StandardPipeline.get(), 0, SHIPPED, SHIPPED);

    /** Page token of the tenant's own ones, when the shipped one alone has filled a page. */
    private static final String OWN = "own";

    private final Pipelines stored;

    public AvailablePipelines(Pipelines stored) {
        this.stored = stored;
    }

    /**
     * @throws io.syncopate.kernel.NotFoundException when the tenant has none with this id
     */
    public Versioned<Pipeline> get(TenantId tenant, String id) {
        return id.equals(StandardPipeline.ID)
                ? stored.find(tenant, id).orElse(STANDARD)
                : stored.get(tenant, id);
    }

    /** The shipped one first, while it is as it was shipped. */
    public Page<Versioned<Pipeline>> list(TenantId tenant, PageRequest page) {
        if (page.token().equals(OWN)) {
            return stored.list(tenant, new PageRequest(page.size(), ""));
        }
        if (!page.token().isEmpty() || stored.find(tenant, StandardPipeline.ID).isPresent()) {
            return stored.list(tenant, page);
        }
        if (page.size() == 1) {
            boolean more = !stored.list(tenant, page).items().isEmpty();
            return new Page<>(List.of(STANDARD), more ? OWN : "");
        }
        Page<Versioned<Pipeline>> rest = stored.list(tenant, new PageRequest(page.size() - 1, ""));
        var items = new ArrayList<>(List.of(STANDARD));
        items.addAll(rest.items());
        return new Page<>(items, rest.nextToken());
    }

    /**
     * @throws AlreadyExistsException when the id is taken
     */
    public Versioned<Pipeline> create(Command by, String id, Pipeline pipeline) {
        if (id.equals(StandardPipeline.ID)) {
            throw new AlreadyExistsException("pipeline", "pipelines/" + id);
        }
        return stored.add(by, id, pipeline, new PipelineEvent.PipelineCreated());
    }

    /**
     * Campaigns that have begun keep the pipeline that they began with.
     *
     * @throws StaleEtagException when the etag is not that of the current version
     */
    public Versioned<Pipeline> update(
            Command by, String id, String etag, UnaryOperator<Pipeline> change) {
        return stored.answered(by, id)
                .orElseGet(
                        () -> {
                            Versioned<Pipeline> before = get(by.tenant(), id);
                            Etags.check(etag, before);
                            Pipeline after = change.apply(before.value());
                            return before.version() == 0
                                    ? ownStandard(by, before, after)
                                    : stored.change(
                                            by, before, after, new PipelineEvent.PipelineUpdated());
                        });
    }

    private Versioned<Pipeline> ownStandard(
            Command by, Versioned<Pipeline> before, Pipeline after) {
        try {
            return stored.add(by, before.id(), after, new PipelineEvent.PipelineUpdated());
        } catch (AlreadyExistsException _) {
            String current = stored.get(by.tenant(), before.id()).etag();
            throw new StaleEtagException("pipelines/" + before.id(), before.etag(), current);
        }
    }
}
