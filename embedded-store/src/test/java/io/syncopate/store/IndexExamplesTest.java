package io.syncopate.store;

import static io.syncopate.store.IndexSession.INDEXED;
import static io.syncopate.store.IndexSession.createIndex;
import static io.syncopate.store.IndexSession.order;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The cases in which an index could give another answer than a full scan, one by one. */
class IndexExamplesTest {

    private final IndexSession session = new IndexSession();

    @AfterEach
    void closes() throws IOException {
        session.close();
    }

    @Test
    void findsADocumentOnceThoughSeveralOfItsElementsMatch() {
        session.run(createIndex(List.of("a"), false, false));
        insert(List.of(1, 5), 3);
        assertThat(found(new Document("a", new Document("$gte", 0)))).containsExactly(0, 1);
    }

    @Test
    void findsWhatIsNotThereInLists() {
        session.run(createIndex(List.of("a.b"), false, false));
        insert(
                List.of(new Document("b", 1), new Document("c", 1)),
                new Document("c", 1),
                new Document("b", 1),
                List.of());
        session.compare(find(new Document("a.b", null)));
        assertThat(found(new Document("a.b", null))).contains(0, 1);
    }

    @Test
    void findsDocumentsThatASparseIndexLeavesOut() {
        session.run(createIndex(List.of("a"), false, true));
        insert(1, null);
        session.run(
                new Document("insert", INDEXED)
                        .append("documents", List.of(new Document("_id", 9))));
        assertThat(found(new Document("a", null))).containsExactly(1, 9);
        assertThat(found(new Document())).containsExactly(0, 1, 9);
        Document byA =
                new Document("find", INDEXED)
                        .append("filter", new Document())
                        .append("sort", order("a"));
        assertThat(session.read(byA)).hasSize(3);
        assertThat(found(new Document("a", 1))).containsExactly(0);
    }

    @Test
    void leavesTheOrderOfEmptyListsToTheNextField() {
        insert(List.of(), List.of(), 1, List.of());
        for (String a : List.of("a", "-a")) {
            for (List<Integer> ids : List.of(List.of(0, 1, 3), List.of(3, 1, 0))) {
                String id = ids.getFirst() == 0 ? "_id" : "-_id";
                Document sorted =
                        new Document("find", INDEXED)
                                .append("filter", new Document("a", List.of()))
                                .append("sort", order(a, id));
                assertThat(session.read(sorted))
                        .as("by %s and %s", a, id)
                        .extracting(document -> document.get("_id"))
                        .containsExactlyElementsOf(ids);
            }
        }
    }

    @Test
    void readsOnAfterAPage() {
        session.run(createIndex(List.of("a", "_id"), false, false));
        insert(1, 2, 2, 2, 3, 4);
        Document next =
                new Document(
                        "$or",
                        List.of(
                                new Document("a", new Document("$gt", 2)),
                                new Document("a", 2).append("_id", new Document("$gt", 2))));
        assertThat(found(next)).containsExactly(3, 4, 5);
        Document back =
                new Document(
                        "$or",
                        List.of(
                                new Document("a", new Document("$lt", 2)),
                                new Document("a", 2).append("_id", new Document("$lt", 2))));
        assertThat(found(back)).containsExactly(0, 1);
        Document apart =
                new Document(
                        "$or",
                        List.of(new Document("a", new Document("$gt", 3)), new Document("a", 2)));
        assertThat(found(apart)).containsExactly(1, 2, 3, 5);
    }

    @Test
    void findsWhatItCannotOrder() {
        session.run(createIndex(List.of("a"), false, false));
        insert(new Decimal128(new BigDecimal("2")), Double.NaN, 2, List.of(List.of(2)));
        session.compare(find(new Document("a", 2)));
        session.compare(find(new Document("a", new Document("$gte", 0))));
        assertThat(found(new Document("a", new Document("$gt", 1)))).contains(0, 2);
    }

    @Test
    void refusesASecondUniqueKeyThatItCannotOrder() {
        session.run(createIndex(List.of("a"), true, false));
        insert(new Decimal128(new BigDecimal("2.5")));
        Document again = new Document("_id", 5).append("a", new Decimal128(new BigDecimal("2.5")));
        assertThat(session.tryToRun(new Document("insert", "").append("documents", List.of(again))))
                .isFalse();
        Document asDouble = new Document("_id", 5).append("a", 2.5);
        assertThat(
                        session.tryToRun(
                                new Document("insert", "").append("documents", List.of(asDouble))))
                .isFalse();
    }

    @Test
    void refusesASecondUniqueKeyAmongTheElementsOfLists() {
        session.run(createIndex(List.of("a"), true, false));
        insert(List.of(1, 2));
        Document again = new Document("_id", 5).append("a", List.of(3, 2));
        assertThat(session.tryToRun(new Document("insert", "").append("documents", List.of(again))))
                .isFalse();
    }

    @Test
    void doesNotChangeWhatAReaderHolds() {
        insert(1);
        Document held = session.read(find(new Document("_id", 0))).getFirst();
        session.run(
                new Document("update", INDEXED)
                        .append(
                                "updates",
                                List.of(
                                        new Document("q", new Document("_id", 0))
                                                .append(
                                                        "u",
                                                        new Document(
                                                                "$set", new Document("a", 2))))));
        assertThat(held).containsEntry("a", 1);
        assertThat(session.read(find(new Document("_id", 0))).getFirst()).containsEntry("a", 2);
    }

    @Test
    void readsTheWholeCollectionAgainInALaterStage() {
        session.run(createIndex(List.of("a"), false, false));
        insert(1, 2, 3);
        Document lookup =
                new Document("from", INDEXED)
                        .append("let", new Document())
                        .append("pipeline", List.of())
                        .append("as", "all");
        Document command =
                new Document("aggregate", INDEXED)
                        .append("cursor", new Document())
                        .append(
                                "pipeline",
                                List.of(
                                        new Document("$match", new Document("a", 2)),
                                        new Document("$lookup", lookup)));
        List<Document> joined = session.read(command);
        assertThat(joined).hasSize(1);
        assertThat(joined.getFirst().get("all"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    /** In both collections, with the ids 0, 1, 2, … */
    private void insert(@Nullable Object... values) {
        List<Document> documents =
                IntStream.range(0, values.length)
                        .mapToObj(
                                i -> {
                                    Document document = new Document("_id", i);
                                    document.put("a", Arrays.asList(values).get(i));
                                    return document;
                                })
                        .toList();
        session.compare(new Document("insert", "").append("documents", documents));
    }

    private static Document find(Document filter) {
        return new Document("find", INDEXED).append("filter", filter).append("sort", order("_id"));
    }

    private List<Integer> found(Document filter) {
        return session.read(find(filter)).stream()
                .map(document -> (Integer) Objects.requireNonNull(document.get("_id")))
                .toList();
    }
}
