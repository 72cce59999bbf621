package io.syncopate.starter.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

@OnStore
class RelayIT {

    private static final Duration LEASE = Duration.ofSeconds(15);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @SuppressWarnings("NullAway.Init")
    private Notes notes;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
        notes = new Notes(database, clock);
    }

    @Test
    void movesEveryEventAndLeavesTheAggregateAsItWas() {
        writeSome();
        Versioned<String> before = notes.get(Callers.ACME, "b");
        runToTheEnd("one");

        assertThat(log()).containsExactlyInAnyOrderEntriesOf(everything());
        assertNoGaps();
        assertThat(notes.get(Callers.ACME, "b")).isEqualTo(before);
        assertThat(collection("notes").countDocuments(Filters.exists("pending"))).isZero();
        assertThat(collection("notes").countDocuments(Filters.eq("id", "c")))
                .as("the tombstone")
                .isZero();
        notes.rewrite(before);
        runToTheEnd("one");
        assertThat(log().get("notes/b")).containsExactly(1L, 2L, 3L);
        assertNoGaps();
    }

    @Test
    void losesNothingAndRepeatsNothingWhereverItDies() {
        assertThat(deathsThatLoseNothing(this::writeSome, everything()))
                .as("steps that were tried")
                .isGreaterThan(20);
    }

    @Test
    void anIdThatIsUsedAgainWhileWhatWasRemovedIsRelayedLosesNoEvent() {
        assertThat(
                        deathsThatLoseNothing(
                                this::useAgainWhileItIsRelayed,
                                Map.of("notes/a", List.of(1L, 2L, 3L, 4L, 5L))))
                .as("steps that were tried")
                .isGreaterThan(20);

        Versioned<String> again = notes.get(Callers.ACME, "a");
        assertThat(again.value()).isEqualTo("0+");
        assertThat(again.version()).isEqualTo(5);
        notes.rewrite(again);
        runToTheEnd("last");
        assertThat(log().get("notes/a")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(types("notes/a"))
                .containsExactly(
                        "Written", "Rewritten", "Torn", "Written", "Rewritten", "Rewritten");
    }

    @Test
    void whatChangedWhileItWasCountedOnIsLeftForTheNextPass() {
        useAgainWhileItIsRelayed();
        RelayStore store = store("one", false);
        List<Pending> read = store.pending(Set.of(0, 1, 2, 3), 10);
        Versioned<String> now = notes.rewrite(notes.get(Callers.ACME, "a"));
        read.forEach(store::countOn);

        assertThat(notes.get(Callers.ACME, "a").version()).isEqualTo(now.version());
        store.release();
        runToTheEnd("next");
        assertThat(log().get("notes/a")).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    /** Its new life begins with the version of its end: the log was read before that was in it. */
    private void useAgainWhileItIsRelayed() {
        Versioned<String> first = notes.rewrite(notes.write("a"));
        runToTheEnd("before");
        notes.tear(first);
        clock.advance(Duration.ofSeconds(1));
        AtomicBoolean once = new AtomicBoolean(true);
        Notes late =
                new Notes(
                        database,
                        clock,
                        () -> {
                            if (once.getAndSet(false)) {
                                runToTheEnd("beside");
                            }
                        });
        assertThat(late.write("a").version()).as("as the end of the first").isEqualTo(3);
        notes.rewrite(notes.get(Callers.ACME, "a"));
    }

    /** Tries a death at each step of a relay, before and after its effect, and counts them. */
    private int deathsThatLoseNothing(Runnable writes, Map<String, List<Long>> everything) {
        int deaths = 0;
        for (boolean afterEffect : new boolean[] {false, true}) {
            int step = 1;
            while (diesAt(step, afterEffect, writes)) {
                clock.advance(LEASE.plus(Leases.MAX_SKEW).plusSeconds(1));
                runToTheEnd("next");
                assertThat(log())
                        .as("died at step %d, after effect: %s", step, afterEffect)
                        .containsExactlyInAnyOrderEntriesOf(everything);
                assertNoGaps();
                assertThat(collection("notes").countDocuments(Filters.exists("pending"))).isZero();
                step++;
                deaths++;
            }
        }
        return deaths;
    }

    @Test
    void twoRelaysThatBothThinkTheyHoldTheLeaseDoNotHarmTheLog() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> relays = new ArrayList<>();
            for (String owner : List.of("one", "two")) {
                relays.add(threads.submit(() -> relayStubbornly(owner, writing)));
            }
            for (int i = 0; i < 20; i++) {
                Versioned<String> note = notes.write("n" + i);
                for (int j = 0; j < 4; j++) {
                    note = notes.rewrite(note);
                }
            }
            writing.set(false);
            for (Future<?> relay : relays) {
                relay.get(60, TimeUnit.SECONDS);
            }
        }
        runStubbornlyToTheEnd("three");
        assertThat(log()).hasSize(20);
        assertThat(log().values()).allSatisfy(versions -> assertThat(versions).hasSize(5));
        assertNoGaps();
    }

    @Test
    void aLeaseIsTakenOverOnlyWhenItExpiredByMoreThanClocksDiffer() {
        Leases first = new Leases(database, "first", LEASE, clock);
        Leases second = new Leases(database, "second", LEASE, clock);
        assertThat(first.hold(0)).isTrue();
        assertThat(second.hold(0)).isFalse();

        clock.advance(LEASE.plus(Leases.MAX_SKEW));
        assertThat(second.hold(0)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(second.hold(0)).isTrue();
        assertThat(second.fence(0)).isEqualTo(2);
        assertThat(first.hold(0)).isFalse();

        second.release();
        assertThat(first.hold(0)).as("given back").isTrue();
        assertThat(first.fence(0)).isEqualTo(3);
    }

    /** False when the relay got through without reaching that step. */
    private boolean diesAt(int step, boolean afterEffect, Runnable writes) {
        List.of("notes", "events", "relays")
                .forEach(name -> collection(name).deleteMany(new Document()));
        writes.run();
        Relay dying = new Relay(new DyingStore(store("dying", false), step, afterEffect));
        try {
            while (dying.pass() > 0) {}
            dying.release();
            return false;
        } catch (DyingStore.Killed e) {
            return true;
        }
    }

    private void writeSome() {
        Versioned<String> a = notes.write("a");
        Versioned<String> b = notes.write("b");
        Versioned<String> c = notes.write("c");
        notes.write("d");
        notes.rewrite(notes.rewrite(a));
        notes.rewrite(b);
        notes.tear(c);
    }

    private static Map<String, List<Long>> everything() {
        return Map.of(
                "notes/a", List.of(1L, 2L, 3L),
                "notes/b", List.of(1L, 2L),
                "notes/c", List.of(1L, 2L),
                "notes/d", List.of(1L));
    }

    private boolean relayStubbornly(String owner, AtomicBoolean writing) {
        Relay relay = new Relay(store(owner, true));
        while (writing.get()) {
            try {
                relay.pass();
            } catch (RelayStore.AlreadyLoggedException e) {
                assertThat(e).as("the rival was first").isNotNull();
            }
        }
        return true;
    }

    private void runStubbornlyToTheEnd(String owner) {
        Relay relay = new Relay(store(owner, true));
        while (relay.pass() > 0) {}
    }

    private void runToTheEnd(String owner) {
        Relay relay = new Relay(store(owner, false));
        while (relay.pass() > 0) {}
        relay.release();
    }

    private RelayStore store(String owner, boolean stubborn) {
        return new MongoRelayStore(
                database,
                List.of(collection("notes")),
                stubborn
                        ? new Leases(database, "shared by rivals", LEASE, clock)
                        : new Leases(database, owner, LEASE, clock));
    }

    /** Versions by aggregate, in the order of their positions. */
    private Map<String, List<Long>> log() {
        Map<String, List<Long>> log = new TreeMap<>();
        collection("events")
                .find()
                .sort(Sorts.ascending("partition", "position"))
                .forEach(
                        event ->
                                log.computeIfAbsent(
                                                event.getString("aggregate"),
                                                key -> new ArrayList<>())
                                        .add(event.getLong("version")));
        return log;
    }

    private List<String> types(String aggregate) {
        return collection("events")
                .find(Filters.eq("aggregate", aggregate))
                .sort(Sorts.ascending("position"))
                .map(event -> event.getString("type"))
                .into(new ArrayList<>());
    }

    private void assertNoGaps() {
        for (int partition = 0; partition < 4; partition++) {
            List<Long> positions =
                    collection("events")
                            .find(Filters.eq("partition", partition))
                            .sort(Sorts.ascending("position"))
                            .map(event -> event.getLong("position"))
                            .into(new ArrayList<>());
            assertThat(positions)
                    .as("positions of partition %d", partition)
                    .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
        }
    }

    private MongoCollection<Document> collection(String name) {
        return behind.getCollection(name);
    }
}
