package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.syncopate.gateway.echo.CarelessServiceGrpc;
import io.syncopate.gateway.echo.EchoServiceGrpc;
import io.syncopate.gateway.echo.EchoThingRequest;
import io.syncopate.gateway.echo.FollowThingsRequest;
import io.syncopate.gateway.echo.GetThingRequest;
import io.syncopate.gateway.echo.GreedyServiceGrpc;
import io.syncopate.gateway.echo.ListThingsRequest;
import io.syncopate.gateway.echo.StreamServiceGrpc;
import io.syncopate.gateway.echo.Thing;
import io.syncopate.gateway.echo.ThingEvent;
import io.syncopate.gateway.echo.UpdateThingRequest;
import io.syncopate.gateway.passthrough.GrpcDoor;
import io.syncopate.gateway.proxy.OpenStreams;
import io.syncopate.proto.asset.v1.GetPipelineRequest;
import io.syncopate.proto.asset.v1.PipelineServiceGrpc;
import io.syncopate.proto.gateway.v1.GetPersonRequest;
import io.syncopate.proto.gateway.v1.PersonServiceGrpc;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.StoreKind;
import io.syncopate.testkit.store.TestStore;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of gRPC at the gateway as it runs. What passes is of no store. */
@OnStore(StoreKind.EMBEDDED)
class GrpcIT {

    private static final FollowThingsRequest OPEN =
            FollowThingsRequest.newBuilder().setCount(1).setOpen(true).build();

    private RunningGateway gateway;
    private EchoBackend echo;
    private ManagedChannel channel;

    @BeforeEach
    void start(SharedOnStore shared) {
        gateway = shared.get(RunningGateway.class, GrpcIT::started);
        echo = gateway.echo();
        channel = connect(gateway);
    }

    private static RunningGateway started(TestStore store) throws Exception {
        return new RunningGateway(
                        store,
                        "--syncopate.gateway.grpc.port=0",
                        "--syncopate.gateway.grpc.message-limit=300KB",
                        "--syncopate.gateway.streams.most-per-caller=2")
                .withEcho();
    }

    private static ManagedChannel connect(RunningGateway to) {
        return NettyChannelBuilder.forAddress("127.0.0.1", to.bean(GrpcDoor.class).port())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        await().until(() -> gateway.bean(OpenStreams.class).count() == 0);
    }

    @Test
    void carriesOneMessageEachWay() {
        var thing = things().getThing(GetThingRequest.newBuilder().setName("things/x").build());
        assertThat(thing.getName()).isEqualTo("things/x");
        assertThat(thing.getDisplayName()).isEqualTo("developer");

        var person =
                PersonServiceGrpc.newBlockingStub(known())
                        .getPerson(
                                GetPersonRequest.newBuilder().setName("people/developer").build());
        assertThat(person.getRolesList()).containsExactly("owner");
    }

    @Test
    void carriesLargeMessagesPackedOrNot() {
        var large = EchoThingRequest.newBuilder().setThing(thing("x".repeat(250_000))).build();
        assertThat(things().echoThing(large).getDisplayName()).hasSize(250_000);
        assertThat(things().withCompression("gzip").echoThing(large).getDisplayName())
                .hasSize(250_000);
        var tooLarge = EchoThingRequest.newBuilder().setThing(thing("x".repeat(400_000))).build();
        assertThat(refused(() -> things().echoThing(tooLarge)).getStatus().getCode())
                .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(things().echoThing(large).getDisplayName())
                .as("on the same connection")
                .hasSize(250_000);
    }

