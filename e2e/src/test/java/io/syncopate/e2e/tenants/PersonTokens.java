package io.syncopate.e2e.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.proto.rooms.v1.GetRoomRequest;
import com.acme.proto.rooms.v1.Room;
import com.acme.proto.rooms.v1.RoomServiceGrpc;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.grpc.stub.StreamObserver;
import io.syncopate.e2e.Api;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A service behind the gateway that keeps what it is called with: so a test gets the token that a person's
 * call is carried on with, as any service of an integrator does.
 */
final class PersonTokens implements AutoCloseable {

    /** As the gateway knows it: the audience of its tokens. */
    static final String NAME = "probe";

    private static final String BEARER = "Bearer ";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final AtomicReference<String> last = new AtomicReference<>();
    private final Server server;

    PersonTokens() throws IOException {
        this.server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(ProtoReflectionServiceV1.newInstance())
                        .addService(new Rooms())
                        .intercept(new Keeping())
                        .build()
                        .start();
    }

    /** What has a gateway call it. */
    Stream<String> asBackend() {
        return Stream.of(
                        "address=127.0.0.1:" + server.getPort(),
                        "packages=acme.rooms.v1",
                        "paths=/v1/rooms",
                        "permissions=rooms")
                .map(setting -> "--syncopate.backends.%s.%s".formatted(NAME, setting));
    }

    /** Of whoever calls with this key, which has to let them read rooms. */
    String of(Api person) {
        Awaitility.await("the gateway knows the service")
                .atMost(PATIENCE)
                .until(() -> person.get("/v1/rooms/any").status() == 200);
        return Objects.requireNonNull(last.get());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static final class Rooms extends RoomServiceGrpc.RoomServiceImplBase {
        @Override
        public void getRoom(GetRoomRequest request, StreamObserver<Room> answer) {
            answer.onNext(Room.newBuilder().setName(request.getName()).build());
            answer.onCompleted();
        }
    }

    private final class Keeping implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            String sent = headers.get(AUTHORIZATION);
            if (sent != null) {
                assertThat(sent).startsWith(BEARER);
                last.set(sent.substring(BEARER.length()));
            }
            return next.startCall(call, headers);
        }
    }
}
