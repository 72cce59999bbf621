package io.syncopate.starter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.client.Backends;
import io.syncopate.starter.eventlog.Notes;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

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
        Commands commands() {
            return new Commands();
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
