package io.syncopate.store;

import static io.syncopate.store.IndexSession.INDEXED;
import static io.syncopate.store.IndexSession.createIndex;
import static io.syncopate.store.IndexSession.order;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The same commands on a collection with indexes and on one without: what they answer must be the same, whatever the index
 * makes of it, and after the file was closed and opened again.
 */
class IndexPropertyTest {

    /** Each ends with the id, so that an order has no ties and both collections have to agree on it. */
    private static final List<List<String>> INDEXES =
            List.of(
                    List.of("a", "_id"),
                    List.of("a", "-b.c", "_id"),
                    List.of("-b.c", "-_id"),
                    List.of("d", "a", "b.c", "_id"));

    @Property(tries = 100)
    void answersAreThoseOfAFullScan(@ForAll("commands") List<Document> commands)
            throws IOException {
        try (var session = new IndexSession()) {
            for (List<String> index : INDEXES) {
                session.run(createIndex(index, false, false));
            }
            session.run(createIndex(List.of("a"), false, true));
            for (Document command : commands) {
                session.compare(command);
            }
            session.reopen();
            session.compare(
                    new Document("find", "")
                            .append("filter", new Document())
                            .append("sort", order("_id")));
            for (int a = 0; a < 3; a++) {
                session.compare(
                        new Document("find", "")
                                .append("filter", new Document("a", a))
                                .append("sort", order("_id")));
            }
        }
    }

