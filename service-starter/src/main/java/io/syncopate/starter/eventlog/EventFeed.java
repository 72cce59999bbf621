package io.syncopate.starter.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import static io.syncopate.starter.mongo.AggregateFields.*;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import io.grpc.Context;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads a tenant's part of the log, waiting for it to grow when there is nothing yet. */
final class EventFeed {

    /** How long an event of another process can stay unseen by one that waits. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(500).toNanos();

    private final MongoCollection<Document> events;
    private final AppendSignal appended;

    EventFeed(MongoDatabase database, AppendSignal appended) {
        // What a failover could take back must not be shown: its position would be used again.
        this.events = EventLogCollection.of(database).withReadConcern(ReadConcern.MAJORITY);
        this.appended = appended;
    }

    /**
     * @param after the last position seen by partition; a partition left out is read from its start
     * @return ascending by position within each partition; empty when the wait is over
     */
    List<Document> read(TenantId tenant, Map<Integer, Long> after, int limit, Duration wait)
            throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            long seen = appended.count();
            List<Document> found = find(tenant, after, limit);
            long left = end - System.nanoTime();
            if (!found.isEmpty() || left <= 0 || Context.current().isCancelled()) {
                return found;
            }
            appended.await(seen, Math.min(left, LOOK_AGAIN_NANOS));
        }
    }

    private List<Document> find(TenantId tenant, Map<Integer, Long> after, int limit) {
        List<Bson> partitions =
                IntStream.range(0, Partitions.COUNT)
                        .mapToObj(
                                partition ->
                                        and(
                                                eq(TENANT, tenant.value()),
                                                eq(PARTITION, partition),
                                                gt(POSITION, after.getOrDefault(partition, 0L))))
                        .toList();
        return events.find(Filters.or(partitions))
                .sort(Sorts.ascending(POSITION))
                .limit(limit)
                .into(new ArrayList<>());
    }
}
