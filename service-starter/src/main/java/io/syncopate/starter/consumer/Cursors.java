package io.syncopate.starter.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
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
import java.util.Optional;

/**
 * The cursors of one consumer: for each partition a document that holds the position and the lease
 * of the replica that works on it. Every write names owner and fence, so that a replica that lost
 * its lease without noticing cannot move the cursor any more.
 */
final class Cursors {

    /** Clocks of two replicas may differ by this much. */
    static final Duration MAX_SKEW = Duration.ofSeconds(5);

    private static final String ID = "_id";
    private static final String OWNER = "owner";
    private static final String FENCE = "fence";
    private static final String EXPIRE_TIME = "expireTime";
    private static final String POSITION = "position";
    private static final String FAILURES = "failures";
    private static final String COUNTED = "counted";
    private static final String RETRY_TIME = "retryTime";
    private static final String PROBLEM = "problem";
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> cursors;
    private final String prefix;
    private final String owner;
    private final Duration life;
    private final Clock clock;

    Cursors(
            MongoDatabase database,
            String consumer,
            String source,
            String owner,
            Duration life,
            Clock clock) {
        this.cursors = database.getCollection("consumers");
        this.prefix = consumer + "/" + source + "/";
        this.owner = owner;
        this.life = life;
        this.clock = clock;
    }

    /** Takes a partition that nobody works on; empty when another replica does. */
    Optional<Progress> take(int partition) {
        Instant now = clock.instant();
        Bson free =
                and(
                        eq(ID, prefix + partition),
                        Filters.or(
                                lt(EXPIRE_TIME, Date.from(now.minus(MAX_SKEW))), eq(OWNER, owner)));
        Bson taking =
                Updates.combine(Updates.set(OWNER, owner), Updates.inc(FENCE, 1L), lease(now));
        return Optional.ofNullable(cursors.findOneAndUpdate(free, taking, AFTER))
                .map(found -> progress(partition, found))
                .or(() -> first(partition, now));
    }

    /** Moves behind an event and keeps the lease; empty when it was lost. */
    Optional<Progress> advance(Progress held, long position) {
        return write(
                held,
                Updates.combine(
                        Updates.set(POSITION, position),
                        Updates.set(FAILURES, 0),
                        Updates.set(COUNTED, 0),
                        Updates.set(RETRY_TIME, new Date(0)),
                        Updates.unset(PROBLEM)));
    }

    /** Remembers that the event behind the position failed; empty when the lease was lost. */
    Optional<Progress> failed(Progress held, boolean counts, Instant retryAt, String problem) {
        return write(
                held,
                Updates.combine(
                        Updates.inc(FAILURES, 1),
                        Updates.inc(COUNTED, counts ? 1 : 0),
                        Updates.set(RETRY_TIME, Date.from(retryAt)),
                        Updates.set(PROBLEM, problem)));
    }

    /** Keeps the lease; empty when it was lost. */
    Optional<Progress> renew(Progress held) {
        return write(held, Updates.set(OWNER, owner));
    }

    /** Lets another replica have the partition at once. */
    void release(Progress held) {
        cursors.updateOne(mine(held), Updates.set(EXPIRE_TIME, new Date(0)));
    }

    private Optional<Progress> write(Progress held, Bson update) {
        Bson keeping = Updates.combine(update, lease(clock.instant()));
        return Optional.ofNullable(cursors.findOneAndUpdate(mine(held), keeping, AFTER))
                .map(found -> progress(held.partition(), found));
    }

    private Bson mine(Progress held) {
        return and(eq(ID, prefix + held.partition()), eq(OWNER, owner), eq(FENCE, held.fence()));
    }

    private Bson lease(Instant now) {
        return Updates.set(EXPIRE_TIME, Date.from(now.plus(life)));
    }

    private Optional<Progress> first(int partition, Instant now) {
        Document fresh =
                new Document(ID, prefix + partition)
                        .append(OWNER, owner)
                        .append(FENCE, 1L)
                        .append(EXPIRE_TIME, Date.from(now.plus(life)))
                        .append(POSITION, 0L)
                        .append(FAILURES, 0)
                        .append(COUNTED, 0)
                        .append(RETRY_TIME, new Date(0));
        try {
            cursors.insertOne(fresh);
            return Optional.of(progress(partition, fresh));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Progress progress(int partition, Document stored) {
        return new Progress(
                partition,
                stored.get(FENCE, Number.class).longValue(),
                stored.getDate(EXPIRE_TIME).toInstant(),
                stored.get(POSITION, Number.class).longValue(),
                stored.getInteger(FAILURES, 0),
                stored.getInteger(COUNTED, 0),
                stored.getDate(RETRY_TIME).toInstant());
    }
}
