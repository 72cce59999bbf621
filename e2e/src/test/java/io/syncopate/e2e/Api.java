package io.syncopate.e2e;

import org.awaitility.Awaitility;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The JSON API, as a portal calls it: of one gateway, or of several in turn. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AWAY = 503;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Gateway> gateways;
    private final AtomicInteger calls = new AtomicInteger();

    public Api(URI address, String key) {
        this(List.of(new Gateway(address, key)));
    }

    private Api(List<Gateway> gateways) {
        this.gateways = List.copyOf(gateways);
    }

    /** Each call goes to the next one, as behind a load balancer. */
    public static Api inTurn(List<Gateway> gateways) {
        return new Api(gateways);
    }

    /** The same gateways, called with another key. */
    public Api withKey(String key) {
        return new Api(
                gateways.stream().map(gateway -> new Gateway(gateway.address(), key)).toList());
    }

    /** One gateway and the key that it is called with. */
    public record Gateway(URI address, String key) {}

    /** An answer: its status, its headers and its body, a JSON null when there was none of JSON. */
    public record Answer(HttpResponse<String> response, JsonNode body) {

        public int status() {
            return response.statusCode();
        }

        /** The body, when the call succeeded. */
        public JsonNode ok() {
            if (status() != 200) {
                throw new AssertionError(
                        response.request() + " answered " + status() + ": " + response.body());
            }
            return body;
        }
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Answer send(String method, String path, String body, String... headers) {
        Gateway gateway = next();
        var request =
                HttpRequest.newBuilder(gateway.address().resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + gateway.key());
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response, json(response));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The one whose turn it is; for what is no single answer. */
    Gateway next() {
        return gateways.get(Math.floorMod(calls.getAndIncrement(), gateways.size()));
    }

    private static JsonNode json(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("application/json");
        boolean isJson = type.startsWith("application/json") || type.endsWith("+json");
        return isJson && !response.body().isBlank()
                ? JSON.readTree(response.body())
                : JSON.nullNode();
    }

    /**
     * Asks until the answer is as wanted; for what the platform does by itself. What is away at the
     * moment, as after a restart, is asked again.
     */
    public JsonNode await(String path, Predicate<JsonNode> wanted) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .until(
                        () -> get(path),
                        answer -> answer.status() != AWAY && wanted.test(answer.ok()))
                .body();
    }

    /** One of the {@code examples/}, as it stands. */
    public static String example(String file) {
        try {
            return Files.readString(ExecutableJar.root().resolve("examples").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
