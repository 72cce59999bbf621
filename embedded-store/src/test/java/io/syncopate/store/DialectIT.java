package io.syncopate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the store does not do is refused, so that nobody relies on it. */
class DialectIT {

    private static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    private static final MongoClient CLIENT = MongoClients.create(STORE.connectionString());
    private static final MongoDatabase DATABASE = CLIENT.getDatabase("d");
    private static final MongoCollection<Document> ITEMS = DATABASE.getCollection("items");

    @BeforeEach
    void startsWithTwoItems() {
        DATABASE.drop();
        ITEMS.insertMany(
                List.of(
                        new Document("_id", 1).append("a", 1),
                        new Document("_id", 2).append("a", 2)));
    }

    @AfterAll
    static void closes() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void refusesIndexesThatItWouldNotKeep() {
        refuses(
                "TTL",
                () ->
                        ITEMS.createIndex(
                                Indexes.ascending("a"),
                                new IndexOptions().expireAfter(1L, TimeUnit.DAYS)));
        refuses(
                "partial indexes",
                () ->
                        ITEMS.createIndex(
                                Indexes.ascending("a"),
                                new IndexOptions()
                                        .unique(true)
                                        .partialFilterExpression(Filters.eq("b", 1))));
        refuses("text", () -> ITEMS.createIndex(Indexes.text("a")));
        refuses("hashed", () -> ITEMS.createIndex(Indexes.hashed("a")));
        refuses("wildcard", () -> ITEMS.createIndex(Indexes.ascending("$**")));
        refuses("position in a list", () -> ITEMS.createIndex(Indexes.ascending("outbox.0.at")));
        assertThat(ITEMS.listIndexes()).hasSize(1);
    }

    @Test
    void refusesAnIndexUnderTheNameOfAnother() {
        ITEMS.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
        ITEMS.createIndex(Indexes.ascending("a"), new IndexOptions().name("i"));
        assertThatThrownBy(
                        () ->
                                ITEMS.createIndex(
                                        Indexes.ascending("b"), new IndexOptions().name("i")))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("IndexKeySpecsConflict");
        assertThatThrownBy(
                        () ->
                                ITEMS.createIndex(
                                        Indexes.ascending("a"),
                                        new IndexOptions().name("i").unique(true)))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("IndexKeySpecsConflict");
    }

    @Test
    void refusesToCompareByCollation() {
        Collation collation = Collation.builder().locale("de").build();
        refuses("collations", () -> ITEMS.find().collation(collation).first());
        refuses(
                "collations",
                () ->
                        ITEMS.createIndex(
                                Indexes.ascending("a"), new IndexOptions().collation(collation)));
    }

    @Test
    void refusesUpdatesByAPipeline() {
        List<Document> pipeline = List.of(new Document("$set", new Document("a", 2)));
        refuses("pipeline", () -> ITEMS.updateOne(Filters.eq("_id", 1), pipeline));
        refuses("pipeline", () -> ITEMS.findOneAndUpdate(Filters.eq("_id", 1), pipeline));
    }

    @Test
    void refusesCollectionsOfAnotherKind() {
        refuses(
                "capped",
                () ->
                        DATABASE.createCollection(
                                "c", new CreateCollectionOptions().capped(true).sizeInBytes(1000)));
        refuses(
                "validation",
                () ->
                        DATABASE.createCollection(
                                "c",
                                new CreateCollectionOptions()
                                        .validationOptions(
                                                new ValidationOptions()
                                                        .validator(Filters.exists("a")))));
        refuses("views", () -> DATABASE.createView("v", "items", List.of()));
        assertThat(DATABASE.listCollectionNames()).containsExactly("items");
    }

    @Test
    void refusesTransactionsAndChangeStreams() {
        try (ClientSession session = CLIENT.startSession()) {
            session.startTransaction();
            assertThatThrownBy(() -> ITEMS.insertOne(session, new Document("_id", 3)))
                    .isInstanceOf(MongoException.class);
        }
        assertThat(ITEMS.countDocuments()).isEqualTo(2);
        refuses("change streams", () -> ITEMS.watch().iterator().close());
    }

    @Test
    void refusesStagesAndOperatorsItDoesNotKnow() {
        for (Document stage :
                List.of(
                        new Document("$setWindowFields", new Document("output", new Document())),
                        new Document("$search", new Document()),
                        new Document(
                                "$project",
                                new Document("x", new Document("$dateTrunc", new Document()))),
                        new Document(
                                "$group",
                                new Document("_id", 1)
                                        .append(
                                                "p",
                                                new Document(
                                                        "$percentile",
                                                        new Document("p", List.of())))),
                        new Document("$match", new Document("$text", new Document("$search", "a"))),
                        new Document("$match", new Document("$jsonSchema", new Document())))) {
            assertThatThrownBy(() -> ITEMS.aggregate(List.of(stage)).first())
                    .as("%s", stage)
                    .isInstanceOf(MongoException.class);
        }
    }

    @Test
    void stopsAnOrderedBulkAtItsFirstError() {
        ITEMS.createIndex(Indexes.ascending("a"), new IndexOptions().unique(true));
        assertThatThrownBy(
                        () ->
                                ITEMS.bulkWrite(
                                        List.of(
                                                new UpdateOneModel<>(
                                                        Filters.eq("_id", 1), Updates.set("a", 2)),
                                                new UpdateOneModel<>(
                                                        Filters.eq("_id", 2),
                                                        Updates.set("a", 3)))))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(ITEMS.find(Filters.eq("_id", 2)).first()).containsEntry("a", 2);
    }

    @Test
    void countsOnlyWhatABulkInserted() {
        assertThatThrownBy(
                        () ->
                                ITEMS.bulkWrite(
                                        List.of(
                                                new InsertOneModel<>(new Document("_id", 3)),
                                                new InsertOneModel<>(new Document("_id", 1)),
                                                new InsertOneModel<>(new Document("_id", 4)))))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1));
        assertThat(ITEMS.countDocuments()).isEqualTo(3);
    }

    private static void refuses(String feature, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("The embedded store does not do ")
                .hasMessageContaining(feature);
    }
}
