package io.syncopate.starter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.AlreadyExistsException;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.eventlog.EventLog;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.ThrowableAssert;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

@OnStore
class MongoAggregatesIT extends AggregatesContract<Note> {

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
    }

    @Override
    protected Aggregates<Note> aggregates() {
        return notes(2);
    }

    @Override
    protected Note value(int number) {
        return Note.numbered(number);
    }

    @Override
    protected DomainEvent event() {
        return new Note.Event.NoteWritten("text");
    }

    @Override
    protected void relay() {
        EventLog log =
                new EventLog(
                        database,
                        List.of(notes(2)),
                        "syncopate",
                        new ServiceName("notes"),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(15),
                        clock,
                        new SimpleMeterRegistry());
        // It relays what there is before it stops.
        log.runner().start();
        log.runner().stop();
    }

    @Test
    void writesTheOutboxWithTheChange() {
        MongoAggregates<Note> notes = notes(2);
        Versioned<Note> first =
                notes.add(request("create", "r1"), "a", value(1), new Note.Event.NoteWritten("x"));
        notes.change(
                request("update", "r2"),
                first,
                value(1).withStars(5),
                new Note.Event.NoteWritten("y"));

        Document stored = stored("a");
        assertThat(stored)
                .containsEntry("_id", "acme/a")
                .containsEntry("tenant", "acme")
                .containsEntry("lane", Lanes.of("a"))
                .containsEntry("kind", "note")
                .containsEntry("schemaVersion", 2)
                .containsKey("pending");
        List<Document> outbox = stored.getList("outbox", Document.class);
        assertThat(outbox).extracting(event -> event.get("version")).containsExactly(1L, 2L);
        assertThat(outbox.get(1))
                .containsEntry("aggregate", "notes/a")
                .containsEntry("type", "NoteWritten")
                .containsEntry("by", new Document("uid", "ann"))
                .containsEntry("data", new Document("text", "y"))
                .containsEntry(
                        "changes",
                        List.of(
                                new Document("field", "stars")
                                        .append("before", 1)
                                        .append("after", 5)));
    }

    @Test
    void leavesFieldsAloneThatItDoesNotKnow() {
        MongoAggregates<Note> notes = notes(2);
        Versioned<Note> first = notes.add(request("create", "r1"), "a", value(1), event());
        collection()
                .updateOne(
                        Filters.eq("_id", "acme/a"),
                        Updates.combine(
                                Updates.set("data.author.shoeSize", 42),
                                Updates.set("data.colour", "red")));
        notes.change(request("update", "r2"), first, value(2), event());

        Document data = stored("a").get("data", Document.class);
        assertThat(data).containsEntry("colour", "red").containsEntry("text", "text 2");
        assertThat(data.get("author", Document.class))
                .containsEntry("shoeSize", 42)
                .containsEntry("age", 32);
    }

    @Test
    void upgradesADocumentOfTheSchemaBeforeWhenItChangesIt() {
        notes(1).add(request("create", "r1"), "a", value(1), event());
        assertThat(stored("a").get("data", Document.class)).doesNotContainKey("stars");

        MongoAggregates<Note> upgraded = notes(2);
        Versioned<Note> read = upgraded.get(Callers.ACME, "a");
        assertThat(read.value().stars()).isZero();
        upgraded.change(request("update", "r2"), read, read.value().withStars(3), event());

        assertThat(stored("a")).containsEntry("schemaVersion", 2);
        assertThat(stored("a").get("data", Document.class)).containsEntry("stars", 3);
    }

    @Test
    void worksOnWhatTheNextSchemaWroteAndNotOnWhatComesAfter() {
        notes(2).add(request("create", "r1"), "a", value(3), event());
        MongoAggregates<Note> older = notes(1);
        Versioned<Note> read = older.get(Callers.ACME, "a");
        older.change(request("update", "r2"), read, Note.numbered(4), event());

        assertThat(stored("a")).containsEntry("schemaVersion", 2);
        assertThat(stored("a").get("data", Document.class))
                .containsEntry("text", "text 4")
                .containsEntry("stars", 3);

        collection().updateOne(Filters.eq("_id", "acme/a"), Updates.set("schemaVersion", 3));
        assertThatIllegalStateException()
                .isThrownBy(() -> older.get(Callers.ACME, "a"))
                .withMessageContaining("schema version 3");
    }

    @Test
    void anIdThatIsUsedAgainGoesOnCountingWhereTheLogStopped() {
        MongoAggregates<Note> notes = notes(2);
        log("notes/a", 1);
        log("notes/a", 2);

        Versioned<Note> again =
                notes.add(
                        Callers.command(Callers.ann(), "create", clock.instant()),
                        "a",
                        value(1),
                        event());
        assertThat(again.version()).isEqualTo(3);
    }

    @Test
    void anIdThatIsUsedAgainByAnotherRequestIsThereAgain() {
        Aggregates<Note> notes = aggregates();
        Versioned<Note> first = notes.add(request("create", "r1"), "a", value(1), event());
        notes.remove(request("delete", "r1"), first, event());
        relay();

        notes.add(request("create", "r2"), "a", value(2), event());
        assertThat(notes.add(request("create", "r2"), "a", value(2), event()).version())
                .as("a repeat")
                .isEqualTo(3);
        assertThat(notes.get(Callers.ACME, "a").value()).isEqualTo(value(2));
    }

    @Test
    void aPageEndsBeforeItIsTooLargeToBeSent() {
        Searchable notes = new Searchable(database);
        List<String> ids = List.of("a", "b", "c", "d", "e", "f");
        for (String id : ids) {
            int kilobytes = id.equals("c") ? 3_000 : 300;
            Note note = value(id.charAt(0));
            notes.add(
                    request("create", id),
                    id,
                    new Note(
                            "x".repeat(kilobytes * 1_000),
                            note.stars(),
                            note.tags(),
                            note.place(),
                            note.author()),
                    event());
            relay();
        }

        List<List<String>> expected =
                List.of(List.of("a", "b"), List.of("c"), List.of("d", "e", "f"));
        assertThat(pages(next -> notes.list(Callers.ACME, next))).isEqualTo(expected);
        assertThat(pages(notes::byStars)).isEqualTo(expected);
    }

    private static List<List<String>> pages(Function<PageRequest, Page<Versioned<Note>>> list) {
        List<List<String>> pages = new ArrayList<>();
        String token = "";
        do {
            Page<Versioned<Note>> page = list.apply(new PageRequest(50, token));
            pages.add(page.items().stream().map(Versioned::id).toList());
            token = page.nextToken();
        } while (!token.isEmpty());
        return pages;
    }

    @Test
    void holdsUniqueIndexesWithinTheTenant() {
        MongoAggregates<Note> notes =
                new MongoAggregates<>(
                        database,
                        "notes",
                        new Note.Mapper(2),
                        clock,
                        List.of(new IndexSpec("place", List.of("id", "data.text"), true)));
        notes.add(request("create", "r1"), "a", value(1), event());
        assertThat(indexNames()).contains("in-order-of-creation", "to-relay", "place");
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> notes.add(request("create", "r2"), "a", value(1), event()));
    }

    @Test
    void findersStayWithinTheTenantAndSkipWhatIsRemoved() {
        Searchable notes = new Searchable(database);
        for (String id : List.of("a", "b", "c")) {
            notes.add(request("create", id), id, value(id.charAt(0)), event());
        }
        notes.remove(request("delete", "d"), notes.get(Callers.ACME, "b"), event());
        notes.add(
                Callers.command(Callers.of(Callers.OTHER, "eve"), "create", clock.instant()),
                "z",
                value(1),
                event());

        assertThat(notes.withMoreStarsThan(0)).containsExactly("c", "a");
    }

    @Test
    void findsWhereThoseOfAllTenantsAreAlsoWhereOneCannotBeRead() {
        Searchable notes = new Searchable(database);
        for (String id : List.of("a", "b", "c")) {
            notes.add(request("create", id), id, value(id.charAt(0)), event());
        }
        notes.remove(request("delete", "d"), notes.get(Callers.ACME, "b"), event());
        notes.add(
                Callers.command(Callers.of(Callers.OTHER, "eve"), "create", clock.instant()),
                "z",
                value('z'),
                event());
        collection().updateOne(Filters.eq("_id", "acme/c"), Updates.set("schemaVersion", 99));

        assertThat(notes.everywhereWithMoreStarsThan(0, 10))
                .containsExactly(
                        new Located(Callers.OTHER, "z"),
                        new Located(Callers.ACME, "c"),
                        new Located(Callers.ACME, "a"));
        assertThat(notes.everywhereWithMoreStarsThan('a', 1))
                .containsExactly(new Located(Callers.OTHER, "z"));
    }

    @Test
    void aPageTokenIsGoodForItsListAloneOnEveryReplica() {
        Searchable notes = new Searchable(database);
        for (String id : List.of("a", "b", "c")) {
            notes.add(request("create", id), id, value(id.charAt(0)), event());
            notes.add(
                    Callers.command(Callers.of(Callers.OTHER, "eve"), "create", clock.instant()),
                    id,
                    value(1),
                    event());
        }
        String token = notes.list(Callers.ACME, new PageRequest(1, "")).nextToken();

        PageRequest next = new PageRequest(1, token);
        assertThat(new Searchable(database).list(Callers.ACME, next).items())
                .extracting(Versioned::id)
                .containsExactly("b");
        refusesPage(() -> notes.list(Callers.OTHER, next));
        refusesPage(() -> notes.findPage(Callers.ACME, Filters.eq("data.stars", 1), next));
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            PageRequest tampered =
                    new PageRequest(1, token.substring(0, i) + other + token.substring(i + 1));
            refusesPage(() -> notes.list(Callers.ACME, tampered));
        }
    }

    private static void refusesPage(ThrowableAssert.ThrowingCallable list) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(list)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo("INVALID_PAGE_TOKEN"));
    }

    private final class Searchable extends MongoAggregates<Note> {
        Searchable(MongoDatabase database) {
            super(
                    database,
                    "notes",
                    new Note.Mapper(2),
                    clock,
                    List.of(IndexSpec.on("-data.stars")));
        }

        /** In an order of its own. */
        Page<Versioned<Note>> byStars(PageRequest page) {
            List<String> list = List.of("by stars");
            int behind =
                    page.token().isEmpty()
                            ? 0
                            : Integer.parseInt(pageTokens().placeIn(page.token(), list));
            return findPart(
                            Callers.ACME,
                            Filters.gt("data.stars", behind),
                            Sorts.ascending("data.stars"),
                            page.size())
                    .page(last -> pageTokens().sign("" + last.value().stars(), list));
        }

        List<String> withMoreStarsThan(int stars) {
            return findAll(
                            Callers.ACME,
                            Filters.gt("data.stars", stars),
                            Sorts.descending("data.stars"),
                            10)
                    .stream()
                    .map(Versioned::id)
                    .toList();
        }

        List<Located> everywhereWithMoreStarsThan(int stars, int most) {
            return locateInAllTenants(
                    Filters.gt("data.stars", stars), Sorts.descending("data.stars"), most);
        }
    }

    private MongoAggregates<Note> notes(int schemaVersion) {
        return new MongoAggregates<>(
                database, "notes", new Note.Mapper(schemaVersion), clock, List.of());
    }

    private void log(String aggregate, long version) {
        behind.getCollection("events")
                .insertOne(
                        new Document("tenant", "acme")
                                .append("aggregate", aggregate)
                                .append("version", version));
    }

    private List<String> indexNames() {
        return collection()
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }

    private Document stored(String id) {
        return Objects.requireNonNull(collection().find(Filters.eq("_id", "acme/" + id)).first());
    }

    private MongoCollection<Document> collection() {
        return behind.getCollection("notes");
    }

    private Command request(String method, String requestId) {
        return Callers.command(Callers.ann(), method, requestId, "body", clock.instant());
    }
}
