package io.syncopate.starter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.api.v1.Cursor;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ListHistoryRequest;
import io.syncopate.proto.api.v1.ListHistoryResponse;
import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.proto.api.v1.ReadAllResponse;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;
import io.syncopate.proto.api.v1.WatchRequest;
import io.syncopate.proto.api.v1.WatchResponse;
import io.syncopate.proto.echo.v1.EchoRequest;
import io.syncopate.proto.echo.v1.EchoResponse;
import io.syncopate.proto.echo.v1.EchoServiceGrpc;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.client.Backend;
import io.syncopate.starter.client.Backends;
import io.syncopate.starter.consumer.Delivery;
import io.syncopate.starter.consumer.EventConsumer;
import io.syncopate.starter.eventlog.Notes;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A whole service with a store: written to, relayed, read through its feed, and observed. */
@OnStore
class StarterIT {

    @Test
    void aWriteComesOutOfTheFeed(TestStore store) {
        try (ConfigurableApplicationContext service = start(store)) {
            service.getBean(Notes.class).write("a");
            var feed =
                    service.getBean(Backends.class)
                            .backend("echo", EventFeedServiceGrpc::newBlockingStub);
            var answer =
                    CallContext.callAs(
                            Callers.ann(),
                            () ->
                                    feed.idempotent(
                                            stub ->
                                                    stub.read(
                                                            ReadRequest.newBuilder()
                                                                    .setWait(seconds(20))
                                                                    .build())));
            assertThat(answer.getEventsList())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getSubject()).isEqualTo("notes/a"));
            assertThat(answer.getNextList()).hasSize(4);
        }
    }

    @Test
    void servesTheHistoryOfOneAggregateNewestFirst(TestStore store) {
        try (ConfigurableApplicationContext service = start(store)) {
            Notes notes = service.getBean(Notes.class);
            notes.write("b");
            notes.rewrite(notes.rewrite(notes.write("a")));
            var feed = feed(service);
            read(feed, Callers.ann(), 4);

            ListHistoryRequest request =
                    ListHistoryRequest.newBuilder().setName("notes/a").setPageSize(2).build();
            ListHistoryResponse first = history(feed, Callers.ann(), request);
            assertThat(first.getEventsList())
                    .extracting(Event::getAggregateVersion)
                    .containsExactly(3L, 2L);
            assertThat(first.getEvents(0).getChanges(0).getBefore().getStringValue())
                    .isEqualTo("0+");
            assertThat(first.getEvents(0).getActor()).isEqualTo("ann");
            ListHistoryRequest next =
                    request.toBuilder().setPageToken(first.getNextPageToken()).build();
            assertThat(history(feed, Callers.ann(), next).getEventsList())
                    .extracting(Event::getAggregateVersion)
                    .containsExactly(1L);

            Caller eve = Callers.of(Callers.OTHER, "eve");
            assertThat(history(feed, eve, request).getEventsList()).isEmpty();
            assertThat(
                            catchThrowableOfType(
                                            StatusRuntimeException.class,
                                            () ->
                                                    history(
                                                            feed,
                                                            Callers.ann(),
                                                            next.toBuilder()
                                                                    .setName("notes/b")
                                                                    .build()))
                                    .getStatus()
                                    .getCode())
                    .isEqualTo(io.grpc.Status.Code.INVALID_ARGUMENT);
        }
    }

    @Test
    void onlyAServiceInItsOwnNameReadsAllTenants(TestStore store) {
        try (ConfigurableApplicationContext service = start(store)) {
            service.getBean(Notes.class).write("a");
            var feed = feed(service);
            read(feed, Callers.ann(), 1);
            ReadAllRequest request = ReadAllRequest.getDefaultInstance();

            Caller other = Callers.of(Callers.OTHER, "service.audit");
            ReadAllResponse answer =
                    CallContext.callAs(other, () -> feed.idempotent(stub -> stub.readAll(request)));
            assertThat(answer.getEventsList()).extracting(Event::getTenant).containsExactly("acme");
            assertThat(answer.getLastList())
                    .extracting(Cursor::getPosition)
                    .containsExactlyInAnyOrder(0L, 0L, 0L, 1L);

            Caller inSomebodysName =
                    new Caller(
                            other.tenant(),
                            other.uid(),
                            other.teams(),
                            other.grants(),
                            Optional.of("assessment"));
            for (Caller refused : List.of(Callers.ann(), inSomebodysName)) {
                assertThat(
                                catchThrowableOfType(
                                                StatusRuntimeException.class,
                                                () ->
                                                        CallContext.callAs(
                                                                refused,
                                                                () ->
                                                                        feed.idempotent(
                                                                                stub ->
                                                                                        stub
                                                                                                .readAll(
                                                                                                        request))))
                                        .getStatus()
                                        .getCode())
                        .isEqualTo(io.grpc.Status.Code.PERMISSION_DENIED);
            }
        }
    }

    @Test
    void aWatchGoesOnAfterABreakWithNothingLostAndNothingTwice(TestStore store) {
        try (ConfigurableApplicationContext service = start(store)) {
            Notes notes = service.getBean(Notes.class);
            notes.write("before");
            var feed = feed(service);
            read(feed, Callers.ann(), 1);

            String cursor;
            try (Watching watching = Watching.of(feed, WatchRequest.getDefaultInstance())) {
                assertThat(watching.next().hasEvent()).isFalse();
                notes.write("a");
                WatchResponse answer = watching.next();
                assertThat(answer.getEvent().getSubject()).isEqualTo("notes/a");
                cursor = answer.getCursor();
            }
            notes.write("other");
            notes.write("b");
            WatchRequest again =
                    WatchRequest.newBuilder()
                            .setAfter(cursor)
                            .addSubjectPrefixes("notes/b")
                            .build();
            try (Watching watching = Watching.of(feed, again)) {
                assertThat(watching.next().hasEvent()).isFalse();
                assertThat(watching.next().getEvent().getSubject()).isEqualTo("notes/b");
            }
        }
    }

    @Test
    void runsTheConsumersThatAreBeans(TestStore store) throws InterruptedException {
        try (ConfigurableApplicationContext service = start(store)) {
            service.getBean(Notes.class).write("a");
            assertThat(service.getBean(Follower.class).handled.poll(20, TimeUnit.SECONDS))
                    .isEqualTo("notes/a as service.echo in acme");
        }
    }

    private static Backend<EventFeedServiceGrpc.EventFeedServiceBlockingStub> feed(
            ConfigurableApplicationContext service) {
        return service.getBean(Backends.class)
                .backend("echo", EventFeedServiceGrpc::newBlockingStub);
    }

    /** Waits until so many events are in the log. */
    private static void read(
            Backend<EventFeedServiceGrpc.EventFeedServiceBlockingStub> feed,
            Caller caller,
            int count) {
        List<Cursor> after = List.of();
        int seen = 0;
        while (seen < count) {
            ReadRequest request =
                    ReadRequest.newBuilder().setWait(seconds(20)).addAllAfter(after).build();
            ReadResponse answer =
                    CallContext.callAs(caller, () -> feed.idempotent(stub -> stub.read(request)));
            assertThat(answer.getEventsList()).isNotEmpty();
            seen += answer.getEventsCount();
            after = answer.getNextList();
        }
    }

    private static ListHistoryResponse history(
            Backend<EventFeedServiceGrpc.EventFeedServiceBlockingStub> feed,
            Caller caller,
            ListHistoryRequest request) {
        return CallContext.callAs(caller, () -> feed.idempotent(stub -> stub.listHistory(request)));
    }

    private record Watching(Context.CancellableContext context, Iterator<WatchResponse> answers)
            implements AutoCloseable {
        static Watching of(
                Backend<EventFeedServiceGrpc.EventFeedServiceBlockingStub> feed,
                WatchRequest request) {
            return CallContext.callAs(
                    Callers.ann(),
                    () -> {
                        Context.CancellableContext context = Context.current().withCancellation();
                        Context before = context.attach();
                        try {
                            return new Watching(context, feed.once(stub -> stub.watch(request)));
                        } finally {
                            context.detach(before);
                        }
                    });
        }

        WatchResponse next() {
            return answers.next();
        }

        @Override
        public void close() {
            context.cancel(null);
        }
    }

    @Test
    void writesToAMajorityAndNeverSaysNotToJournal(TestStore store) {
        try (ConfigurableApplicationContext service = start(store)) {
            service.getBean(Notes.class).write("a");
            assertThat(service.getBean(MongoDatabase.class).getWriteConcern())
                    .isEqualTo(WriteConcern.MAJORITY);
            List<CommandStartedEvent> inserts =
                    service.getBean(Commands.class).started.stream()
                            .filter(event -> event.getCommandName().equals("insert"))
                            .toList();
            assertThat(inserts)
                    .isNotEmpty()
                    .allSatisfy(
                            event -> {
                                var concern = event.getCommand().getDocument("writeConcern");
                                assertThat(concern.getString("w").getValue()).isEqualTo("majority");
                                assertThat(concern.containsKey("j")).isFalse();
                            });
        }
    }

    @Test
    void isObserved(TestStore store) {
        try (ConfigurableApplicationContext service = start(store)) {
            assertThat(service.getBean(HealthEndpoint.class).health().getStatus())
                    .isEqualTo(Status.UP);
            MeterRegistry meters = service.getBean(MeterRegistry.class);
            assertThat(meters.find("syncopate.cpu.running").gauge()).isNotNull();
            assertThat(meters.find("syncopate.relay.events").counter()).isNotNull();
            assertThat(meters.find("mongodb.driver.commands").timer()).isNotNull();
            assertThat(service.getBeansOfType(Tracer.class)).hasSize(1);
            assertThat(service.getBeansOfType(SpanExporter.class))
                    .as("exports only when configured")
                    .isEmpty();
        }
        try (ConfigurableApplicationContext service =
                start(
                        store,
                        "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:4318/v1/traces")) {
            assertThat(service.getBeansOfType(SpanExporter.class)).hasSize(1);
        }
    }

    @Test
    void stopsServingBeforeItStopsRelaying(TestStore store) {
        ConfigurableApplicationContext service = start(store);
        service.getBean(Notes.class).write("a");
        service.close();
        assertThat(store.database().getCollection("events").countDocuments()).isEqualTo(1);
        ManagedChannel channel = InProcessChannelBuilder.forName("starter-it").build();
        try {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(
                                    () ->
                                            EventFeedServiceGrpc.newBlockingStub(channel)
                                                    .read(ReadRequest.getDefaultInstance())))
                    .hasMessageContaining("UNAVAILABLE");
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void aCallUnderWayWhenTheStopBeginsEndsWithItsAnswerAndItsWriteIsRelayed(TestStore store)
            throws Exception {
        ConfigurableApplicationContext service = start(store);
        SlowEcho echo = service.getBean(SlowEcho.class);
        ManagedChannel channel = InProcessChannelBuilder.forName("starter-it").build();
        Thread stop = Thread.ofVirtual().unstarted(service::close);
        try {
            CompletableFuture<String> answer =
                    CompletableFuture.supplyAsync(
                            () -> StarterTest.call(channel), Thread::startVirtualThread);
            assertThat(echo.begun.await(20, TimeUnit.SECONDS)).isTrue();
            stop.start();
            Awaitility.await("no new calls").until(StarterIT::refusesCalls);
            assertThat(answer).isNotDone();

            echo.go.countDown();
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("written");
            assertThat(stop.join(Duration.ofSeconds(20))).isTrue();
            assertThat(store.database().getCollection("events").countDocuments()).isEqualTo(1);
        } finally {
            echo.go.countDown();
            channel.shutdownNow();
            service.close();
        }
    }

    private static boolean refusesCalls() {
        ManagedChannel channel = InProcessChannelBuilder.forName("starter-it").build();
        try {
            EventFeedServiceGrpc.newBlockingStub(channel).read(ReadRequest.getDefaultInstance());
            return false;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() == io.grpc.Status.Code.UNAVAILABLE;
        } finally {
            channel.shutdownNow();
        }
    }

    private static ConfigurableApplicationContext start(TestStore store, String... settings) {
        return new SpringApplicationBuilder(NoteService.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "spring.application.name=echo",
                        "spring.grpc.server.inprocess.name=starter-it",
                        "syncopate.grpc.network-enabled=false",
                        "syncopate.backends.echo.address=in-process:starter-it",
                        "syncopate.backends.echo.deadline=30s",
                        "syncopate.mongodb.uri=" + store.uri(),
                        "syncopate.mongodb.database=" + store.databaseName())
                .properties(settings)
                .run();
    }

    private static com.google.protobuf.Duration seconds(long seconds) {
        return com.google.protobuf.Duration.newBuilder().setSeconds(seconds).build();
    }

    @Configuration(proxyBeanMethods = false)
    static class NoteService extends StarterTest.NoService {
        @Bean
        Notes notes(MongoDatabase database, Clock clock) {
            return new Notes(database, clock);
        }

        @Bean
        SlowEcho slowEcho(Notes notes) {
            return new SlowEcho(notes);
        }

        @Bean
        Follower follower() {
            return new Follower();
        }

        @Bean
        Commands commands() {
            return new Commands();
        }
    }

    /** Writes and answers when it is told to. */
    static final class SlowEcho extends EchoServiceGrpc.EchoServiceImplBase {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final Notes notes;

        SlowEcho(Notes notes) {
            this.notes = notes;
        }

        @Override
        public void getEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
            begun.countDown();
            try {
                if (!go.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody let it go on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            notes.write("late");
            answers.onNext(EchoResponse.newBuilder().setText("written").build());
            answers.onCompleted();
        }
    }

    static final class Follower implements EventConsumer {
        private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "follower";
        }

        @Override
        public String source() {
            return "echo";
        }

        @Override
        public void handle(Delivery delivery) {
            handled.add(
                    "%s as %s in %s"
                            .formatted(
                                    delivery.event().getSubject(),
                                    CallContext.caller().uid(),
                                    delivery.command().tenant()));
        }
    }

    static final class Commands implements CommandListener {
        private final List<CommandStartedEvent> started = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            // The command's own buffer does not outlive this call.
            started.add(
                    new CommandStartedEvent(
                            event.getRequestContext(),
                            event.getOperationId(),
                            event.getRequestId(),
                            event.getConnectionDescription(),
                            event.getDatabaseName(),
                            event.getCommandName(),
                            event.getCommand().clone()));
        }
    }
}
