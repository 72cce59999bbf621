package io.syncopate.starter.client;

import com.nimbusds.jose.util.JSONObjectUtils;

import io.syncopate.kernel.Caller;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.security.IssuerUnavailableException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tokens from the gateway's {@code /internal/token}: the caller's token exchanged for the audience
 * (RFC 8693), or this service's own by its secret. Kept until a minute before they expire.
 */
public final class ExchangedTokens implements OutgoingTokens {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;
    private static final int LOCKS = 64;

    private final URI address;
    private final String authorization;
    private final HttpClient http;
    private final Clock clock;
    private final ReentrantLock[] fetching =
            IntStream.range(0, LOCKS)
                    .mapToObj(i -> new ReentrantLock())
                    .toArray(ReentrantLock[]::new);
    private final Map<Map<String, String>, Token> tokens =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Map<String, String>, Token> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @param service this service's name, which it proves by the secret
     */
    public ExchangedTokens(
            URI issuer, String service, String secret, HttpClient http, Clock clock) {
        this.address = issuer.resolve("/internal/token");
        this.authorization =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (service + ":" + secret).getBytes(StandardCharsets.UTF_8));
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String tokenFor(String audience) {
        Map<String, String> request =
                CallContext.token()
                        .map(token -> exchange(token, audience))
                        .orElseGet(() -> own(audience));
        return remembered(request).orElseGet(() -> fetchedOnce(request)).text();
    }

    private static Map<String, String> exchange(String token, String audience) {
        return Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                token,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:jwt",
                "audience",
                audience);
    }

    private static Map<String, String> own(String audience) {
        Caller caller = CallContext.caller();
        return Map.of(
                "grant_type",
                "client_credentials",
                "tenant",
                caller.tenant().value(),
                "subject",
                caller.uid().value(),
                "audience",
                audience);
    }

    private Optional<Token> remembered(Map<String, String> request) {
        synchronized (tokens) {
            return Optional.ofNullable(tokens.get(request))
                    .filter(token -> clock.instant().isBefore(token.renewAt()));
        }
    }

    /** Of several calls that need the same token, one fetches it. */
    private Token fetchedOnce(Map<String, String> request) {
        ReentrantLock lock = fetching[Math.floorMod(request.hashCode(), LOCKS)];
        lock.lock();
        try {
            return remembered(request).orElseGet(() -> fetched(request));
        } finally {
            lock.unlock();
        }
    }

    private Token fetched(Map<String, String> request) {
        Token token = parse(send(request));
        synchronized (tokens) {
            tokens.put(request, token);
        }
        return token;
    }

    private Token parse(String body) {
        try {
            Map<String, Object> answer = JSONObjectUtils.parse(body);
            Duration life = Duration.ofSeconds(JSONObjectUtils.getLong(answer, "expires_in"));
            Duration margin =
                    life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN;
            return new Token(
                    JSONObjectUtils.getString(answer, "access_token"),
                    clock.instant().plus(life).minus(margin));
        } catch (ParseException e) {
            throw unavailable("it answers what is no token", e);
        }
    }

    private String send(Map<String, String> form) {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(TIMEOUT)
                        .header("Authorization", authorization)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200 -> response.body();
                case 400, 401, 403 ->
                        throw new IllegalStateException(
                                "%s refuses a token for %s: %s"
                                        .formatted(address, form.get("audience"), response.body()));
                default -> throw unavailable("status " + response.statusCode(), null);
            };
        } catch (IOException e) {
            throw unavailable("it does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted while waiting for it", e);
        }
    }

    private IssuerUnavailableException unavailable(String problem, @Nullable Exception cause) {
        IssuerUnavailableException refusal = new IssuerUnavailableException(address, problem);
        if (cause != null) {
            refusal.addSuppressed(cause);
        }
        return refusal;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        entry ->
                                entry.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Token(String text, Instant renewAt) {}
}
