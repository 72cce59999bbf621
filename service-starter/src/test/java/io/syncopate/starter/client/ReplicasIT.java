package io.syncopate.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import static java.util.Objects.requireNonNull;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.syncopate.proto.echo.v1.EchoRequest;
import io.syncopate.proto.echo.v1.EchoResponse;
import io.syncopate.proto.echo.v1.EchoServiceGrpc;
import io.syncopate.proto.echo.v1.EchoServiceGrpc.EchoServiceBlockingStub;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Two replicas behind one target. */
class ReplicasIT {

    private final Map<String, Server> servers = new ConcurrentHashMap<>();
    private final Backends backends;
    private final Backend<EchoServiceBlockingStub> echo;

    ReplicasIT() throws IOException {
        int one = start("one", 0);
        int two = start("two", 0);
        backends =
                new Backends(
                        Map.of(
                                "echo",
                                settings("static:///127.0.0.1:%d,localhost:%d".formatted(one, two)),
                                "nowhere",
                                settings("static:///127.0.0.1")),
                        _ -> "token",
                        List.of());
        echo = backends.backend("echo", EchoServiceGrpc::newBlockingStub);
    }

    @AfterEach
    void close() {
        backends.close();
        servers.values().forEach(Server::shutdownNow);
    }

    @Test
    void shareTheCalls() {
        await().untilAsserted(() -> assertThat(answering(20)).containsExactly("one", "two"));
    }

    @Test
    void theOtherOneAnswersWhileOneIsAwayAndBothDoSoonAfterItIsBack() throws Exception {
        await().untilAsserted(() -> assertThat(answering(20)).hasSize(2));
        Server gone = requireNonNull(servers.remove("one"));
        int port = gone.getPort();
        gone.shutdownNow().awaitTermination();
        assertThat(answering(50)).containsExactly("two");
        start("one", port);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(answering(20)).containsExactly("one", "two"));
    }

    @Test
    void anAddressWithoutAPortIsRefusedWithWhatWasExpected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backends.backend("nowhere", EchoServiceGrpc::newBlockingStub))
                .withMessageContaining("'127.0.0.1'")
                .withMessageContaining("static:///host:port");
    }

    private Set<String> answering(int calls) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < calls; i++) {
            names.add(
                    echo.idempotent(
                            stub -> stub.getEcho(EchoRequest.getDefaultInstance()).getText()));
        }
        return names;
    }

    private int start(String name, int port) throws IOException {
        Server server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .addService(new Named(name))
                        .build()
                        .start();
        servers.put(name, server);
        return server.getPort();
    }

    private static BackendSettings settings(String address) {
        return new BackendSettings(
                address, Duration.ofSeconds(5), 8, 3, BackendSettings.MESSAGE_LIMIT);
    }

    private static final class Named extends EchoServiceGrpc.EchoServiceImplBase {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public void getEcho(EchoRequest request, StreamObserver<EchoResponse> answer) {
            answer.onNext(EchoResponse.newBuilder().setText(name).build());
            answer.onCompleted();
        }
    }
}
