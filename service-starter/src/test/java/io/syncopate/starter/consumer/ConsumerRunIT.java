package io.syncopate.starter.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.eventlog.EventLog;
import io.syncopate.starter.eventlog.EventSource;
import io.syncopate.starter.eventlog.Notes;
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
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

@OnStore
class ConsumerRunIT {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LEASE_AND_SKEW =
            LEASE.plus(Cursors.MAX_SKEW).plus(Duration.ofSeconds(1));
    private static final ServiceName ECHO = new ServiceName("echo");

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @SuppressWarnings("NullAway.Init")
    private Notes notes;

    @SuppressWarnings("NullAway.Init")
    private Sightings sightings;

    @SuppressWarnings("NullAway.Init")
    private EventLog log;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
        notes = new Notes(database, clock);
        sightings = new Sightings(database, clock);
        log =
                new EventLog(
                        database,
                        List.of(notes),
                        "syncopate",
                        ECHO,
                        Duration.ofMinutes(10),
                        LEASE,
                        clock,
                        meters);
    }

    @Test
    void losesNothingAndDoesNothingTwiceWhereverItDies() {
        writeThreeOfEach("a", "b", "c");
        int step = 1;
        while (diesAt(step)) {
            clock.advance(LEASE_AND_SKEW);
            toTheEnd(run("next", sightings::add));
            assertThat(seen()).as("died at step %d", step).isEqualTo(threeOfEach("a", "b", "c"));
            step++;
        }
        assertThat(step).as("steps that were tried").isGreaterThan(18);
    }

    @Test
    void replicasThatTakeTurnsHandleEverythingOnceAndInOrder() throws Exception {
        writeThreeOfEach("a", "b", "c", "d", "e", "f");
        AtomicInteger deliveries = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> replicas = new ArrayList<>();
            for (String owner : List.of("one", "two", "three")) {
                ConsumerRun run =
                        run(
                                owner,
                                delivery -> {
                                    deliveries.incrementAndGet();
                                    sightings.add(delivery);
                                });
                replicas.add(
                        threads.submit(
                                () -> {
                                    for (int turn = 0; turn < 20; turn++) {
                                        run.pass();
                                        run.release();
                                    }
                                }));
            }
            for (Future<?> replica : replicas) {
                replica.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(seen()).isEqualTo(threeOfEach("a", "b", "c", "d", "e", "f"));
        assertThat(deliveries).as("no lease was lost").hasValue(18);
    }

    @Test
    void aReplicaThatStalledBeyondItsLeaseStopsAndMovesNothing() {
        writeThreeOfEach("a", "b", "c", "d");
        List<String> handledByStalled = new ArrayList<>();
        ConsumerRun other = run("other", sightings::add);
        ConsumerRun stalled =
                run(
                        "stalled",
                        delivery -> {
                            if (handledByStalled.isEmpty()) {
                                clock.advance(LEASE_AND_SKEW);
                                toTheEnd(other);
                            }
                            handledByStalled.add(delivery.event().getId());
                            sightings.add(delivery);
                        });
        stalled.pass();

        assertThat(handledByStalled).as("what it was in the middle of, alone").hasSize(1);
        assertThat(seen()).isEqualTo(threeOfEach("a", "b", "c", "d"));
        assertThat(positions()).as("behind everything").isEqualTo(12);
    }

    @Test
    void aPoisonousEventIsKeptAsideAndTheOthersGoOn() {
        writeThreeOfEach("a", "b", "c");
        ConsumerRun run =
                run(
                        "one",
                        delivery -> {
                            if (delivery.event().getId().equals("acme/notes/b/v2")) {
                                throw new IllegalStateException("cannot be handled");
                            }
                            sightings.add(delivery);
                        });
        toTheEnd(run);
        assertThat(seen().get("notes-a")).containsExactly(1L, 2L, 3L);
        for (int attempt = 0; attempt < 3; attempt++) {
            clock.advance(Duration.ofMinutes(6));
            toTheEnd(run);
        }

        assertThat(seen())
                .isEqualTo(
                        Map.of(
                                "notes-a", List.of(1L, 2L, 3L),
                                "notes-b", List.of(1L, 3L),
                                "notes-c", List.of(1L, 2L, 3L)));
        assertThat(behind.getCollection("deadLetters").find().into(new ArrayList<>()))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter)
                                        .containsEntry("_id", "watcher/echo/acme/notes/b/v2")
                                        .containsEntry("tenant", "acme")
                                        .containsKey("event"));
        assertThat(meters.get("syncopate.consumer.dead").counter().count()).isEqualTo(1);
        assertThat(meters.get("syncopate.consumer.lag").gauge().value()).isZero();
    }

    @Test
    void anEventThatNoStackIsLargeEnoughForIsPoisonous() {
        writeThreeOfEach("a");
        ConsumerRun run =
                run(
                        "one",
                        delivery -> {
                            if (delivery.event().getId().equals("acme/notes/a/v2")) {
                                throw new StackOverflowError("as planned");
                            }
                            sightings.add(delivery);
                        });
        for (int attempt = 0; attempt < 4; attempt++) {
            toTheEnd(run);
            clock.advance(Duration.ofMinutes(6));
        }
        assertThat(seen()).isEqualTo(Map.of("notes-a", List.of(1L, 3L)));
        assertThat(behind.getCollection("deadLetters").countDocuments()).isEqualTo(1);
    }

    @Test
    void aConsumerThatMustNotMissAnythingWaitsBehindAPoisonousEvent() {
        writeThreeOfEach("a");
        AtomicInteger attempts = new AtomicInteger();
        ConsumerRun run =
                run(
                        new Watcher(
                                delivery -> {
                                    if (attempts.incrementAndGet() < 20) {
                                        throw new IllegalStateException("not yet");
                                    }
                                    sightings.add(delivery);
                                },
                                EventConsumer.OnPoison.HALT),
                        "one",
                        log.service());
        for (int attempt = 0; attempt < 19; attempt++) {
            toTheEnd(run);
            assertThat(seen()).isEmpty();
            clock.advance(Duration.ofMinutes(6));
        }
        toTheEnd(run);
        assertThat(seen()).isEqualTo(threeOfEach("a"));
    }

    @Test
    void whatPassesByItselfIsTriedAgainForEver() {
        writeThreeOfEach("a");
        AtomicInteger attempts = new AtomicInteger();
        ConsumerRun run =
                run(
                        "one",
                        delivery -> {
                            if (attempts.incrementAndGet() < 20) {
                                throw new MongoTimeoutException("the store is away");
                            }
                            sightings.add(delivery);
                        });
        for (int attempt = 0; attempt < 20; attempt++) {
            toTheEnd(run);
            clock.advance(Duration.ofMinutes(6));
        }
        assertThat(seen()).isEqualTo(threeOfEach("a"));
        assertThat(behind.getCollection("deadLetters").countDocuments()).isZero();
    }

    @Test
    void goesOnWhereItWasWhenTheFeedIsBack() {
        writeThreeOfEach("a");
        boolean[] away = {false};
        EventSource feed =
                request -> {
                    if (away[0]) {
                        throw new MongoTimeoutException("the feed is away");
                    }
                    return log.service().read(request);
                };
        ConsumerRun run =
                run(new Watcher(sightings::add, EventConsumer.OnPoison.SKIP), "one", feed);
        toTheEnd(run);
        away[0] = true;
        writeThreeOfEach("b");
        assertThatExceptionOfType(MongoTimeoutException.class).isThrownBy(run::pass);
        away[0] = false;
        toTheEnd(run);
        assertThat(seen()).isEqualTo(threeOfEach("a", "b"));
    }

    /** False when it got through without reaching that step. */
    private boolean diesAt(int step) {
        List.of("consumers", "sightings")
                .forEach(name -> behind.getCollection(name).deleteMany(new Document()));
        AtomicInteger steps = new AtomicInteger();
        Runnable next =
                () -> {
                    if (steps.incrementAndGet() == step) {
                        throw new Killed();
                    }
                };
        ConsumerRun run =
                run(
                        new Watcher(
                                delivery -> {
                                    next.run();
                                    sightings.add(delivery);
                                    next.run();
                                },
                                EventConsumer.OnPoison.SKIP),
                        "dying",
                        request -> {
                            next.run();
                            return log.service().read(request);
                        });
        try {
            toTheEnd(run);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** As a process that is killed: nothing catches it. */
    private static final class Killed extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    private void writeThreeOfEach(String... ids) {
        for (String id : ids) {
            Versioned<String> note = notes.write(id);
            notes.rewrite(notes.rewrite(note));
        }
        log.runner().start();
        log.runner().stop();
    }

    private static Map<String, List<Long>> threeOfEach(String... ids) {
        Map<String, List<Long>> all = new TreeMap<>();
        for (String id : ids) {
            all.put("notes-" + id, List.of(1L, 2L, 3L));
        }
        return all;
    }

    private Map<String, List<Long>> seen() {
        Map<String, List<Long>> seen = new TreeMap<>();
        sightings
                .list(Callers.ACME, io.syncopate.kernel.PageRequest.first())
                .items()
                .forEach(each -> seen.put(each.id(), each.value()));
        return seen;
    }

    private long positions() {
        return behind
                .getCollection("consumers")
                .find()
                .map(cursor -> cursor.getLong("position"))
                .into(new ArrayList<>())
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static void toTheEnd(ConsumerRun run) {
        while (run.pass().orElse(0) > 0) {}
    }

    private ConsumerRun run(String owner, Consumer<Delivery> handler) {
        return run(new Watcher(handler, EventConsumer.OnPoison.SKIP), owner, log.service());
    }

    private ConsumerRun run(EventConsumer consumer, String owner, EventSource source) {
        return new ConsumerRun(
                consumer,
                source,
                new Cursors(database, consumer.name(), consumer.source(), owner, LEASE, clock),
                new DeadLetters(database, clock),
                new ConsumerSettings(Duration.ZERO, LEASE, 3),
                ECHO,
                clock,
                meters);
    }

    private record Watcher(Consumer<Delivery> handler, OnPoison onPoison) implements EventConsumer {
        @Override
        public String name() {
            return "watcher";
        }

        @Override
        public String source() {
            return "echo";
        }

        @Override
        public void handle(Delivery delivery) {
            handler.accept(delivery);
        }
    }
}