    @Property(tries = 100)
    void noTwoDocumentsHaveTheSameUniqueKey(@ForAll("commands") List<Document> commands)
            throws IOException {
        try (var session = new IndexSession()) {
            session.run(createIndex(List.of("a", "-d"), true, false));
            for (Document command : commands) {
                session.tryToRun(new Document(command));
            }
            session.reopen();
            List<Document> all = session.find(new Document());
            for (Document document : all) {
                Document key = new Document("a", document.get("a")).append("d", document.get("d"));
                boolean plain =
                        document.get("a") instanceof Integer
                                && document.get("d") instanceof Integer;
                if (plain) {
                    assertThat(session.find(key)).as("documents with %s", key).hasSize(1);
                    Document twin = new Document(document);
                    twin.put("_id", "twin");
                    assertThat(
                                    session.tryToRun(
                                            new Document("insert", INDEXED)
                                                    .append("documents", List.of(twin))))
                            .isFalse();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Document>> commands() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, inserts()),
                        Tuple.of(3, updates()),
                        Tuple.of(2, findAndModifies()),
                        Tuple.of(1, deletes()),
                        Tuple.of(6, finds()),
                        Tuple.of(3, aggregates()))
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    private static Arbitrary<Document> inserts() {
        return Combinators.combine(
                        ids(), values(), plain(), plain(), Arbitraries.integers().between(0, 7))
                .as(
                        (id, a, c, d, present) -> {
                            Document document = new Document("_id", id);
                            put(document, "a", a, present != 1);
                            put(
                                    document,
                                    "b",
                                    present == 2 ? c : new Document("c", c),
                                    present != 3);
                            put(document, "d", d, present != 4);
                            return new Document("insert", "")
                                    .append("ordered", true)
                                    .append("documents", List.of(document));
                        });
    }

    private static void put(
            Document document, String field, @Nullable Object value, boolean present) {
        if (present) {
            document.put(field, value);
        }
    }

    private static Arbitrary<Document> updates() {
        Arbitrary<Document> ofOne =
                Combinators.combine(filters().map(IndexPropertyTest::firstId), changes())
                        .as((id, change) -> update(new Document("_id", id), change, false));
        Arbitrary<Document> ofAll =
                Combinators.combine(filters(), possibleChanges())
                        .as((filter, change) -> update(filter, change, true));
        return Arbitraries.oneOf(ofOne, ofAll);
    }

    private static Document update(Document filter, Document change, boolean multi) {
        return new Document("update", "")
                .append(
                        "updates",
                        List.of(
                                new Document("q", filter)
                                        .append("u", change)
                                        .append("multi", multi)));
    }

    /** One document, always the same: which of several an update without an order takes is not defined. */
    private static int firstId(Document filter) {
        return Math.floorMod(filter.hashCode(), 20);
    }

    private static Arbitrary<Document> findAndModifies() {
        return Combinators.combine(
                        filters(),
                        changes(),
                        orders(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(
                        (filter, change, order, after, remove) -> {
                            Document command =
                                    new Document("findAndModify", "")
                                            .append("query", filter)
                                            .append("sort", order);
                            return remove && after
                                    ? command.append("remove", true)
                                    : command.append("update", change).append("new", after);
                        });
    }

    private static Arbitrary<Document> deletes() {
        return filters()
                .map(
                        filter ->
                                new Document("delete", "")
                                        .append(
                                                "deletes",
                                                List.of(
                                                        new Document("q", filter)
                                                                .append("limit", 0))));
    }

    private static Arbitrary<Document> finds() {
        return Combinators.combine(
                        filters(),
                        orders(),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(0, 0, 2))
                .as(
                        (filter, order, limit, skip) ->
                                new Document("find", "")
                                        .append("filter", filter)
                                        .append("sort", order)
                                        .append("limit", limit)
                                        .append("skip", skip));
    }

    private static Arbitrary<Document> aggregates() {
        return Combinators.combine(filters(), orders())
                .as(
                        (filter, order) ->
                                new Document("aggregate", "")
                                        .append("cursor", new Document())
                                        .append(
                                                "pipeline",
                                                List.of(
                                                        new Document("$match", filter),
                                                        new Document("$sort", order))));
    }

    private static Arbitrary<Document> changes() {
        return Arbitraries.oneOf(possibleChanges(), plain().map(c -> set("b.c", c)));
    }

    /** What can be done to each document: how many an update of many has changed when it fails is not defined. */
    private static Arbitrary<Document> possibleChanges() {
        return Arbitraries.oneOf(
                values().map(value -> set("a", value)),
                Combinators.combine(Arbitraries.of("d", "e"), plain()).as(IndexPropertyTest::set));
    }

    private static Document set(String field, @Nullable Object value) {
        return new Document("$set", new Document(field, value));
    }

    private static Arbitrary<Document> orders() {
        return Arbitraries.of(
                order("a", "_id"),
                order("-a", "-_id"),
                order("a", "-b.c", "_id"),
                order("-a", "b.c", "-_id"),
                order("b.c", "_id"),
                order("-b.c", "-_id"),
                order("_id"),
                order("-_id"),
                order("d", "-a", "_id"));
    }

    private static Arbitrary<Document> filters() {
        Arbitrary<Document> one =
                Combinators.combine(Arbitraries.of("a", "b.c", "d"), conditions())
                        .as(Document::new);
        Arbitrary<Document> two =
                Combinators.combine(conditions(), conditions())
                        .as((a, c) -> new Document("a", a).append("b.c", c));
        Arbitrary<Document> and =
                one.list().ofMinSize(1).ofMaxSize(3).map(parts -> new Document("$and", parts));
        Arbitrary<Document> or =
                one.list().ofMinSize(1).ofMaxSize(3).map(parts -> new Document("$or", parts));
        Arbitrary<Document> page =
                Combinators.combine(scalars(), ids())
                        .as(
                                (a, id) ->
                                        new Document(
                                                "$or",
                                                List.of(
                                                        new Document("a", new Document("$gt", a)),
                                                        new Document("a", a)
                                                                .append(
                                                                        "_id",
                                                                        new Document("$gt", id)))));
        Arbitrary<Document> mixed =
                Combinators.combine(one, and)
                        .as(
                                (first, second) -> {
                                    Document both = new Document(first);
                                    both.putAll(second);
                                    return both;
                                });
        return Arbitraries.oneOf(one, two, and, or, page, mixed, Arbitraries.just(new Document()));
    }

    private static Arbitrary<@Nullable Object> conditions() {
        Arbitrary<Document> limits =
                Combinators.combine(
                                Arbitraries.of("$gt", "$gte", "$lt", "$lte", "$eq", "$ne"),
                                scalars())
                        .as(Document::new);
        Arbitrary<Document> between =
                Combinators.combine(scalars(), scalars())
                        .as((low, high) -> new Document("$gte", low).append("$lt", high));
        Arbitrary<Document> in =
                scalars().list().ofMaxSize(3).map(values -> new Document("$in", values));
        Arbitrary<Document> exists =
                Arbitraries.of(true, false).map(there -> new Document("$exists", there));
        return Arbitraries.oneOf(
                values(),
                limits.asGeneric(),
                between.asGeneric(),
                in.asGeneric(),
                exists.asGeneric());
    }

    private static Arbitrary<Integer> ids() {
        return Arbitraries.integers().between(0, 19);
    }

    /** Lists only in one field: no index takes two beside each other. */
    private static Arbitrary<@Nullable Object> values() {
        Arbitrary<Object> lists =
                Arbitraries.integers().between(0, 3).list().ofMaxSize(2).asGeneric();
        return Arbitraries.frequencyOf(Tuple.of(4, plain()), Tuple.of(1, lists));
    }

    private static Arbitrary<@Nullable Object> plain() {
        Arbitrary<Object> documents =
                Arbitraries.integers()
                        .between(0, 1)
                        .map(n -> (Object) new Document(Map.of("x", n)));
        return Arbitraries.frequencyOf(Tuple.of(12, scalars()), Tuple.of(1, documents));
    }

    private static Arbitrary<@Nullable Object> scalars() {
        List<@Nullable Object> values =
                Arrays.asList(
                        0,
                        1,
                        2,
                        3,
                        1L,
                        2.0,
                        2.5,
                        "",
                        "x",
                        "xy",
                        true,
                        false,
                        null,
                        Instant.ofEpochMilli(5),
                        new ObjectId("00112233445566778899aabb"));
        return Arbitraries.of(values);
    }
}
