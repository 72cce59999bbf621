package io.syncopate.starter.operation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.Lanes;
import io.syncopate.starter.mongo.MongoAggregates;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Operations, one document each. What the work writes (lease, progress, checkpoint) goes into {@code
 * data.work} without a version or an event; start, cancelling and end are changes like any other.
 */
public final class MongoOperations extends MongoAggregates<OperationState> {

    /** Clocks of two replicas may differ by this much. */
    static final Duration MAX_SKEW = Duration.ofSeconds(5);

    private static final int MOST = 100;
    private static final String WORK = DATA + "." + OperationDocuments.WORK + ".";
    private static final String LEASED_UNTIL = WORK + "leasedUntil";
    private static final String FENCE = WORK + "fence";
    private static final String OUTCOME = DATA + ".outcome";
    private static final String EXPIRE_TIME = OUTCOME + ".expireTime";
    private static final String WHO = DATA + ".by";
    private static final String TEAMS = DATA + ".teams";
    private static final String WHAT = DATA + ".kind";

    private final ServiceName service;
    private final Clock clock;

    public MongoOperations(MongoDatabase database, ServiceName service, Clock clock) {
        super(
                database,
                "operations",
                new OperationDocuments(),
                clock,
                List.of(IndexSpec.on(WHO, CREATE_TIME)));
        this.service = service;
        this.clock = clock;
        // For the sweeps over all tenants: each holds only what waits, runs or is to be forgotten.
        collection()
                .createIndexes(
                        List.of(
                                new IndexModel(
                                        Sorts.ascending(LEASED_UNTIL),
                                        new IndexOptions().name("to-run").sparse(true)),
                                new IndexModel(
                                        Sorts.ascending(EXPIRE_TIME),
                                        new IndexOptions().name("to-forget").sparse(true))));
    }

    @Override
    protected String nameOf(String id) {
        return service + "/operations/" + id;
    }

    /** Those of the tenant; where people are given, those that one of them asked for. */
    Page<Versioned<OperationState>> visible(
            TenantId tenant, Optional<Uid> by, Set<String> teams, PageRequest page) {
        Bson filter =
                by.<Bson>map(uid -> or(eq(WHO, uid.value()), in(TEAMS, teams)))
                        .orElseGet(Document::new);
        return findPage(tenant, filter, page);
    }

    /** What waits to be run or was left by a replica that died, oldest first. */
    List<Located> toRun(Set<String> kinds, int limit) {
        Date free = Date.from(clock.instant().minus(MAX_SKEW));
        return locateInAllTenants(
                and(lt(LEASED_UNTIL, free), in(WHAT, kinds), exists(OUTCOME, false)),
                Sorts.ascending(LEASED_UNTIL),
                limit);
    }

    List<Located> expired() {
        return locateInAllTenants(
                lt(EXPIRE_TIME, Date.from(clock.instant())), Sorts.ascending(EXPIRE_TIME), MOST);
    }

    /** Takes it for this replica; empty when another was faster, or it has ended. */
    Optional<OperationState> take(TenantId tenant, String id, String owner, Instant until) {
        Bson free =
                and(
                        identity(tenant, id),
                        ne(REMOVED, true),
                        exists(OUTCOME, false),
                        lt(LEASED_UNTIL, Date.from(clock.instant().minus(MAX_SKEW))));
        Bson taking =
                Updates.combine(
                        Updates.set(WORK + "owner", owner),
                        Updates.set(LEASED_UNTIL, Date.from(until)),
                        Updates.inc(FENCE, 1L),
                        Updates.inc(WORK + "attempts", 1));
        return Optional.ofNullable(
                        collection()
                                .findOneAndUpdate(
                                        free,
                                        taking,
                                        new FindOneAndUpdateOptions()
                                                .returnDocument(ReturnDocument.AFTER)))
                .map(found -> new OperationDocuments().read(found.get(DATA, Document.class)));
    }

    /**
     * Keeps the lease and tells how far the work is.
     *
     * @return empty when the lease was lost or it has ended; else whether it is to be cancelled
     */
    Optional<Boolean> report(TenantId tenant, String id, OperationState.Work work, Instant until) {
        List<Bson> parts = new ArrayList<>();
        parts.add(Updates.set(LEASED_UNTIL, Date.from(until)));
        parts.add(Updates.set(WORK + "done", work.done()));
        parts.add(Updates.set(WORK + "failed", work.failed()));
        parts.add(Updates.set(WORK + "total", work.total()));
        parts.add(Updates.set(WORK + "unit", work.unit()));
        work.checkpoint()
                .ifPresent(
                        checkpoint ->
                                parts.add(
                                        Updates.set(
                                                WORK + "checkpoint",
                                                OperationDocuments.binary(checkpoint))));
        return Optional.ofNullable(
                        collection()
                                .findOneAndUpdate(
                                        held(tenant, id, work.fence()), Updates.combine(parts)))
                .map(found -> found.get(DATA, Document.class).getBoolean("cancelling", false));
    }

    /** Gives it back, to be taken at that moment at the earliest; the run does not count. */
    void release(TenantId tenant, String id, long fence, Instant at) {
        collection()
                .updateOne(
                        held(tenant, id, fence),
                        Updates.combine(
                                Updates.set(
                                        LEASED_UNTIL, Date.from(at.minus(MAX_SKEW).minusMillis(1))),
                                Updates.inc(WORK + "attempts", -1)));
    }

    /** Ends it, unless the lease was lost: the fence is part of the write. */
    Versioned<OperationState> end(
            Command by,
            Versioned<OperationState> before,
            long fence,
            OperationState after,
            OperationEvent event) {
        Versioned<OperationState> ended = changeIf(by, before, after, event, eq(FENCE, fence));
        // Leaves the index of what is to be run; the search passes over what has ended anyway.
        collection()
                .updateOne(
                        and(identity(by.tenant(), before.id()), exists(OUTCOME)),
                        Updates.unset(LEASED_UNTIL));
        return ended;
    }

    private static Bson held(TenantId tenant, String id, long fence) {
        return and(
                identity(tenant, id), eq(FENCE, fence), ne(REMOVED, true), exists(OUTCOME, false));
    }

    private static Bson identity(TenantId tenant, String id) {
        return and(
                eq(ID, tenant.value() + "/" + id),
                eq(TENANT, tenant.value()),
                eq(LANE, Lanes.of(id)));
    }
}