    @Test
    void carriesAStreamAsFastAsItIsRead() {
        var followed =
                streams().followThings(FollowThingsRequest.newBuilder().setCount(500).build());
        int count = 0;
        while (followed.hasNext()) {
            assertThat(followed.next().getPosition()).isEqualTo(++count);
        }
        assertThat(count).isEqualTo(500);

        long sentBefore = echo.streams().sent();
        var endless =
                streams()
                        .followThings(
                                FollowThingsRequest.newBuilder()
                                        .setCount(-1)
                                        .setSize(20_000)
                                        .build());
        endless.next();
        var before = new AtomicLong(-1);
        await().during(Duration.ofMillis(400))
                .until(() -> echo.streams().sent() == before.getAndSet(echo.streams().sent()));
        long held = echo.streams().sent() - sentBefore;
        assertThat(held).as("20 KB each").isBetween(2L, 2_000L);
        for (int i = 0; i < held + 500; i++) {
            endless.next();
        }
        assertThat(echo.streams().sent() - sentBefore).isGreaterThan(held);
    }

    @Test
    void keepsStatusDetailsAndTrailers() {
        var request =
                UpdateThingRequest.newBuilder().setThing(Thing.newBuilder().setEtag("v0")).build();
        var stale = refused(() -> things().updateThing(request));
        assertThat(stale.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(details(stale)).contains("google.rpc.ErrorInfo").contains("STALE_ETAG");

        var failing = FollowThingsRequest.newBuilder().setCount(1).setFailWith(9).build();
        var after = refused(() -> streams().followThings(failing).forEachRemaining(_ -> {}));
        assertThat(after.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(after.getStatus().getDescription()).isEqualTo("as asked, 100 % – ü");
        assertThat(trailers(after).get(EchoStreams.TRAILER)).isEqualTo("kept");
    }

    @Test
    void tellsNothingOfABackendsFaultsAndWhichOneIsAway() {
        var fault =
                refused(
                        () ->
                                streams()
                                        .followThings(
                                                FollowThingsRequest.newBuilder()
                                                        .setFailWith(13)
                                                        .build())
                                        .next());
        assertThat(fault.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(fault.getStatus().getDescription()).doesNotContain("as asked");
        assertThat(details(fault)).contains("INTERNAL_FAULT");

        var away =
                refused(
                        () ->
                                PipelineServiceGrpc.newBlockingStub(known())
                                        .getPipeline(
                                                GetPipelineRequest.newBuilder()
                                                        .setName("pipelines/x")
                                                        .build()));
        assertThat(away.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(away.getStatus().getDescription())
                .isEqualTo("The asset backend is not available at the moment.");
        assertThat(details(away)).contains("google.rpc.RetryInfo");
    }

    @Test
    void letsInWhomTheJsonSideLetsInAndToNothingElse() throws Exception {
        var request = GetThingRequest.getDefaultInstance();
        for (var nobody :
                List.of(
                        Map.<String, String>of(),
                        Map.of("authorization", "Basic abc"),
                        Map.of("authorization", "Bearer syn_default_developer_" + "x".repeat(32)),
                        Map.of("x-api-key", "x"))) {
            var refused = refused(() -> things(nobody).getThing(request));
            assertThat(refused.getStatus().getCode())
                    .as(nobody.toString())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(details(refused)).contains("UNAUTHENTICATED_CALLER");
        }

        // without a path, without access, outside of the fence, of nobody
        var greedy = GreedyServiceGrpc.newBlockingStub(known());
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(
                        () -> things().internal(request),
                        () -> greedy.unguarded(request),
                        () -> greedy.borrowPermission(request),
                        () -> greedy.takePeople(request))) {
            assertThat(refused(call).getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
        }

        // for services only, whatever a person holds
        var careless = CarelessServiceGrpc.newBlockingStub(known());
        var forServices =
                refused(() -> careless.settleThings(ListThingsRequest.getDefaultInstance()));
        assertThat(forServices.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(details(forServices)).contains("PERMISSION_MISSING");

        // of a backend that is still awaited
        var away =
                refused(
                        () ->
                                ClientCalls.blockingUnaryCall(
                                        known(),
                                        EchoServiceGrpc.getGetThingMethod().toBuilder()
                                                .setFullMethodName("awaited.v1.Things/GetThing")
                                                .build(),
                                        CallOptions.DEFAULT,
                                        request));
        assertThat(away.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(details(away)).contains("BACKEND_UNAVAILABLE");

        String reader = key("echo.things.read").path("secret").asString();
        assertThat(things(Map.of("x-api-key", reader)).getThing(request).getDisplayName())
                .isEqualTo("developer");
        var denied =
                refused(
                        () ->
                                things(Map.of("x-api-key", reader))
                                        .echoThing(EchoThingRequest.getDefaultInstance()));
        assertThat(denied.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(details(denied)).contains("PERMISSION_MISSING");
    }

    @Test
    void passesNothingOnThatAClientSaysBesideItsMessages() {
        var spoken =
                Map.of(
                        "x-api-key",
                        gateway.developerKey(),
                        "x-request-id",
                        "mine-1",
                        "syncopate-tenant",
                        "another",
                        "x-forwarded-for",
                        "10.0.0.1");
        things(spoken).getThing(GetThingRequest.getDefaultInstance());
        assertThat(echo.sent().keys())
                .contains("authorization", "traceparent")
                .doesNotContain("x-api-key", "syncopate-tenant", "x-forwarded-for");
        assertThat(echo.sent().get(ascii("authorization"))).startsWith("Bearer ey");
        assertThat(echo.sent().get(ascii("x-request-id"))).isEqualTo("mine-1");
    }

    @Test
    void holdsACallToTheShorterDeadline() throws Exception {
        things().getThing(GetThingRequest.getDefaultInstance());
        var slow = EchoThingRequest.newBuilder().setDelayMillis(5000).build();
        var watched = echo.watchNextCall();
        var tight = things().withDeadlineAfter(300, TimeUnit.MILLISECONDS);
        assertThat(refused(() -> tight.echoThing(slow)).getStatus().getCode())
                .as("the client's")
                .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        assertThat(watched.wasCancelled()).isTrue();

        var late = refused(() -> things().echoThing(slow));
        assertThat(late.getStatus().getCode())
                .as("the backend's")
                .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        assertThat(late.getStatus().getDescription())
                .isEqualTo("The echo backend did not answer in time.");
    }

    @Test
    void endsACallWithItsClient() throws Exception {
        var watched = echo.watchNextCall();
        var call =
                EchoServiceGrpc.newFutureStub(known())
                        .echoThing(EchoThingRequest.newBuilder().setDelayMillis(1500).build());
        assertThat(watched.began()).isTrue();
        call.cancel(true);
        assertThat(watched.wasCancelled()).isTrue();

        int before = echo.streams().cancelled();
        var context = io.grpc.Context.current().withCancellation();
        context.run(() -> streams().followThings(OPEN).next());
        assertThat(echo.streams().open()).isEqualTo(1);
        context.cancel(null);
        await().atMost(Duration.ofSeconds(2)).until(() -> echo.streams().cancelled() == before + 1);
    }

    @Test
    void refusesMoreStreamsThanACallerMayHave() {
        streams().followThings(OPEN).next();
        streams().followThings(OPEN).next();
        var many = refused(() -> streams().followThings(OPEN).next());
        assertThat(many.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(details(many)).contains("LIMIT_REACHED").contains("google.rpc.RetryInfo");
    }

    @Test
    void endsAStreamWhoseKeyIsRevoked() throws Exception {
        var issued = key("echo.*");
        var stream =
                StreamServiceGrpc.newBlockingStub(
                                with(Map.of("x-api-key", issued.path("secret").asString())))
                        .withDeadlineAfter(8, TimeUnit.SECONDS)
                        .followThings(OPEN);
        stream.next();
        String name = issued.path("apiKey").path("name").asString();
        assertThat(gateway.send("DELETE", "/v1/" + name, null, Map.of()).status()).isEqualTo(200);
        assertThat(refused(stream::next).getStatus().getCode())
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void endsItsStreamsWhenItStops(TestStore store) throws Exception {
        try (var stopped = started(store)) {
            var connected = connect(stopped);
            try {
                Iterator<ThingEvent> stream =
                        StreamServiceGrpc.newBlockingStub(
                                        ClientInterceptors.intercept(
                                                connected, as(bearer(stopped))))
                                .followThings(OPEN);
                stream.next();
                Thread stopping = Thread.ofVirtual().start(stopped::stop);
                var end = refused(stream::next);
                assertThat(end.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
                assertThat(details(end)).contains("STREAM_ENDED");
                assertThat(stopping.join(Duration.ofSeconds(8))).isTrue();
            } finally {
                connected.shutdownNow();
            }
        }
    }

    @Test
    void tellsItsHealthToEverybodyAndWhatCanBeCalledToThoseWhoMay() throws Exception {
        var health = HealthGrpc.newBlockingStub(channel);
        for (String service : List.of("", "echo.v1.EchoService")) {
            assertThat(
                            health.check(
                                            HealthCheckRequest.newBuilder()
                                                    .setService(service)
                                                    .build())
                                    .getStatus())
                    .isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
        }
        var services =
                ask(known(), ServerReflectionRequest.newBuilder().setListServices("*").build());
        assertThat(services.getListServicesResponse().getServiceList())
                .extracting(ServiceResponse::getName)
                .contains(
                        "echo.v1.EchoService",
                        "echo.v1.StreamService",
                        "grpc.health.v1.Health",
                        "syncopate.asset.v1.PipelineService",
                        "syncopate.gateway.v1.PersonService")
                .doesNotContain("echo.v1.GreedyService");
        for (String symbol : List.of("echo.v1.Thing", "google.rpc.ErrorInfo")) {
            assertThat(
                            ask(known(), containing(symbol))
                                    .getFileDescriptorResponse()
                                    .getFileDescriptorProtoCount())
                    .as(symbol)
                    .isGreaterThan(1);
        }
        assertThat(refused(() -> ask(channel, containing("echo.v1.Thing"))).getStatus().getCode())
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    private static ServerReflectionRequest containing(String symbol) {
        return ServerReflectionRequest.newBuilder().setFileContainingSymbol(symbol).build();
    }

    private static ServerReflectionResponse ask(Channel at, ServerReflectionRequest question)
            throws Exception {
        var call = ServerReflectionGrpc.newBlockingV2Stub(at).serverReflectionInfo();
        try {
            call.write(question);
            return call.read();
        } catch (io.grpc.StatusException e) {
            throw new StatusRuntimeException(e.getStatus(), e.getTrailers());
        } finally {
            call.cancel("answered", null);
        }
    }

    private tools.jackson.databind.JsonNode key(String permission) throws Exception {
        return gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"CI\", \"person\": \"people/developer\", \"grants\":"
                                + " [{\"permission\": \""
                                + permission
                                + "\", \"scope\": \"SCOPE_TENANT\"}]}")
                .json();
    }

    private EchoServiceGrpc.EchoServiceBlockingStub things() {
        return EchoServiceGrpc.newBlockingStub(known());
    }

    private EchoServiceGrpc.EchoServiceBlockingStub things(Map<String, String> metadata) {
        return EchoServiceGrpc.newBlockingStub(with(metadata));
    }

    private StreamServiceGrpc.StreamServiceBlockingStub streams() {
        return StreamServiceGrpc.newBlockingStub(known());
    }

    private Channel known() {
        return with(bearer(gateway));
    }

    private static Map<String, String> bearer(RunningGateway at) {
        return Map.of("authorization", "Bearer " + at.developerKey());
    }

    private Channel with(Map<String, String> metadata) {
        return ClientInterceptors.intercept(channel, as(metadata));
    }

    private static io.grpc.ClientInterceptor as(Map<String, String> metadata) {
        var sent = new Metadata();
        metadata.forEach((name, value) -> sent.put(ascii(name), value));
        return MetadataUtils.newAttachHeadersInterceptor(sent);
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    private static Thing thing(String name) {
        return Thing.newBuilder().setDisplayName(name).build();
    }

    private static String details(StatusRuntimeException refusal) {
        return String.valueOf(StatusProto.fromThrowable(refusal));
    }

    private static Metadata trailers(StatusRuntimeException refusal) {
        return Objects.requireNonNull(refusal.getTrailers());
    }

    private static StatusRuntimeException refused(ThrowingCallable call) {
        var refusal = catchThrowableOfType(StatusRuntimeException.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
