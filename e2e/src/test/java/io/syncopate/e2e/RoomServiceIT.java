package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.proto.rooms.v1.GetRoomRequest;
import com.acme.proto.rooms.v1.ListRoomsRequest;
import com.acme.proto.rooms.v1.RoomServiceGrpc;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.StoreKind;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An integrator's service behind the gateway: {@code examples/room-service} as it is packaged, known
 * to the platform by settings alone.
 */
@Tag("kind:processes")
@OnStore(StoreKind.EMBEDDED)
@ExtendWith(SharedStandalone.class)
class RoomServiceIT {

    private static final int RIVALS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final SharedStandalone.Running shared;
    private final Api api;

    @SuppressWarnings("NullAway.Init")
    private Started started;

    RoomServiceIT(SharedStandalone.Running shared) {
        this.shared = shared;
        this.api = shared.api();
    }

    /** The service, and what its path had answered before it was started the first time. */
    private record Started(RoomService service, Api.Answer before) implements AutoCloseable {
        @Override
        public void close() {
            service.close();
        }
    }

    @BeforeEach
    void start(SharedOnStore onStore) {
        started =
                onStore.get(
                        Started.class,
                        store -> {
                            Api.Answer before = api.get("/v1/rooms");
                            return new Started(RoomService.start(shared, store), before);
                        });
        awaitServed();
    }

    @Test
    void isAwayAndNotUnknownBeforeItsFirstStart() {
        assertAway(started.before());
        assertThat(api.get("/v1/roomsAndMore").status()).isEqualTo(404);
    }

