package io.syncopate.starter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.call.Replays;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Aggregates in one collection of a service's database. A feature extends it and adds its queries
 * through the protected finders, which never leave the tenant.
 */
public class MongoAggregates<T> implements Aggregates<T> {

    private static final int REMEMBERED_REQUESTS = 20;

    /** What nobody is told who reads it. */
    private static final Bson WITHOUT_MEMORY = Projections.exclude(OUTBOX, REQUESTS, CREATED_BY);

    private final MongoCollection<Document> collection;
    private final DocumentMapper<T> mapper;
    private final AggregateDocument<T> layout;
    private final LoggedVersions logged;
    private final PageTokens pageTokens;
    private final Clock clock;
    private volatile Runnable afterWrite = () -> {};

    /** Creates the indexes where they are missing. */
    public MongoAggregates(
            MongoDatabase db,
            String collection,
            DocumentMapper<T> mapper,
            Clock clock,
            List<IndexSpec> extraIndexes) {
        this.collection = db.getCollection(collection);
        this.mapper = mapper;
        this.layout = new AggregateDocument<>(mapper);
        this.logged = new LoggedVersions(db);
        this.pageTokens = new PageTokens(db);
        this.clock = clock;
        createIndexes(extraIndexes);
    }

    @Override
    public Versioned<T> add(
            Command by, Ownership ownership, String id, T value, DomainEvent event) {
        Instant at = now();
        long last = logged.last(by.tenant(), nameOf(id));
        if (last > 0 && logged.hasOneOf(by, nameOf(id))) {
            Optional<Versioned<T>> answer = answered(by, id);
            // A late repeat of the request that created it must not bring it back.
            return answer.orElseThrow(() -> notFound(id));
        }
        long version = last + 1;
        try {
            collection.insertOne(
                    layout.created(by, ownership, id, nameOf(id), version, value, event, at));
        } catch (MongoWriteException e) {
            refuseUnlessDuplicate(e);
            Document stored = load(by.tenant(), id);
            if (stored != null && AggregateDocument.remembers(stored, by)) {
                if (AggregateDocument.removed(stored)) {
                    throw notFound(id);
                }
                Replays.repeated(by);
                return reached(by, read(stored));
            }
            throw new AlreadyExistsException(mapper.kind(), nameOf(id));
        }
        Replays.done(by);
        afterWrite.run();
        return new Versioned<>(id, nameOf(id), value, version, at, at, ownership);
    }

    @Override
    public Optional<Versioned<T>> find(TenantId tenant, String id) {
        return Optional.ofNullable(load(tenant, id))
                .filter(stored -> !AggregateDocument.removed(stored))
                .map(this::read);
    }

    @Override
    public Versioned<T> get(TenantId tenant, String id) {
        return find(tenant, id).orElseThrow(() -> notFound(id));
    }

    @Override
    public Versioned<T> get(Reach reach, String id) {
        return find(reach, id).orElseThrow(() -> notFound(id));
    }

    @Override
    public Optional<Versioned<T>> answered(Command by, String id) {
        Optional<Versioned<T>> answer = remembered(by, id);
        if (answer.isPresent()) {
            Replays.repeated(by);
        } else {
            Replays.unanswered(by, () -> remembered(by, id).isPresent());
        }
        return answer;
    }

    @Override
    public Versioned<T> change(Command by, Versioned<T> before, T after, DomainEvent event) {
        return changeIf(by, before, after, event, new Document());
    }

    /**
     * As {@link #change}, when the stored document also meets a condition, such as the number of the
     * lease that the change is made under; else it is refused as stale.
     */
    protected final Versioned<T> changeIf(
            Command by, Versioned<T> before, T after, DomainEvent event, Bson condition) {
        Document was = mapper.write(before.value());
        Document is = mapper.write(after);
        List<Change> changes = Change.between(was, is);
        Instant at = later(now(), before.updateTime());
        Bson update = update(by, before, event, changes, changes, at);
        Bson current = and(gte(SCHEMA_VERSION, mapper.schemaVersion()), condition);
        if (write(by, before, current, update)) {
            return changed(by, before, after, at);
        }
        Document stored = load(by.tenant(), before.id());
        if (stored == null || AggregateDocument.removed(stored)) {
            throw notFound(before.id());
        }
        if (AggregateDocument.remembers(stored, by)) {
            Replays.repeated(by);
            return read(stored);
        }
        int schema = stored.getInteger(SCHEMA_VERSION, 0);
        if (AggregateDocument.version(stored) == before.version()
                && schema < mapper.schemaVersion()) {
            List<Change> upgrade = Change.between(stored.get(DATA, new Document()), is, was);
            Bson upgrading =
                    Updates.combine(
                            update(by, before, event, upgrade, changes, at),
                            Updates.set(SCHEMA_VERSION, mapper.schemaVersion()));
            if (write(by, before, and(eq(SCHEMA_VERSION, schema), condition), upgrading)) {
                return changed(by, before, after, at);
            }
        }
        throw stale(before, stored);
    }

