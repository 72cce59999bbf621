package io.syncopate.asset.production.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import static io.syncopate.starter.mongo.AggregateFields.AGGREGATE;
import static io.syncopate.starter.mongo.AggregateFields.EVENTS;
import static io.syncopate.starter.mongo.AggregateFields.PARTITION;
import static io.syncopate.starter.mongo.AggregateFields.POSITION;
import static io.syncopate.starter.mongo.AggregateFields.TENANT;
import static io.syncopate.starter.mongo.AggregateFields.TYPE;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import io.syncopate.asset.production.AssetEvent.AssetCreated;
import io.syncopate.asset.production.AssetEvent.ClaimRenewed;
import io.syncopate.asset.production.AssetId;
import io.syncopate.asset.production.AssetLog;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The event log of this service; a place in it is a position in each of its partitions. */
@Repository
class MongoAssetLog implements AssetLog {

    /** How long a step can stay unseen by one who waits. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private static final String CAMPAIGN = "campaigns/";
    private static final String ASSET = "/assets/";

    /** Of an asset that nobody sees before its campaign opens, and of one that stays where it is. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of(AssetCreated.class.getSimpleName(), ClaimRenewed.class.getSimpleName());

    private final MongoCollection<Document> events;

    MongoAssetLog(MongoDatabase database) {
        // What a failover could take back must not be shown: its position would be used again.
        this.events = database.getCollection(EVENTS).withReadConcern(ReadConcern.MAJORITY);
    }

    @Override
    public String end() {
        return write(last());
    }

    @Override
    public Steps after(String place, int limit, Duration wait) throws InterruptedException {
        long[] positions = read(place);
        long end = System.nanoTime() + wait.toNanos();
        List<Document> found = find(positions, limit);
        while (found.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_AGAIN);
            found = find(positions, limit);
        }
        boolean complete = found.size() < limit && (!found.isEmpty() || isWithin(positions));
        List<Step> steps = new ArrayList<>();
        for (Document event : found) {
            positions[event.getInteger(PARTITION)] = position(event);
            step(event).ifPresent(steps::add);
        }
        return new Steps(steps, write(positions), complete);
    }

    private List<Document> find(long[] positions, int limit) {
        List<Bson> behind =
                IntStream.range(0, Partitions.COUNT)
                        .mapToObj(
                                partition ->
                                        and(
                                                eq(PARTITION, partition),
                                                gt(POSITION, positions[partition])))
                        .toList();
        return events.find(or(behind))
                .projection(include(PARTITION, POSITION, TENANT, AGGREGATE, TYPE))
                .sort(ascending(POSITION))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** A place beyond the end is of another database, or of one that was put back. */
    private boolean isWithin(long[] positions) {
        long[] last = last();
        return IntStream.range(0, Partitions.COUNT)
                .allMatch(partition -> positions[partition] <= last[partition]);
    }

    private long[] last() {
        return IntStream.range(0, Partitions.COUNT)
                .mapToLong(
                        partition ->
                                Optional.ofNullable(
                                                events.find(eq(PARTITION, partition))
                                                        .sort(descending(POSITION))
                                                        .first())
                                        .map(MongoAssetLog::position)
                                        .orElse(0L))
                .toArray();
    }

    private static Optional<Step> step(Document event) {
        String type = event.getString(TYPE);
        if (WITHOUT_EFFECT.contains(type)) {
            return Optional.empty();
        }
        String name = event.getString(AGGREGATE);
        int end = name.indexOf(ASSET);
        Optional<AssetId> asset =
                end < 0
                        ? Optional.empty()
                        : Optional.of(
                                new AssetId(
                                        name.substring(CAMPAIGN.length(), end),
                                        name.substring(end + ASSET.length())));
        return Optional.of(new Step(new TenantId(event.getString(TENANT)), asset));
    }

    private static long position(Document event) {
        return event.get(POSITION, Number.class).longValue();
    }

    private static String write(long[] positions) {
        return Arrays.stream(positions).mapToObj(Long::toString).collect(Collectors.joining("-"));
    }

    private static long[] read(String place) {
        String[] words = place.split("-", -1);
        boolean valid =
                words.length == Partitions.COUNT
                        && Arrays.stream(words).allMatch(word -> word.matches("[0-9]{1,18}"));
        if (!valid) {
            throw new InvalidException(
                    "resume_token", place, "the resume_token of an earlier message, or none");
        }
        return Arrays.stream(words).mapToLong(Long::parseLong).toArray();
    }
}
