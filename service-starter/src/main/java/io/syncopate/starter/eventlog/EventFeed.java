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
import io.syncopate.starter.mongo.Part;
import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads the log, waiting for it to grow when there is nothing yet. A read ends where its events would
 * become too large to be sent together, see {@link Part}.
 */
final class EventFeed {

    static final Set<Integer> ALL_PARTITIONS =
            IntStream.range(0, Partitions.COUNT).boxed().collect(Collectors.toUnmodifiableSet());

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
     * Of one tenant.
     *
     * @param after the last position seen by partition; a partition left out is read from its start
     * @return ascending by position within each partition; empty when the wait is over
     */
    List<Document> read(TenantId tenant, Map<Integer, Long> after, int limit, Duration wait)
            throws InterruptedException {
        return waiting(
                place -> and(eq(TENANT, tenant.value()), place),
                ALL_PARTITIONS,
                after,
                limit,
                wait);
    }

    /** As {@link #read}, of all tenants and some partitions: for background work of services. */
    List<Document> readAll(
            Set<Integer> partitions, Map<Integer, Long> after, int limit, Duration wait)
            throws InterruptedException {
        return waiting(place -> place, partitions, after, limit, wait);
    }

    /** The last position of each partition; 0 where there is none. */
    Map<Integer, Long> last(Set<Integer> partitions) {
        Map<Integer, Long> last = new TreeMap<>();
        for (int partition : partitions) {
            Document event =
                    events.find(eq(PARTITION, partition)).sort(Sorts.descending(POSITION)).first();
            last.put(partition, event == null ? 0 : event.get(POSITION, Number.class).longValue());
        }
        return last;
    }

    private List<Document> waiting(
            UnaryOperator<Bson> whose,
            Set<Integer> partitions,
            Map<Integer, Long> after,
            int limit,
            Duration wait)
            throws InterruptedException {
        Bson wanted =
                Filters.or(
                        partitions.stream()
                                .map(
                                        partition ->
                                                whose.apply(
                                                        and(
                                                                eq(PARTITION, partition),
                                                                gt(
                                                                        POSITION,
                                                                        after.getOrDefault(
                                                                                partition, 0L)))))
                                .toList());
        long end = System.nanoTime() + wait.toNanos();
        while (true) {
            long seen = appended.count();
            List<Document> found =
                    Part.of(events, all -> all.find(wanted).sort(Sorts.ascending(POSITION)), limit)
                            .items();
            long left = end - System.nanoTime();
            if (!found.isEmpty() || left <= 0 || Context.current().isCancelled()) {
                return found;
            }
            appended.await(seen, Math.min(left, LOOK_AGAIN_NANOS));
        }
    }
}
