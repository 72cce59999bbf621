package io.syncopate.starter.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.starter.ServiceName;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@OnStore
class EventLogIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @SuppressWarnings("NullAway.Init")
    private Notes notes;

    @SuppressWarnings("NullAway.Init")
    private RelayRunner runner;

    @SuppressWarnings("NullAway.Init")
    private EventFeed feed;

    @BeforeEach
    void start(TestStore store) {
        MongoDatabase database = store.database();
        notes = new Notes(database, Clock.systemUTC());
        AppendSignal appended = new AppendSignal();
        feed = new EventFeed(database, appended);
        runner =
                new RelayRunner(
                        new Relay(
                                new MongoRelayStore(
                                        database,
                                        List.of(notes.collection()),
                                        new Leases(database, "one", LONG, Clock.systemUTC()))),
                        // Longer than the tests: only the wake-up of a write can feed the log.
                        Duration.ofMinutes(10),
                        appended,
                        meters);
        notes.afterWrite(runner::wakeUp);
        runner.start();
    }

    @AfterEach
    void stop() {
        runner.stop();
    }

    @Test
    void aWriteWakesTheRelayAndTheReaderThatWaits() throws InterruptedException {
        Thread writer = Thread.ofVirtual().start(() -> notes.write("a"));
        List<Document> found = feed.read(Callers.ACME, Map.of(), 10, LONG);
        writer.join();

        assertThat(found).hasSize(1);
        Event event =
                new EventMapper("syncopate", new ServiceName("echo")).toEvent(found.getFirst());
        assertThat(event.getId()).isEqualTo("acme/notes/a/v1");
        assertThat(event.getSource()).isEqualTo("/syncopate/echo");
        assertThat(event.getType()).isEqualTo("syncopate.echo.v1.Written");
        assertThat(event.getSubject()).isEqualTo("notes/a");
        assertThat(event.getActor()).isEqualTo("ann");
        assertThat(event.getAggregateVersion()).isEqualTo(1);
        assertThat(event.getPosition()).isEqualTo(1);
        assertThat(event.getChanges(0).getField()).isEqualTo("text");
        assertThat(event.getChanges(0).hasBefore()).isFalse();
        assertThat(event.getChanges(0).getAfter().getStringValue()).isEqualTo("0");
    }

    @Test
    void readsEachEventOnceWithACursor() throws InterruptedException {
        Versioned<String> note = notes.write("a");
        for (int i = 0; i < 9; i++) {
            note = notes.rewrite(note);
        }
        Map<Integer, Long> after = new HashMap<>();
        long version = 0;
        while (version < 10) {
            for (Document event : feed.read(Callers.ACME, after, 3, LONG)) {
                assertThat(event.getLong("version")).isEqualTo(++version);
                after.put(event.getInteger("partition"), event.getLong("position"));
            }
        }
        assertThat(feed.read(Callers.ACME, after, 3, Duration.ofMillis(50))).isEmpty();
    }

    @Test
    void doesNotShowAnotherTenantsEvents() throws InterruptedException {
        notes.write("a");
        assertThat(feed.read(Callers.ACME, Map.of(), 10, LONG)).hasSize(1);
        assertThat(feed.read(Callers.OTHER, Map.of(), 10, Duration.ofMillis(50))).isEmpty();
    }

    @Test
    void tellsWhoReachesLessThanTheTenantWhatHappenedWhileItWasTheirs(TestStore store)
            throws InterruptedException {
        Versioned<String> first = notes.write("a");
        notes.tear(first);
        await().until(() -> notes.find(Callers.ACME, "a").isEmpty() && logged("notes/a") == 2);
        Caller bob = Callers.of(Callers.ACME, "bob");
        notes.add(
                Callers.command(bob, "write", Clock.systemUTC().instant()),
                "a",
                "bob's",
                new Notes.Written());
        await().until(() -> logged("notes/a") == 3);

        History history = new History(store.database());
        assertThat(versions(history, Reach.everything(Callers.ACME))).containsExactly(3L, 2L, 1L);
        assertThat(versions(history, Reach.of(bob, Scope.OWN))).containsExactly(3L);
        assertThat(versions(history, Reach.of(Callers.ann(), Scope.OWN))).containsExactly(2L, 1L);
        assertThat(versions(history, Reach.of(Callers.of(Callers.ACME, "kim"), Scope.TEAM)))
                .isEmpty();
        assertThat(versions(history, Reach.of(Callers.of(Callers.OTHER, "bob"), Scope.OWN)))
                .isEmpty();
    }

    private static List<Long> versions(History history, Reach reach) {
        return history.of(reach, "notes/a", PageRequest.first()).items().stream()
                .map(event -> event.getLong("version"))
                .toList();
    }

    private long logged(String aggregate) {
        try {
            return feed.read(Callers.ACME, Map.of(), 100, Duration.ZERO).stream()
                    .filter(event -> aggregate.equals(event.getString("aggregate")))
                    .count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void relaysTheLastChangesWhenItStops() throws InterruptedException {
        notes.write("a");
        runner.stop();
        assertThat(feed.read(Callers.ACME, Map.of(), 10, Duration.ZERO)).hasSize(1);
        assertThat(meters.counter("syncopate.relay.events").count()).isEqualTo(1);
    }
}
