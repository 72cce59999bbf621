package io.syncopate.starter.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Any;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

@OnStore
class OperationWorkerIT {

    private static final OperationSettings SETTINGS =
            new OperationSettings(2, Duration.ofSeconds(15), 3, Duration.ofDays(7));
    private static final Duration LEASE_AND_SKEW = Duration.ofSeconds(21);
    private static final ServiceName ECHO = new ServiceName("echo");
    private static final String KIND = "echo.echoes.count";

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final CpuPool pool = new CpuPool(1, 1, Duration.ofSeconds(1));

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    private MongoDatabase behind;

    @SuppressWarnings("NullAway.Init")
    private MongoOperations operations;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
        behind = store.behindTheAdapter();
        operations = new MongoOperations(database, ECHO, clock);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void endsWithTheResponseOfItsWork() throws Exception {
        String id = start("r1");
        run(
                worker(
                        run -> {
                            run.progress(2, 1, 2, "echoes");
                            run.checkpoint(Int64Value.of(2));
                            assertThat(run.caller().actingService()).contains("echo");
                            assertThat(run.caller().uid().value()).isEqualTo("ann");
                            return StringValue.of(run.input(StringValue.class).getValue() + "!");
                        }));

        OperationState state = state(id);
        assertThat(response(state).unpack(StringValue.class).getValue()).isEqualTo("hello!");
        assertThat(List.of(state.work().done(), state.work().failed(), state.work().total()))
                .containsExactly(2L, 1L, 2L);
        assertThat(outbox(id)).containsExactly("OperationStarted", "OperationSucceeded");
        assertThat(worker(run -> StringValue.of("again")).take()).as("nothing waits").isEmpty();
    }

    @Test
    void startingAgainWithTheSameRequestGivesTheSameOperation() {
        assertThat(start("r1")).isEqualTo(start("r1")).isNotEqualTo(start("r2"));
    }

    @Test
    void goesOnFromTheLastCheckpointWhenItsReplicaIsKilled() throws Exception {
        String id = start("r1");
        List<Long> counted = new ArrayList<>();
        Function<Long, OperationWorker> dyingAt =
                last ->
                        worker(
                                run -> {
                                    long from =
                                            run.checkpoint(Int64Value.class)
                                                    .map(Int64Value::getValue)
                                                    .orElse(0L);
                                    for (long i = from + 1; i <= 5; i++) {
                                        if (i > last) {
                                            throw new Killed();
                                        }
                                        counted.add(i);
                                        run.checkpoint(Int64Value.of(i));
                                    }
                                    return StringValue.of("done");
                                });
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> run(dyingAt.apply(3L)));
        assertThat(worker(run -> StringValue.of("")).take()).as("still leased").isEmpty();
        clock.advance(LEASE_AND_SKEW);
        run(dyingAt.apply(5L));

