package io.syncopate.assessment.batch.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import static io.syncopate.starter.mongo.AggregateFields.ID;
import static io.syncopate.starter.mongo.AggregateFields.LANE;
import static io.syncopate.starter.mongo.AggregateFields.TENANT;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.mongo.AllTenants;
import io.syncopate.starter.mongo.Lanes;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Each piece is a document; all of a batch lie in one lane. They have no versions and no events. */
@Component
class MongoBatchFiles implements BatchFiles {

    private static final String BATCH = "batch";
    private static final String ORIGIN = "origin";
    private static final String BYTES = "bytes";
    private static final String EXPIRE_TIME = "expireTime";
    private static final int AT_ONCE = 100;

    private final MongoCollection<Document> pieces;
    private final Clock clock;

    MongoBatchFiles(MongoDatabase database, Clock clock) {
        this.pieces = database.getCollection("batchPieces");
        this.clock = clock;
        pieces.createIndexes(
                List.of(
                        new IndexModel(
                                Sorts.ascending(TENANT, LANE, BATCH),
                                new IndexOptions().name("of-a-batch")),
                        new IndexModel(
                                Sorts.ascending(EXPIRE_TIME),
                                new IndexOptions().name("to-remove"))));
    }

    @Override
    public boolean keepInput(
            TenantId tenant, String batch, String origin, int piece, byte[] bytes, Instant until) {
        try {
            pieces.insertOne(
                    new Document(ID, key(tenant, batch, Part.INPUT, piece))
                            .append(TENANT, tenant.value())
                            .append(LANE, Lanes.of(batch))
                            .append(BATCH, batch)
                            .append(ORIGIN, origin)
                            .append(BYTES, new Binary(bytes))
                            .append(EXPIRE_TIME, Date.from(until)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document there = load(tenant, batch, Part.INPUT, piece);
            return there != null && origin.equals(there.getString(ORIGIN));
        }
    }

    @Override
    public void keepResult(TenantId tenant, String batch, int piece, byte[] bytes, Instant until) {
        pieces.updateOne(
                identity(tenant, batch, Part.RESULT, piece),
                Updates.combine(
                        Updates.set(BATCH, batch),
                        Updates.set(BYTES, new Binary(bytes)),
                        Updates.set(EXPIRE_TIME, Date.from(until))),
                new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<byte[]> piece(TenantId tenant, String batch, Part part, int piece) {
        return Optional.ofNullable(load(tenant, batch, part, piece))
                .map(found -> found.get(BYTES, Binary.class).getData());
    }

    @Override
    public void remove(TenantId tenant, String batch) {
        pieces.deleteMany(
                and(eq(TENANT, tenant.value()), eq(LANE, Lanes.of(batch)), eq(BATCH, batch)));
    }

    @Override
    public void removeExpired() {
        Bson expired = lt(EXPIRE_TIME, Date.from(clock.instant()));
        for (Document piece :
                pieces.find(expired)
                        .comment(AllTenants.COMMENT)
                        .projection(Projections.include(TENANT, LANE))
                        .limit(AT_ONCE)
                        .into(new ArrayList<>())) {
            pieces.deleteOne(
                    and(
                            eq(ID, piece.getString(ID)),
                            eq(TENANT, piece.getString(TENANT)),
                            eq(LANE, piece.getInteger(LANE)),
                            expired));
        }
    }

    private @Nullable Document load(TenantId tenant, String batch, Part part, int piece) {
        return pieces.find(identity(tenant, batch, part, piece)).first();
    }

    private static Bson identity(TenantId tenant, String batch, Part part, int piece) {
        return and(
                eq(ID, key(tenant, batch, part, piece)),
                eq(TENANT, tenant.value()),
                eq(LANE, Lanes.of(batch)));
    }

    private static String key(TenantId tenant, String batch, Part part, int piece) {
        String file =
                switch (part) {
                    case INPUT -> "input";
                    case RESULT -> "result";
                };
        return "%s/%s/%s/%d".formatted(tenant.value(), batch, file, piece);
    }
}
