package io.syncopate.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;

import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.security.IssuerUnavailableException;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class ExchangedTokensTest {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server = serve();
    private final ExchangedTokens tokens =
            new ExchangedTokens(
                    URI.create("http://localhost:" + server.getAddress().getPort()),
                    "assessment",
                    "s3cret",
                    http,
                    clock);

    private HttpServer serve() {
        try {
            HttpServer serving =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serving.createContext(
                    "/internal/token",
                    exchange -> {
                        requests.add(
                                URLDecoder.decode(
                                        new String(
                                                exchange.getRequestBody().readAllBytes(),
                                                StandardCharsets.UTF_8),
                                        StandardCharsets.UTF_8));
                        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
                        byte[] body =
                                """
                                {"access_token": "token-%d", "expires_in": 300}
                                """
                                        .formatted(requests.size())
                                        .getBytes(StandardCharsets.UTF_8);
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
    void asksForItsOwnTokenInBackgroundWorkNamingForWhom() {
        String token = CallContext.callAs(Callers.ann(), () -> tokens.tokenFor("scheduling"));
        assertThat(token).isEqualTo("token-1");
        assertThat(requests.getFirst().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials",
                        "tenant=acme",
                        "subject=ann",
                        "audience=scheduling");
        assertThat(authorizations.getFirst()).isEqualTo("Basic YXNzZXNzbWVudDpzM2NyZXQ=");
    }

    @Test
    void keepsATokenUntilAMinuteBeforeItExpires() {
        CallContext.runAs(
                Callers.ann(),
                () -> {
                    assertThat(tokens.tokenFor("asset")).isEqualTo("token-1");
                    clock.advance(Duration.ofSeconds(239));
                    assertThat(tokens.tokenFor("asset")).isEqualTo("token-1");
                    assertThat(tokens.tokenFor("scheduling")).isEqualTo("token-2");
                    clock.advance(Duration.ofSeconds(1));
                    assertThat(tokens.tokenFor("asset")).isEqualTo("token-3");
                });
    }

    @Test
    void keepsTheTokensOfDifferentCallersApart() {
        CallContext.runAs(Callers.ann(), () -> tokens.tokenFor("asset"));
        String other =
                CallContext.callAs(
                        Callers.of(Callers.OTHER, "ann"), () -> tokens.tokenFor("asset"));
        assertThat(other).isEqualTo("token-2");
    }

    @Test
    void hasNobodyToActForOutsideOfACall() {
        assertThatIllegalStateException().isThrownBy(() -> tokens.tokenFor("asset"));
        assertThat(requests).isEmpty();
    }

    @Test
    void isUnavailableWhileTheIssuerIsAway() {
        status = 503;
        assertThatExceptionOfType(IssuerUnavailableException.class)
                .isThrownBy(() -> CallContext.runAs(Callers.ann(), () -> tokens.tokenFor("asset")));
    }

    @Test
    void aRefusalIsAFaultOfTheSetUp() {
        status = 401;
        assertThatIllegalStateException()
                .isThrownBy(() -> CallContext.runAs(Callers.ann(), () -> tokens.tokenFor("asset")))
                .withMessageContaining("refuses a token for asset");
    }
}
