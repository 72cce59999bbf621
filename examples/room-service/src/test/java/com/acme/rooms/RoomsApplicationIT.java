package com.acme.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.proto.rooms.v1.CreateRoomRequest;
import com.acme.proto.rooms.v1.RetireRoomRequest;
import com.acme.proto.rooms.v1.Room;
import com.acme.proto.rooms.v1.RoomServiceGrpc;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc.EventFeedServiceBlockingStub;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The whole service, started from its own settings, over the network and on a store. */
@OnStore
class RoomsApplicationIT {

    private final TestTokens tokens = new TestTokens(Clock.systemUTC());

    @Test
    void servesRoomsAndTellsWhatHappensToThem(TestStore store) throws Exception {
        try (ConfigurableApplicationContext service = start(store)) {
            assertThat(health(service)).contains("\"status\":\"UP\"");
            int port = service.getBean(GrpcServerLifecycle.class).getPort();
            ManagedChannel channel =
                    NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
            try {
                var stranger = RoomServiceGrpc.newBlockingStub(channel);
                var request =
                        CreateRoomRequest.newBuilder()
                                .setRoom(Room.newBuilder().setDisplayName("Lounge").setSeats(8))
                                .build();
                assertThat(
                                catchThrowableOfType(
                                                StatusRuntimeException.class,
                                                () -> stranger.createRoom(request))
                                        .getStatus()
                                        .getCode())
                        .isEqualTo(Status.Code.UNAUTHENTICATED);

                var ann = stranger.withInterceptors(tokens.as(Callers.ann()));
                Room room = ann.createRoom(request);
                ann.retireRoom(
                        RetireRoomRequest.newBuilder()
                                .setName(room.getName())
                                .setReason("became a kitchen")
                                .build());

                List<Event> events =
                        events(
                                EventFeedServiceGrpc.newBlockingStub(channel)
                                        .withInterceptors(tokens.as(Callers.ann())),
                                2);
                assertThat(events).extracting(Event::getSource).containsOnly("/acme/rooms");
                assertThat(events).extracting(Event::getSubject).containsOnly(room.getName());
                assertThat(events)
                        .extracting(Event::getType)
                        .containsExactly("acme.rooms.v1.RoomCreated", "acme.rooms.v1.RoomRetired");
                assertThat(events.getLast().getData().getFieldsOrThrow("reason").getStringValue())
                        .isEqualTo("became a kitchen");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private ConfigurableApplicationContext start(TestStore store) {
        return new SpringApplicationBuilder(RoomsApplication.class)
                .initializers(
                        fresh ->
                                fresh.getBeanFactory()
                                        .registerSingleton("issuerKeys", tokens.keys()))
                .run(
                        "--server.port=0",
                        "--spring.grpc.server.port=0",
                        "--syncopate.mongodb.uri=" + store.uri(),
                        "--syncopate.mongodb.database=" + store.databaseName());
    }

    /** Waits until so many are in the log. */
    private static List<Event> events(EventFeedServiceBlockingStub feed, int count) {
        var events = new ArrayList<Event>();
        var request =
                ReadRequest.newBuilder()
                        .setWait(com.google.protobuf.Duration.newBuilder().setSeconds(20));
        while (events.size() < count) {
            ReadResponse answer = feed.read(request.build());
            assertThat(answer.getEventsList()).isNotEmpty();
            events.addAll(answer.getEventsList());
            request.clearAfter().addAllAfter(answer.getNextList());
        }
        return events;
    }

    private static String health(ConfigurableApplicationContext service) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:%s/actuator/health".formatted(port));
            return http.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
