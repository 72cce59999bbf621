package io.syncopate.starter.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.syncopate.starter.mongo.AllTenants;
import io.syncopate.starter.mongo.Part;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A relay's steps on a service's database. */
final class MongoRelayStore implements RelayStore {

    /** Without the value itself, which can be large and is not told. */
    private static final Bson TO_RELAY =
            Projections.include(
                    TENANT,
                    LANE,
                    KIND,
                    OWNERS,
                    VERSION,
                    CREATE_TIME,
                    UPDATE_TIME,
                    OUTBOX,
                    PENDING,
                    REMOVED);

    private final List<MongoCollection<Document>> sources;
    private final MongoCollection<Document> events;
    private final Leases leases;

    MongoRelayStore(
            MongoDatabase database, List<MongoCollection<Document>> sources, Leases leases) {
        this.sources = List.copyOf(sources);
        this.events = EventLogCollection.of(database);
        this.leases = leases;
    }

    @Override
    public boolean hold(int partition) {
        return leases.hold(partition);
    }

    @Override
    public void release() {
        leases.release();
    }

    @Override
    public List<Pending> pending(Set<Integer> partitions, int limit) {
        List<Pending> pending = new ArrayList<>();
        for (MongoCollection<Document> source : sources) {
            Part.of(
                            source,
                            all ->
                                    all.find(in(PENDING, partitions))
                                            .comment(AllTenants.COMMENT)
                                            .projection(TO_RELAY)
                                            .sort(Sorts.ascending(UPDATE_TIME)),
                            limit)
                    .items()
                    .forEach(document -> pending.add(new Pending(source, document)));
        }
        pending.sort(Comparator.comparing(each -> each.document().getDate(UPDATE_TIME)));
        return pending;
    }

    @Override
    public long lastPosition(int partition) {
        Document last =
                events.find(eq(PARTITION, partition)).sort(Sorts.descending(POSITION)).first();
        return last == null ? 0 : last.get(POSITION, Number.class).longValue();
    }

    @Override
    public Optional<Document> logged(Document event) {
        return Optional.ofNullable(
                events.find(
                                and(
                                        eq(TENANT, event.get(TENANT)),
                                        eq(AGGREGATE, event.get(AGGREGATE)),
                                        eq(VERSION, event.get(VERSION))))
                        .first());
    }

    @Override
    public void countOn(Pending pending) {
        Document event = pending.events().getFirst();
        Document last =
                events.find(and(eq(TENANT, event.get(TENANT)), eq(AGGREGATE, event.get(AGGREGATE))))
                        .projection(Projections.include(VERSION))
                        .sort(Sorts.descending(VERSION))
                        .first();
        long behind = last == null ? 0 : last.get(VERSION, Number.class).longValue();
        long by = behind + 1 - pending.firstVersion();
        pending.collection()
                .updateOne(
                        and(identity(pending), eq(VERSION, pending.version())),
                        Updates.combine(
                                Updates.set(VERSION, pending.version() + by),
                                Updates.set(OUTBOX, pending.outboxCountedOn(by))));
    }

    @Override
    public void append(List<Document> entries) {
        entries.forEach(entry -> entry.append("fence", leases.fence(entry.getInteger(PARTITION))));
        try {
            events.insertMany(entries);
        } catch (MongoBulkWriteException e) {
            boolean taken =
                    e.getWriteErrors().stream()
                            .anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            throw taken ? new AlreadyLoggedException(e) : e;
        }
    }

    @Override
    public void settle(Pending relayed) {
        Bson identity = identity(relayed);
        Bson unchanged = and(identity, eq(VERSION, relayed.version()));
        if (relayed.removed()) {
            relayed.collection().deleteOne(and(unchanged, eq(REMOVED, true)));
            return;
        }
        Bson emptied = Updates.combine(Updates.set(OUTBOX, List.of()), Updates.unset(PENDING));
        if (relayed.collection().updateOne(unchanged, emptied).getMatchedCount() == 0) {
            relayed.collection()
                    .updateOne(
                            identity,
                            Updates.pullByFilter(
                                    new Document(
                                            OUTBOX,
                                            new Document(
                                                    VERSION,
                                                    new Document("$lte", relayed.version())))));
        }
    }

    private static Bson identity(Pending pending) {
        return and(
                eq(ID, pending.document().get(ID)),
                eq(TENANT, pending.document().get(TENANT)),
                eq(LANE, pending.document().get(LANE)),
                // Of this life: the id may be in use again.
                eq(CREATE_TIME, pending.document().get(CREATE_TIME)));
    }
}