        assertThat(counted).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(response(state(id)).unpack(StringValue.class).getValue()).isEqualTo("done");
    }

    @Test
    void failsByAnErrorOfItsOwnWork() throws Exception {
        String id = start("r1");
        run(
                worker(
                        run -> {
                            throw new NoClassDefFoundError("as planned");
                        }));
        assertThat(error(state(id)).getCode()).isEqualTo(Code.INTERNAL_VALUE);
    }

    @Test
    void aReplicaThatStalledBeyondItsLeaseCannotEndIt() throws Exception {
        String id = start("r1");
        OperationWorker other = worker(run -> StringValue.of("of the other"));
        AtomicInteger stopped = new AtomicInteger();
        run(
                worker(
                        run -> {
                            clock.advance(LEASE_AND_SKEW);
                            run(other);
                            try {
                                run.checkpoint(Int64Value.of(1));
                            } catch (OperationCancelledException e) {
                                stopped.incrementAndGet();
                            }
                            return StringValue.of("of the one that stalled");
                        }));

        assertThat(stopped).as("it is told to stop").hasValue(1);
        assertThat(response(state(id)).unpack(StringValue.class).getValue())
                .isEqualTo("of the other");
        assertThat(outbox(id)).containsExactly("OperationStarted", "OperationSucceeded");
    }

    @Test
    void goesOnWhereItRunsWhenTimeIsMovedBeyondItsLease() throws Exception {
        String id = start("r1");
        AtomicReference<OperationWorker> self = new AtomicReference<>();
        self.set(
                worker(
                        run -> {
                            for (int jump = 0; jump < 6; jump++) {
                                clock.advance(LEASE_AND_SKEW);
                                assertThat(self.get().take()).as("by itself").isEmpty();
                                self.get().beat();
                            }
                            assertThat(worker(again -> StringValue.of("")).take())
                                    .as("by another, which sees the lease renewed")
                                    .isEmpty();
                            return StringValue.of("done");
                        }));
        run(self.get());

        assertThat(response(state(id)).unpack(StringValue.class).getValue()).isEqualTo("done");
        assertThat(state(id).work().attempts()).isEqualTo(1);
    }

    @Test
    void aFencedEndMeetsTheLeaseThatWasTakenAfterItWasRead() {
        String id = start("r1");
        OperationWorker one = worker(run -> StringValue.of(""));
        OperationRun first = one.take().orElseThrow();
        Versioned<OperationState> read = operations.get(Callers.ACME, id);
        clock.advance(LEASE_AND_SKEW);
        assertThat(worker(run -> StringValue.of("")).take()).isPresent();

        assertThatExceptionOfType(StaleEtagException.class)
                .isThrownBy(
                        () ->
                                operations.end(
                                        first.command("end"),
                                        read,
                                        first.work().fence(),
                                        read.value()
                                                .ended(
                                                        new OperationState.Outcome.Failed(
                                                                Status.getDefaultInstance(),
                                                                clock.instant(),
                                                                clock.instant())),
                                        new OperationEvent.OperationFailed()));
        assertThat(state(id).ended()).isFalse();
    }

    @Test
    void isCancelledWhereTheWorkLooks() {
        String id = start("r1");
        run(
                worker(
                        run -> {
                            Versioned<OperationState> now = operations.get(Callers.ACME, id);
                            operations.change(
                                    command("cancel"),
                                    now,
                                    now.value().cancelRequested(),
                                    new OperationEvent.OperationCancelRequested());
                            run.checkpoint(Int64Value.of(1));
                            throw new AssertionError("it went on");
                        }));
        assertThat(error(state(id)).getCode()).isEqualTo(Code.CANCELLED.getNumber());
    }

    @Test
    void aRefusalBecomesItsError() throws Exception {
        String id = start("r1");
        run(
                worker(
                        run -> {
                            throw new InvalidException("text", "cannot be counted");
                        }));
        Status error = error(state(id));
        assertThat(error.getCode()).isEqualTo(Code.INVALID_ARGUMENT.getNumber());
        ErrorInfo info = error.getDetails(0).unpack(ErrorInfo.class);
        assertThat(info.getReason()).isEqualTo("INVALID_REQUEST");
        assertThat(info.getDomain()).isEqualTo("syncopate.echo");
    }

    @Test
    void beginsAgainAfterWhatPassesByItself() {
        String id = start("r1");
        AtomicInteger runs = new AtomicInteger();
        OperationWorker worker =
                worker(
                        run -> {
                            if (runs.incrementAndGet() <= 6) {
                                throw new MongoTimeoutException("away");
                            }
                            return StringValue.of("done");
                        });
        for (int i = 0; i < 7; i++) {
            assertThat(state(id).ended()).isFalse();
            run(worker);
            clock.advance(Duration.ofSeconds(6));
        }
        assertThat(response(state(id))).isNotNull();
    }

    @Test
    void isGivenUpWhenItKillsEveryReplica() {
        String id = start("r1");
        OperationWorker deadly =
                worker(
                        run -> {
                            throw new Killed();
                        });
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(Killed.class).isThrownBy(() -> run(deadly));
            clock.advance(LEASE_AND_SKEW);
        }
        run(deadly);
        assertThat(error(state(id)).getCode()).isEqualTo(Code.ABORTED.getNumber());
    }

    @Test
    void isRunByOneOfManyReplicas() throws Exception {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 10; i++) {
            ids.add(start("r" + i));
        }
        List<String> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> replicas = new ArrayList<>();
            for (int replica = 0; replica < 4; replica++) {
                OperationWorker worker = worker(run -> StringValue.of(""));
                replicas.add(
                        threads.submit(
                                () -> {
                                    List<String> mine = new ArrayList<>();
                                    for (int i = 0; i < 10; i++) {
                                        worker.take().ifPresent(run -> mine.add(run.id()));
                                    }
                                    return mine;
                                }));
            }
            for (Future<List<String>> replica : replicas) {
                taken.addAll(replica.get(60, TimeUnit.SECONDS));
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void isForgottenWhenItExpires() {
        String id = start("r1");
        OperationWorker worker = worker(run -> StringValue.of(""));
        run(worker);
        worker.forgetExpired();
        assertThat(operations.find(Callers.ACME, id)).isPresent();
        clock.advance(Duration.ofDays(7).plusSeconds(1));
        worker.forgetExpired();
        assertThat(operations.find(Callers.ACME, id)).isEmpty();
    }

    @Test
    void aRunnerTakesUpWhatIsStartedAndGivesItBackWhenItStops() throws Exception {
        MongoOperations real = new MongoOperations(database, ECHO, Clock.systemUTC());
        CountDownLatch begun = new CountDownLatch(1);
        Operations one =
                operations(
                        real,
                        run -> {
                            begun.countDown();
                            while (true) {
                                run.checkpoint(Int64Value.of(1));
                            }
                        });
        one.runner().start();
        String name = one.start(command("r1"), KIND, StringValue.of("hello")).getName();
        String id = name.substring("echo/operations/".length());
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        one.runner().stop();
        assertThat(real.get(Callers.ACME, id).value().ended()).isFalse();

        CountDownLatch ended = new CountDownLatch(1);
        Operations other =
                operations(
                        real,
                        run -> {
                            ended.countDown();
                            return run.checkpoint(Int64Value.class).orElseThrow();
                        });
        other.runner().start();
        assertThat(ended.await(30, TimeUnit.SECONDS)).as("taken at once").isTrue();
        other.runner().stop();
        assertThat(response(real.get(Callers.ACME, id).value()).unpack(Int64Value.class))
                .isEqualTo(Int64Value.of(1));
    }

    private Operations operations(MongoOperations store, Function<OperationRun, Message> work) {
        return Operations.of(
                store, List.of(new Kind(work)), pool, SETTINGS, ECHO, Clock.systemUTC());
    }

    private String start(String requestId) {
        Command command = command(requestId);
        return operations
                .add(
                        command,
                        Ids.forCommand(command),
                        new OperationState(
                                KIND,
                                Any.pack(StringValue.of("hello")),
                                command.by().uid(),
                                Set.of(),
                                false,
                                OperationState.Work.waiting(),
                                Optional.empty()),
                        new OperationEvent.OperationStarted())
                .id();
    }

    private Command command(String requestId) {
        return Callers.command(
                Callers.ann(), "start", requestId, "body of " + requestId, clock.instant());
    }

    private OperationWorker worker(Function<OperationRun, Message> work) {
        return new OperationWorker(
                operations,
                Map.of(KIND, new Kind(work)),
                pool,
                SETTINGS,
                ECHO,
                Ids.random(),
                clock);
    }

    private static void run(OperationWorker worker) {
        worker.take().ifPresent(worker::work);
    }

    private OperationState state(String id) {
        return operations.get(Callers.ACME, id).value();
    }

    private static Any response(OperationState state) {
        return ((OperationState.Outcome.Succeeded) state.outcome().orElseThrow()).response();
    }

    private static Status error(OperationState state) {
        return ((OperationState.Outcome.Failed) state.outcome().orElseThrow()).error();
    }

    private List<String> outbox(String id) {
        return behind
                .getCollection("operations")
                .find(Filters.eq("id", id))
                .map(found -> found.getList("outbox", Document.class))
                .into(new ArrayList<>())
                .getFirst()
                .stream()
                .map(event -> event.getString("type"))
                .toList();
    }

    /** As a process that is killed: nothing catches it. */
    private static final class Killed extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }

    private record Kind(Function<OperationRun, Message> work) implements OperationKind {
        @Override
        public String name() {
            return KIND;
        }

        @Override
        public Message run(OperationRun run) {
            return work.apply(run);
        }
    }
}