    @Override
    public void remove(Command by, Versioned<T> before, DomainEvent event) {
        List<Change> changes = Change.between(mapper.write(before.value()), new Document());
        Instant at = later(now(), before.updateTime());
        Bson update =
                Updates.combine(
                        update(by, before, event, List.of(), changes, at),
                        Updates.set(REMOVED, true));
        if (write(by, before, new Document(), update)) {
            Replays.done(by);
            afterWrite.run();
            return;
        }
        Document stored = load(by.tenant(), before.id());
        if (stored == null || AggregateDocument.removed(stored)) {
            boolean repeated =
                    stored == null
                            ? logged.lastIsOf(by, nameOf(before.id()))
                            : AggregateDocument.remembers(stored, by);
            if (repeated) {
                Replays.repeated(by);
                return;
            }
            throw notFound(before.id());
        }
        if (!AggregateDocument.remembers(stored, by)) {
            throw stale(before, stored);
        }
        Replays.repeated(by);
    }

    @Override
    public Page<Versioned<T>> list(Reach reach, PageRequest page) {
        return findPage(reach, new Document(), page);
    }

    /** What to do after each write of this process: the relay is woken by it. */
    public void afterWrite(Runnable action) {
        this.afterWrite = action;
    }

    public final MongoCollection<Document> collection() {
        return collection;
    }

    public final String kind() {
        return mapper.kind();
    }

    /** The resource's name as its contract spells it; nested resources override it. */
    protected String nameOf(String id) {
        return collection.getNamespace().getCollectionName() + "/" + id;
    }

    /** For {@link #nameOf} of what is kept under {@code <id of its parent>/<own id>}. */
    protected final String nameUnder(String parents, String id) {
        String own = collection.getNamespace().getCollectionName();
        return parents + "/" + id.replace("/", "/" + own + "/");
    }

