package io.syncopate.asset.pipeline;

import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The pipelines that a tenant can use: the shipped ones, and those that it made. A shipped one is
 * stored for a tenant only when the tenant changes it; until then it is version 0.
 */
public final class AvailablePipelines {

    /** Begins the page token of a list that has not come to the tenant's own ones; a number follows. */
    private static final String SHIPPED = "shipped-";

    private final Pipelines stored;

    public AvailablePipelines(Pipelines stored) {
        this.stored = stored;
    }

    /**
     * @throws io.syncopate.kernel.NotFoundException when none with this id is in reach
     */
    public Versioned<Pipeline> get(Reach reach, String id) {
        return ofAll(reach.tenant(), id).orElseGet(() -> stored.get(reach, id));
    }

    public Optional<Versioned<Pipeline>> find(Reach reach, String id) {
        return ofAll(reach.tenant(), id).or(() -> stored.find(reach, id));
    }

    /** Everybody sees a shipped one, whoever changed it. */
    private Optional<Versioned<Pipeline>> ofAll(TenantId tenant, String id) {
        return ShippedPipelines.find(id).map(shipped -> stored.find(tenant, id).orElse(shipped));
    }

    /**
     * The shipped ones first; who reaches the whole tenant finds those that it changed in the order
     * of creation of the others.
     */
    public Page<Versioned<Pipeline>> list(Reach reach, PageRequest page) {
        if (!page.token().isEmpty() && !page.token().startsWith(SHIPPED)) {
            return stored.list(reach, page);
        }
        List<Versioned<Pipeline>> shipped =
                ShippedPipelines.ALL.stream()
                        .map(pipeline -> get(reach, pipeline.id()))
                        .filter(
                                pipeline ->
                                        pipeline.version() == 0
                                                || !reach.covers(pipeline.ownership()))
                        .toList();
        int from = page.token().isEmpty() ? 0 : position(page.token(), shipped.size());
        int to = Math.min(from + page.size(), shipped.size());
        var items = new ArrayList<>(shipped.subList(from, to));
        int room = page.size() - items.size();
        if (room == 0) {
            boolean more =
                    to < shipped.size()
                            || !stored.list(reach, new PageRequest(1, "")).items().isEmpty();
            return new Page<>(items, more ? SHIPPED + to : "");
        }
        Page<Versioned<Pipeline>> own = stored.list(reach, new PageRequest(room, ""));
        items.addAll(own.items());
        return new Page<>(items, own.nextToken());
    }

    /** Where a list goes on; what lies beyond its end goes on with the tenant's own ones. */
    private static int position(String token, int shipped) {
        try {
            int position = Integer.parseInt(token.substring(SHIPPED.length()));
            if (position >= 0) {
                return Math.min(position, shipped);
            }
        } catch (NumberFormatException _) {
            // Falls through: the token is not one of ours.
        }
        throw InvalidException.pageToken(token);
    }

    /**
     * @throws AlreadyExistsException when the id is taken
     */
    public Versioned<Pipeline> create(
            Command by, Ownership ownership, String id, Pipeline pipeline) {
        if (ShippedPipelines.find(id).isPresent()) {
            throw new AlreadyExistsException("pipeline", "pipelines/" + id);
        }
        return stored.add(by, ownership, id, pipeline, new PipelineEvent.PipelineCreated());
    }

    /**
     * Campaigns that have begun keep the pipeline that they began with.
     *
     * @throws StaleEtagException when the etag is not that of the current version
     * @throws PipelineException.PipelineOfAll when it is a shipped one and the caller reaches less
     *     than the tenant
     */
    public Versioned<Pipeline> update(
            Command by, String id, String etag, UnaryOperator<Pipeline> change) {
        requireMayChange(by, id);
        return stored.answered(by, id)
                .orElseGet(
                        () -> {
                            Versioned<Pipeline> before = get(by.reach(), id);
                            Etags.check(etag, before);
                            Pipeline after = change.apply(before.value());
                            return before.version() == 0
                                    ? ownShipped(by, before, after)
                                    : stored.change(
                                            by, before, after, new PipelineEvent.PipelineUpdated());
                        });
    }

    private static void requireMayChange(Command by, String id) {
        if (by.reach().keys().isPresent() && ShippedPipelines.find(id).isPresent()) {
            throw new PipelineException.PipelineOfAll(id);
        }
    }

    private Versioned<Pipeline> ownShipped(Command by, Versioned<Pipeline> before, Pipeline after) {
        try {
            return stored.add(
                    by, Ownership.none(), before.id(), after, new PipelineEvent.PipelineUpdated());
        } catch (AlreadyExistsException _) {
            String current = stored.get(by.tenant(), before.id()).etag();
            throw new StaleEtagException(before.name(), before.etag(), current);
        }
    }
}
