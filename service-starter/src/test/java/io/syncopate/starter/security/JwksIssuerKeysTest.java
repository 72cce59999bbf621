package io.syncopate.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;

import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class JwksIssuerKeysTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final TestIssuer first = new TestIssuer("k1", clock);
    private final TestIssuer second = new TestIssuer("k2", clock);
    private final AtomicInteger reads = new AtomicInteger();
    private volatile JWKSet published = new JWKSet(first.publicKey());
    private volatile int status = 200;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server = serve();
    private final JwksIssuerKeys keys =
            new JwksIssuerKeys(
                    URI.create("http://localhost:" + server.getAddress().getPort()), http, clock);

    private HttpServer serve() {
        try {
            HttpServer serving =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serving.createContext(
                    "/.well-known/jwks.json",
                    exchange -> {
                        reads.incrementAndGet();
                        byte[] body = published.toString().getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            return serving;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void readsOnceForManyQuestions() {
        assertThat(keys.find("k1")).contains(first.publicKey());
        assertThat(keys.find("k1")).isPresent();
        assertThat(reads).hasValue(1);
    }

    @Test
    void readsAtOnceForTheKeyOfAGatewayThatHasJustStarted() {
        assertThat(keys.find("k1")).isPresent();
        published = new JWKSet(List.of(first.publicKey(), second.publicKey()));
        clock.advance(Duration.ofMillis(1));
        assertThat(keys.find("k2")).contains(second.publicKey());
        assertThat(reads).hasValue(2);
    }

    @Test
    void doesNotReadForEachOfManyKeysThatNobodyHas() {
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofMillis(1));
            assertThat(keys.find("nobody's-" + i)).isEmpty();
        }
        clock.advance(Duration.ofMillis(1));
        assertThatExceptionOfType(IssuerUnavailableException.class)
                .as("whether there is such a key cannot be told")
                .isThrownBy(() -> keys.find("k2"))
                .withMessageContaining("too often");
        assertThat(keys.find("k1")).as("what is known stays good").isPresent();
        assertThat(reads).hasValue(10);

        clock.advance(Duration.ofSeconds(11));
        assertThat(keys.find("k2")).isEmpty();
    }

    @Test
    void doesNotRefuseAnUnknownKeyWhileTheIssuerIsAway() {
        assertThat(keys.find("k1")).isPresent();
        status = 503;
        clock.advance(Duration.ofSeconds(1));
        assertThatExceptionOfType(IssuerUnavailableException.class)
                .isThrownBy(() -> keys.find("k2"));
    }

    @Test
    void forgetsAWithdrawnKeyWithinFiveMinutes() {
        assertThat(keys.find("k1")).isPresent();
        published = new JWKSet(second.publicKey());
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(keys.find("k1")).isEmpty();
    }

    @Test
    void keepsWhatItKnowsWhileTheIssuerIsAway() {
        assertThat(keys.find("k1")).isPresent();
        status = 503;
        clock.advance(Duration.ofMinutes(6));
        assertThat(keys.find("k1")).isPresent();
    }

    @Test
    void isUnavailableWhenItNeverReadAKey() {
        status = 503;
        assertThatExceptionOfType(IssuerUnavailableException.class)
                .isThrownBy(() -> keys.find("k1"));
    }
}
