package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.StoreKind;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What callers do with connections rather than by requests. */
@OnStore(StoreKind.EMBEDDED)
@SuppressWarnings("NullAway.Init")
class ConnectionsIT {

    private RunningGateway gateway;

    @BeforeEach
    void start(SharedOnStore shared) {
        gateway = shared.get(RunningGateway.class, ConnectionsIT::strict);
    }

    private static RunningGateway strict(TestStore store) throws Exception {
        return new RunningGateway(
                store,
                "--syncopate.gateway.header-time=3s",
                "--syncopate.gateway.most-connections=100");
    }

    @Test
    void aHeaderThatDripsIsNotWaitedFor() throws IOException {
        try (Socket socket = connect()) {
            OutputStream to = socket.getOutputStream();
            to.write(ascii("GET /v1/status HTTP/1.1\r\nHost: x\r\n"));
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> isRefused(to, "X-A: b\r\n"));
        }
    }

    @Test
    void aConnectionIsClosedThatAsksNothingMore() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(ascii("GET /v1/status HTTP/1.1\r\nHost: x\r\n\r\n"));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("Syncopate");
        }
    }

    @Test
    void moreConnectionsThanAreAllowedAreClosedAtOnceAndOthersGoOn() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                open.add(connect());
            }
            assertThat(open.getLast().getInputStream().read()).isEqualTo(-1);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        await().ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> assertThat(gateway.get("/v1/status").status()).isEqualTo(200));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.address("").getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static boolean isRefused(OutputStream to, String line) throws IOException {
        try {
            to.write(ascii(line));
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
