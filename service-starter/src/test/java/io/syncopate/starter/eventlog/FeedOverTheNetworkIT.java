package io.syncopate.starter.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc.EventFeedServiceBlockingStub;
import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.proto.api.v1.ReadAllResponse;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.client.Backend;
import io.syncopate.starter.client.BackendSettings;
import io.syncopate.starter.client.Backends;
import io.syncopate.starter.error.Transience;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log as another service reads it: through sockets, which hold messages to a size. */
@OnStore
class FeedOverTheNetworkIT {

    private static final int MEGABYTE = 1 << 20;

    @SuppressWarnings("NullAway.Init")
    private Notes notes;

    @SuppressWarnings("NullAway.Init")
    private EventLog log;

    @SuppressWarnings("NullAway.Init")
    private Server server;

    @SuppressWarnings("NullAway.Init")
    private Backends backends;

    @SuppressWarnings("NullAway.Init")
    private Backend<EventFeedServiceBlockingStub> feed;

    @BeforeEach
    void serve(TestStore store) throws IOException {
        MongoDatabase database = store.database();
        notes = new Notes(database, Clock.systemUTC());
        log =
                new EventLog(
                        database,
                        List.of(notes),
                        "syncopate",
                        new ServiceName("echo"),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(15),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry());
        log.runner().start();
        server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(log.service())
                        .build()
                        .start();
        backends =
                new Backends(
                        Map.of(
                                "echo",
                                settings(BackendSettings.MESSAGE_LIMIT),
                                "tight",
                                settings(DataSize.ofKilobytes(1))),
                        _ -> "token",
                        List.of());
        feed = backends.backend("echo", EventFeedServiceGrpc::newBlockingStub);
    }

    @AfterEach
    void stop() {
        backends.close();
        server.shutdownNow();
        log.runner().stop();
    }

    @Test
    void whoFellFarBehindLargeEventsGetsAllOfThem() {
        String text = "x".repeat(65_000);
        for (int i = 0; i < 100; i++) {
            notes.add(
                    Callers.command(Callers.ann(), "write", Clock.systemUTC().instant()),
                    "n" + i,
                    text,
                    new Notes.Written());
        }
        log.runner().stop();

        List<ReadAllResponse> reads = readToTheEnd();
        assertThat(reads)
                .allSatisfy(
                        read -> assertThat(read.getSerializedSize()).isLessThan(MEGABYTE * 11 / 10))
                .hasSizeLessThan(12);
        assertThat(events(reads)).extracting(Event::getId).doesNotHaveDuplicates().hasSize(100);
    }

    @Test
    void oneEventThatIsLargerThanAnyReadComesAlone() {
        notes.write("a");
        Versioned<String> large =
                notes.add(
                        Callers.command(Callers.ann(), "write", Clock.systemUTC().instant()),
                        "a-large-one",
                        "x".repeat(7 * MEGABYTE),
                        new Notes.Written());
        notes.write("b");
        log.runner().stop();

        List<ReadAllResponse> reads = readToTheEnd();
        assertThat(events(reads))
                .extracting(Event::getSubject)
                .containsExactlyInAnyOrder("notes/a", large.name(), "notes/b");
        assertThat(reads)
                .filteredOn(read -> read.getSerializedSize() > MEGABYTE)
                .singleElement()
                .satisfies(read -> assertThat(read.getEventsCount()).isEqualTo(1));
    }

    @Test
    void anAnswerBeyondTheLimitIsAFaultThatNamesTheSetting() {
        notes.add(
                Callers.command(Callers.ann(), "write", Clock.systemUTC().instant()),
                "a",
                "x".repeat(2_000),
                new Notes.Written());
        log.runner().stop();

        Backend<EventFeedServiceBlockingStub> tight =
                backends.backend("tight", EventFeedServiceGrpc::newBlockingStub);
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(
                        () -> tight.once(stub -> stub.readAll(ReadAllRequest.getDefaultInstance())))
                .withMessageContaining("syncopate.backends.tight.message-limit")
                .satisfies(
                        e -> {
                            assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
                            assertThat(Transience.passes(e)).as("by itself").isFalse();
                        });
    }

    private BackendSettings settings(DataSize limit) {
        return new BackendSettings(
                "localhost:" + server.getPort(), Duration.ofSeconds(20), 8, 3, limit);
    }

    private List<ReadAllResponse> readToTheEnd() {
        List<ReadAllResponse> reads = new ArrayList<>();
        ReadAllRequest request = ReadAllRequest.getDefaultInstance();
        while (true) {
            ReadAllRequest next = request;
            ReadAllResponse read = feed.once(stub -> stub.readAll(next));
            if (read.getEventsCount() == 0) {
                return reads;
            }
            reads.add(read);
            request = ReadAllRequest.newBuilder().addAllAfter(read.getNextList()).build();
        }
    }

    private static List<Event> events(List<ReadAllResponse> reads) {
        return reads.stream().flatMap(read -> read.getEventsList().stream()).toList();
    }
}