    /** Those of the tenant that match; fields of the value are {@code data.<field>}. */
    protected final List<Versioned<T>> findAll(TenantId tenant, Bson filter, Bson sort, int limit) {
        return collection
                .find(live(tenant, filter))
                .sort(sort)
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    protected final Optional<Versioned<T>> findFirst(TenantId tenant, Bson filter, Bson sort) {
        return findAll(tenant, filter, sort, 1).stream().findFirst();
    }

    /** Those of the tenant that match, in order of creation (time, then id). */
    protected final Page<Versioned<T>> findPage(TenantId tenant, Bson filter, PageRequest page) {
        Bson wanted = live(tenant, filter);
        List<String> list = List.of(tenant.value(), kind(), json(filter), "createTime,id");
        if (!page.token().isEmpty()) {
            String place = pageTokens.placeIn(page.token(), list);
            wanted = and(wanted, PagePlace.parse(place).filter());
        }
        Bson behind = wanted;
        return part(behind, Sorts.ascending(CREATE_TIME, NAME), page.size())
                .page(last -> pageTokens.sign(PagePlace.after(last).toString(), list));
    }

    /**
     * The first of the tenant that match, for pages in an order of a feature's own: as many as are
     * asked for, or fewer where those are too large to be sent together.
     *
     * @return of which {@link Part#page} makes a page
     */
    protected final Part<Versioned<T>> findPart(
            TenantId tenant, Bson filter, Bson sort, int limit) {
        return part(live(tenant, filter), sort, limit);
    }

    private Part<Versioned<T>> part(Bson filter, Bson sort, int limit) {
        return Part.of(
                        collection,
                        all -> all.find(filter).projection(WITHOUT_MEMORY).sort(sort),
                        limit)
                .map(this::read);
    }

    /**
     * Those that are reached and match, in order of creation. A collection that people list by less
     * than the tenant wants {@link IndexSpec#OF_OWNERS}.
     */
    protected final Page<Versioned<T>> findPage(Reach reach, Bson filter, PageRequest page) {
        return findPage(reach.tenant(), within(reach, filter), page);
    }

    /** For lists that a feature orders in a way of its own. */
    protected final PageTokens pageTokens() {
        return pageTokens;
    }

    protected final long count(TenantId tenant, Bson filter) {
        return collection.countDocuments(live(tenant, filter));
    }

    /**
     * Where those of every tenant are that match. For background sweeps alone: it asks all shards, and
     * what serves a caller must not see beyond the caller's tenant. Nothing else of them is read, so
     * one that cannot be read keeps no other from being found; see {@link OneByOne}.
     */
    protected final List<Located> locateInAllTenants(Bson filter, Bson sort, int limit) {
        return collection
                .find(and(ne(REMOVED, true), filter))
                .projection(include(TENANT, NAME))
                .comment(AllTenants.COMMENT)
                .sort(sort)
                .limit(limit)
                .map(
                        found ->
                                new Located(
                                        new TenantId(found.getString(TENANT)),
                                        found.getString(NAME)))
                .into(new ArrayList<>());
    }

    private boolean write(Command by, Versioned<T> before, Bson condition, Bson update) {
        Bson filter =
                and(
                        identity(by.tenant(), before.id()),
                        eq(VERSION, before.version()),
                        ne(REMOVED, true),
                        condition);
        if (by.requestId().isPresent()) {
            // A repeat that has read the changed state must not change it again.
            filter = and(filter, not(elemMatch(REQUESTS, requestOf(by, by.requestId().get()))));
        }
        try {
            return collection.updateOne(filter, update).getMatchedCount() == 1;
        } catch (MongoWriteException e) {
            refuseUnlessDuplicate(e);
            throw new AlreadyExistsException(mapper.kind(), nameOf(before.id()));
        }
    }

    private Bson update(
            Command by,
            Versioned<T> before,
            DomainEvent event,
            List<Change> written,
            List<Change> told,
            Instant at) {
        long version = before.version() + 1;
        List<Bson> parts = new ArrayList<>();
        parts.add(Updates.set(VERSION, version));
        parts.add(Updates.set(UPDATE_TIME, Date.from(at)));
        parts.add(Updates.set(PENDING, Partitions.of(by.tenant(), nameOf(before.id()))));
        for (Change change : written) {
            String field = DATA + "." + change.field();
            parts.add(
                    change.after() == null
                            ? Updates.unset(field)
                            : Updates.set(field, change.after()));
        }
        parts.add(
                Updates.push(
                        OUTBOX, layout.event(by, nameOf(before.id()), version, event, told, at)));
        AggregateDocument.request(by, version)
                .ifPresent(
                        request ->
                                parts.add(
                                        Updates.pushEach(
                                                REQUESTS,
                                                List.of(request),
                                                new PushOptions().slice(-REMEMBERED_REQUESTS))));
        return Updates.combine(parts);
    }

    private Optional<Versioned<T>> remembered(Command by, String id) {
        return Optional.ofNullable(load(by.tenant(), id))
                .filter(
                        stored ->
                                !AggregateDocument.removed(stored)
                                        && AggregateDocument.remembers(stored, by))
                .map(this::read)
                .filter(found -> by.reach().covers(found.ownership()));
    }

    private Versioned<T> changed(Command by, Versioned<T> before, T after, Instant at) {
        Replays.done(by);
        afterWrite.run();
        return new Versioned<>(
                before.id(),
                before.name(),
                after,
                before.version() + 1,
                before.createTime(),
                at,
                before.ownership());
    }

    private Versioned<T> read(Document stored) {
        return layout.read(stored, this::nameOf);
    }

    private @Nullable Document load(TenantId tenant, String id) {
        return collection.find(identity(tenant, id)).first();
    }

    private static Bson identity(TenantId tenant, String id) {
        return and(
                eq(ID, AggregateDocument.key(tenant, id)),
                eq(TENANT, tenant.value()),
                eq(LANE, Lanes.of(id)));
    }

    private static Bson requestOf(Command by, String requestId) {
        return and(eq(NAME, requestId), eq(METHOD, by.method()));
    }

    private static Bson live(TenantId tenant, Bson filter) {
        return and(eq(TENANT, tenant.value()), ne(REMOVED, true), filter);
    }

    private String json(Bson filter) {
        return filter.toBsonDocument(Document.class, collection.getCodecRegistry()).toJson();
    }

    private static void refuseUnlessDuplicate(MongoWriteException e) {
        if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw e;
        }
    }

    /** The filter, for what is reached alone. */
    protected static Bson within(Reach reach, Bson filter) {
        return reach.keys().map(keys -> and(in(OWNERS, keys), filter)).orElse(filter);
    }

    /** Nobody gets somebody else's answer by using their request id. */
    private static <T> Versioned<T> reached(Command by, Versioned<T> stored) {
        if (!by.reach().covers(stored.ownership())) {
            throw new RequestReusedException(by.requestId().orElseThrow());
        }
        return stored;
    }

    private NotFoundException notFound(String id) {
        return new NotFoundException(mapper.kind(), nameOf(id));
    }

    private StaleEtagException stale(Versioned<T> before, Document stored) {
        return new StaleEtagException(
                before.name(), before.etag(), "v" + AggregateDocument.version(stored));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private void createIndexes(List<IndexSpec> extra) {
        List<IndexModel> indexes = new ArrayList<>();
        indexes.add(
                new IndexModel(
                        Sorts.ascending(TENANT, CREATE_TIME, NAME),
                        new IndexOptions().name("in-order-of-creation")));
        indexes.add(
                new IndexModel(
                        Sorts.ascending(PENDING, UPDATE_TIME),
                        new IndexOptions().name("to-relay").sparse(true)));
        extra.forEach(index -> indexes.add(index.toModel()));
        collection.createIndexes(indexes);
    }
}