    @Test
    void isServedFromItsContract() {
        JsonNode room = create("Lounge", 8, "from-contract-1").ok();
        String path = path(room);
        assertThat(room.path("state").asString()).isEqualTo("IN_USE");
        assertThat(create("Lounge", 8, "from-contract-1").ok()).as("a repeat").isEqualTo(room);
        assertThat(api.get(path).ok()).isEqualTo(room);

        Api.Answer changed = api.patch(path, "{\"seats\": 12}", "If-Match", etag(api.get(path)));
        assertThat(changed.ok().path("seats").asInt()).isEqualTo(12);
        assertThat(changed.body().path("displayName").asString()).isEqualTo("Lounge");
        Api.Answer stale =
                api.patch(path, "{\"seats\": 20}", "If-Match", etag(api.get(path), "v1"));
        assertThat(stale.status()).isEqualTo(412);

        assertThat(retire(path).ok().path("state").asString()).isEqualTo("RETIRED");
        Api.Answer again = retire(path);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("reason").asString()).isEqualTo("ROOM_RETIRED");
    }

    @Test
    void whatHappenedToARoomIsReadFromItsOwnLog() {
        JsonNode room = create("Attic", 4, "history-1").ok();
        retire(path(room)).ok();
        String history = "/v1/history?name=" + room.path("name").asString();
        JsonNode events =
                api.await(history, found -> found.path("events").size() == 2).path("events");
        assertThat(events.findValuesAsString("type"))
                .containsExactly("acme.rooms.v1.RoomRetired", "acme.rooms.v1.RoomCreated");
        assertThat(events.findValuesAsString("actor")).containsOnly("developer");
    }

    @Test
    void listsPageByPage() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            created.add(create("Hall " + i, 900, "list-" + i).ok().path("name").asString());
        }
        List<String> listed = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = api.get("/v1/rooms?minSeats=900&pageSize=2&pageToken=" + token).ok();
            page.path("rooms").forEach(room -> listed.add(room.path("name").asString()));
            token = page.path("nextPageToken").asString("");
            if (!token.isEmpty()) {
                Api.Answer other = api.get("/v1/rooms?minSeats=1&pageToken=" + token);
                assertThat(other.status()).as("the token of another list").isEqualTo(400);
            }
        } while (!token.isEmpty());
        assertThat(listed).containsExactlyElementsOf(created);
    }

    @Test
    void namesEachFieldThatBreaksARule() {
        Api.Answer refused = api.post("/v1/rooms", "{\"displayName\": \" \", \"seats\": -3}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.response().headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(refused.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("displayName", "seats");
    }

    @Test
    void refusesWhoLacksThePermission() {
        JsonNode room = create("Den", 2, "permission-1").ok();
        Api reader = holding("rooms.rooms.read");
        assertThat(reader.get(path(room)).ok()).isEqualTo(room);
        for (Api.Answer refused :
                List.of(
                        reader.post("/v1/rooms", room("Other", 2)),
                        reader.post(path(room) + ":retire", "{\"reason\": \"no need\"}"),
                        holding("assessment.programs.read").get(path(room)))) {
            assertThat(refused.status()).isEqualTo(403);
        }
        assertThat(new Api(shared.platform().address(), "syn_nobody").get(path(room)).status())
                .isEqualTo(401);
    }

    @Test
    void anotherTenantsRoomsAreNotThere() throws Exception {
        String name = create("Vault", 2, "tenants-1").ok().path("name").asString();
        GetRoomRequest request = GetRoomRequest.newBuilder().setName(name).build();

        Status.Code answered =
                calling(
                        "other",
                        channel -> {
                            var rooms = RoomServiceGrpc.newBlockingStub(channel);
                            assertThat(
                                            rooms.listRooms(ListRoomsRequest.getDefaultInstance())
                                                    .getRoomsList())
                                    .isEmpty();
                            return catchThrowableOfType(
                                            StatusRuntimeException.class,
                                            () -> rooms.getRoom(request))
                                    .getStatus()
                                    .getCode();
                        });
        assertThat(answered).isEqualTo(Status.Code.NOT_FOUND);
        String seen =
                calling(
                        "default",
                        channel ->
                                RoomServiceGrpc.newBlockingStub(channel)
                                        .getRoom(request)
                                        .getName());
        assertThat(seen).isEqualTo(name);
    }

    @Test
    void tellsTheOtherServicesWhatHappened() throws Exception {
        JsonNode room = create("Cellar", 4, "events-1").ok();
        retire(path(room)).ok();

        List<Event> events =
                calling("default", channel -> eventsOf(room.path("name").asString(), 2, channel));
        assertThat(events)
                .extracting(Event::getType)
                .containsExactly("acme.rooms.v1.RoomCreated", "acme.rooms.v1.RoomRetired");
        assertThat(events).extracting(Event::getActor).containsOnly("developer");
    }

    @Test
    void isAwayWhileItIsDeadAndBackAfterItsRestart() {
        JsonNode room = create("Attic", 6, "restart-1").ok();
        started.service().process().kill();

        assertAway(api.get(path(room)));
        assertAway(api.post("/v1/rooms", room("Other", 2)));
        assertThat(api.get("/v1/programs").status()).as("the others' paths").isEqualTo(200);

        started.service().process().start();
        started.service().process().awaitReady();
        awaitServed();
        assertThat(api.get(path(room)).ok()).isEqualTo(room);
        assertThat(create("Attic", 6, "restart-1").ok()).as("a repeat").isEqualTo(room);
    }

    @Test
    void ofBookingsThatOverlapOneIsMadeAndIsFreeOnceCancelled() throws Exception {
        String bookings = path(create("Board room", 6, "bookings-1").ok()) + "/bookings";
        List<Api.Answer> answers = bookAtOnce(bookings, "rival", _ -> {});

        List<Api.Answer> made = answers.stream().filter(each -> each.status() == 200).toList();
        assertThat(made).hasSize(1);
        assertThat(answers)
                .filteredOn(each -> each.status() != 200)
                .allSatisfy(RoomServiceIT::assertTaken);
        JsonNode booking = made.getFirst().body();
        assertThat(booking.path("state").asString()).isEqualTo("CONFIRMED");
        assertThat(api.get(bookings).ok().path("bookings")).containsExactly(booking);

        assertTaken(book(bookings, 0, "too-early"));
        assertThat(api.post(path(booking) + ":cancel", "{}").ok().path("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(book(bookings, 0, "in-its-place").status()).isEqualTo(200);
        List<Event> events =
                calling(
                        "default",
                        channel -> eventsOf(booking.path("name").asString(), 3, channel));
        assertThat(events)
                .extracting(Event::getType)
                .containsExactly(
                        "acme.rooms.v1.BookingRequested",
                        "acme.rooms.v1.BookingConfirmed",
                        "acme.rooms.v1.BookingCancelled");
    }

    @Test
    void bookingsThatAreBeingMadeWhenItIsKilledAreMadeOnceOrRefused() throws Exception {
        String bookings = path(create("War room", 6, "bookings-2").ok()) + "/bookings";
        bookAtOnce(bookings, "killed", _ -> started.service().process().kill());
        started.service().process().start();
        started.service().process().awaitReady();
        awaitServed();

        List<Api.Answer> repeated = bookAtOnce(bookings, "killed", _ -> {});
        List<JsonNode> made =
                repeated.stream()
                        .filter(each -> each.status() == 200)
                        .map(Api.Answer::body)
                        .toList();
        assertThat(made).hasSize(1);
        assertThat(repeated)
                .filteredOn(each -> each.status() != 200)
                .allSatisfy(RoomServiceIT::assertTaken);
        assertThat(api.get(bookings).ok().path("bookings")).containsExactlyElementsOf(made);
    }

    /**
     * Twelve bookings that all have the quarter of an hour before the fourth in common.
     *
     * @param first is told the first answer, while the others may be on their way
     */
    private List<Api.Answer> bookAtOnce(String bookings, String key, Consumer<Api.Answer> first)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Api.Answer>(threads);
            for (int i = 0; i < RIVALS; i++) {
                int quarter = i % 4;
                String own = key + "-" + i;
                var _ = answers.submit(() -> book(bookings, quarter, own));
            }
            var all = new ArrayList<Api.Answer>();
            for (int i = 0; i < RIVALS; i++) {
                all.add(answers.take().get());
                if (i == 0) {
                    first.accept(all.getFirst());
                }
            }
            return all;
        }
    }

    /** An hour of tomorrow, so many quarters of an hour after nine. */
    private Api.Answer book(String bookings, int quarter, String key) {
        Instant start =
                Instant.now()
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(Duration.ofHours(33))
                        .plus(Duration.ofMinutes(15L * quarter));
        return api.post(
                bookings,
                Api.object()
                        .put("title", key)
                        .put("startTime", start.toString())
                        .put("endTime", start.plus(Duration.ofHours(1)).toString())
                        .toString(),
                "Idempotency-Key",
                key);
    }

    private static void assertTaken(Api.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(409);
        assertThat(answer.body().path("reason").asString()).isEqualTo("ROOM_TAKEN");
    }

    private void awaitServed() {
        Awaitility.await("rooms are served")
                .atMost(PATIENCE)
                .until(() -> api.get("/v1/rooms").status() == 200);
    }

    private static void assertAway(Api.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
        assertThat(answer.body().path("reason").asString()).isEqualTo("BACKEND_UNAVAILABLE");
        assertThat(answer.response().headers().firstValue("retry-after")).isPresent();
    }

    private Api.Answer create(String displayName, int seats, String key) {
        return api.post("/v1/rooms", room(displayName, seats), "Idempotency-Key", key);
    }

    private static String room(String displayName, int seats) {
        return Api.object().put("displayName", displayName).put("seats", seats).toString();
    }

    private Api.Answer retire(String path) {
        return api.post(path + ":retire", "{\"reason\": \"became a kitchen\"}");
    }

    private static String path(JsonNode room) {
        return "/v1/" + room.path("name").asString();
    }

    private static String etag(Api.Answer answer) {
        return answer.response().headers().firstValue("etag").orElseThrow();
    }

    /** The header as it would be of another version. */
    private static String etag(Api.Answer answer, String version) {
        return etag(answer).replace(answer.body().path("etag").asString(), version);
    }

    private Api holding(String permission) {
        var key = Api.object().put("displayName", permission);
        key.putArray("grants")
                .addObject()
                .put("permission", permission)
                .put("scope", "SCOPE_TENANT");
        String secret = api.post("/v1/apiKeys", key.toString()).ok().path("secret").asString();
        return new Api(shared.platform().address(), secret);
    }

    /** Calls the service as one of the others does by itself in a tenant. */
    private <T> T calling(String tenant, Function<ManagedChannel, T> call)
            throws IOException, InterruptedException {
        var headers = new Metadata();
        headers.put(
                AUTHORIZATION,
                "Bearer "
                        + new ServiceToken(
                                        shared.platform().address(),
                                        SharedStandalone.SERVICE_SECRET)
                                .of("asset", tenant, RoomService.NAME));
        ManagedChannel channel =
                ManagedChannelBuilder.forTarget("127.0.0.1:" + started.service().port())
                        .usePlaintext()
                        .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                        .build();
        try {
            return call.apply(channel);
        } finally {
            channel.shutdownNow();
        }
    }

    /** Reads on until so many are there. */
    private static List<Event> eventsOf(String subject, int count, ManagedChannel channel) {
        var feed = EventFeedServiceGrpc.newBlockingStub(channel);
        var request =
                ReadRequest.newBuilder()
                        .setMaxEvents(1_000)
                        .setWait(com.google.protobuf.Duration.newBuilder().setSeconds(20));
        var events = new ArrayList<Event>();
        while (events.size() < count) {
            ReadResponse answer = feed.read(request.build());
            assertThat(answer.getEventsList()).isNotEmpty();
            answer.getEventsList().stream()
                    .filter(event -> event.getSubject().equals(subject))
                    .forEach(events::add);
            request.clearAfter().addAllAfter(answer.getNextList());
        }
        return events;
    }
}
