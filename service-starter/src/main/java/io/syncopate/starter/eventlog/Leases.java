package io.syncopate.starter.eventlog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who relays which partition. A lease is taken over when it expired by more than clocks may differ;
 * each taking over raises its fence. Leases save work: that two relays cannot both write a position
 * rests on the log's unique indexes.
 */
final class Leases {

    /** Clocks of two replicas may differ by this much. */
    static final Duration MAX_SKEW = Duration.ofSeconds(5);

    private static final String OWNER = "owner";
    private static final String FENCE = "fence";
    private static final String EXPIRE_TIME = "expireTime";

    private final MongoCollection<Document> leases;
    private final String owner;
    private final Duration life;
    private final Clock clock;
    private final Map<Integer, Held> held = new ConcurrentHashMap<>();

    Leases(MongoDatabase database, String owner, Duration life, Clock clock) {
        this.leases = database.getCollection("relays");
        this.owner = owner;
        this.life = life;
        this.clock = clock;
    }

    boolean hold(int partition) {
        Instant now = clock.instant();
        Held mine = held.get(partition);
        if (mine != null && now.isBefore(mine.expires().minus(life.dividedBy(2)))) {
            return true;
        }
        Optional<Held> next =
                mine == null
                        ? taken(partition, now)
                        : renewed(partition, mine, now).or(() -> taken(partition, now));
        next.ifPresentOrElse(lease -> held.put(partition, lease), () -> held.remove(partition));
        return next.isPresent();
    }

    /** The number of takings over up to this one; recorded with each event. */
    long fence(int partition) {
        Held mine = held.get(partition);
        return mine == null ? 0 : mine.fence();
    }

    void release() {
        held.forEach(
                (partition, mine) ->
                        leases.updateOne(
                                and(
                                        eq("_id", partition),
                                        eq(OWNER, owner),
                                        eq(FENCE, mine.fence())),
                                Updates.set(EXPIRE_TIME, new Date(0))));
        held.clear();
    }

    private Optional<Held> renewed(int partition, Held mine, Instant now) {
        return updated(
                and(
                        eq("_id", partition),
                        eq(OWNER, owner),
                        eq(FENCE, mine.fence()),
                        gt(EXPIRE_TIME, Date.from(now))),
                Updates.set(EXPIRE_TIME, Date.from(now.plus(life))));
    }

    private Optional<Held> taken(int partition, Instant now) {
        Optional<Held> taken =
                updated(
                        and(
                                eq("_id", partition),
                                Filters.or(
                                        lt(EXPIRE_TIME, Date.from(now.minus(MAX_SKEW))),
                                        eq(OWNER, owner))),
                        Updates.combine(
                                Updates.set(OWNER, owner),
                                Updates.inc(FENCE, 1L),
                                Updates.set(EXPIRE_TIME, Date.from(now.plus(life)))));
        return taken.or(() -> first(partition, now));
    }

    private Optional<Held> first(int partition, Instant now) {
        Instant expires = now.plus(life);
        try {
            leases.insertOne(
                    new Document("_id", partition)
                            .append(OWNER, owner)
                            .append(FENCE, 1L)
                            .append(EXPIRE_TIME, Date.from(expires)));
            return Optional.of(new Held(1, expires));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<Held> updated(Bson filter, Bson update) {
        return Optional.ofNullable(
                        leases.findOneAndUpdate(
                                filter,
                                update,
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(
                        lease ->
                                new Held(
                                        lease.get(FENCE, Number.class).longValue(),
                                        lease.getDate(EXPIRE_TIME).toInstant()));
    }

    private record Held(long fence, Instant expires) {}
}
