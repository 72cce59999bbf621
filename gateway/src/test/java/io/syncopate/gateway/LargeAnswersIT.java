package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.syncopate.gateway.echo.EchoServiceGrpc;
import io.syncopate.gateway.echo.EchoThingRequest;
import io.syncopate.gateway.echo.Thing;
import io.syncopate.gateway.passthrough.GrpcDoor;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.StoreKind;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Answers of a backend on the network, where messages have a limit. Of no store. */
@OnStore(StoreKind.EMBEDDED)
@ExtendWith(OutputCaptureExtension.class)
class LargeAnswersIT {

    private static final int MEGABYTE = 1 << 20;

    private final AtomicReference<IssuerKeys> keys = new AtomicReference<>(_ -> Optional.empty());
    private EchoBackend echo;
    private RunningGateway gateway;
    private ManagedChannel channel;

    @BeforeEach
    void start(TestStore store) throws Exception {
        echo =
                EchoBackend.onTheNetwork(
                        new GrpcServerInterceptors(
                                new TokenVerifier(
                                        id -> keys.get().find(id),
                                        "syncopate-gateway",
                                        "echo",
                                        Clock.systemUTC()),
                                ValidatorFactory.newBuilder().build(),
                                Clock.systemUTC()));
        gateway =
                new RunningGateway(
                        store,
                        "--syncopate.backends.echo.address=127.0.0.1:" + echo.port(),
                        "--syncopate.backends.echo.deadline=20s",
                        "--syncopate.backends.echo.message-limit=6MB",
                        "--syncopate.gateway.body-limit=8MB",
                        "--syncopate.gateway.grpc.port=0",
                        "--syncopate.gateway.grpc.message-limit=8MB");
        keys.set(gateway.bean(IssuerKeys.class));
        await().until(() -> gateway.get("/v1/things/ready").status() == 200);
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", gateway.bean(GrpcDoor.class).port())
                        .usePlaintext()
                        .maxInboundMessageSize(8 * MEGABYTE)
                        .build();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        gateway.close();
        echo.close();
    }

    @Test
    void passUpToTheLimitOfTheBackend() throws Exception {
        var answer = gateway.post("/v1/things/large:echo", json(5 * MEGABYTE));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("displayName").asString()).hasSize(5 * MEGABYTE);

        assertThat(things().echoThing(request(5 * MEGABYTE)).getDisplayName())
                .hasSize(5 * MEGABYTE);
    }

    @Test
    void areAFaultBeyondItThatIsInTheLog(CapturedOutput log) throws Exception {
        var answer = gateway.post("/v1/things/large:echo", json(7 * MEGABYTE));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("reason").asString()).isEqualTo("INTERNAL_FAULT");
        assertThat(answer.response().body()).doesNotContain("exceeds", "6291456");
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(log.getOut()).contains("EchoThing of echo answered", "exceeds maximum size");

        StatusRuntimeException refused =
                catchThrowableOfType(
                        StatusRuntimeException.class,
                        () -> things().echoThing(request(7 * MEGABYTE)));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(refused.getStatus().getDescription()).doesNotContain("exceeds");
        assertThat(String.valueOf(StatusProto.fromThrowable(refused))).contains("INTERNAL_FAULT");
    }

    private EchoServiceGrpc.EchoServiceBlockingStub things() {
        var metadata = new Metadata();
        metadata.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + gateway.developerKey());
        return EchoServiceGrpc.newBlockingStub(
                ClientInterceptors.intercept(
                        channel, MetadataUtils.newAttachHeadersInterceptor(metadata)));
    }

    private static EchoThingRequest request(int size) {
        return EchoThingRequest.newBuilder()
                .setThing(Thing.newBuilder().setDisplayName("x".repeat(size)))
                .build();
    }

    private static String json(int size) {
        return "{\"thing\": {\"displayName\": \"%s\"}}".formatted("x".repeat(size));
    }
}
