package io.syncopate.gateway;

import static org.awaitility.Awaitility.await;

import build.buf.protovalidate.ValidatorFactory;

import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.store.TestStore;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A gateway as it is started for real, with an echo backend behind it. */
final class RunningGateway implements AutoCloseable {

    static final String SERVICE_SECRET = "a-secret-that-services-of-this-test-share";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String echoName = "echo-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final Path directory;
    private final Path keyFile;
    private final Answer firstAnswer;
    private @Nullable EchoBackend echo;

    /** What came back. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    RunningGateway(TestStore store, String... settings) throws Exception {
        this.directory = Files.createTempDirectory("syncopate-gateway");
        this.keyFile = directory.resolve("developer.key");
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--spring.config.name=gateway",
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.grpc.server.inprocess.name=gateway-" + echoName,
                                "--syncopate.mongodb.uri=" + store.uri(),
                                "--syncopate.mongodb.database=" + store.databaseName(),
                                "--syncopate.gateway.developer.key-file=" + keyFile,
                                "--syncopate.security.service-secret=" + SERVICE_SECRET,
                                "--syncopate.backends.gateway.address=in-process:gateway-"
                                        + echoName,
                                "--syncopate.backends.assessment.address=in-process:absent-"
                                        + echoName,
                                "--syncopate.backends.scheduling.address=in-process:absent-"
                                        + echoName,
                                "--syncopate.backends.asset.address=in-process:absent-" + echoName,
                                "--syncopate.backends.echo.address=in-process:" + echoName,
                                "--syncopate.backends.echo.packages=echo.v1",
                                "--syncopate.backends.echo.paths=/v1/things,/v1/shelves,/v1/files",
                                "--syncopate.backends.echo.permissions=echo",
                                "--syncopate.backends.echo.deadline=2s",
                                "--syncopate.backends.awaited.address=in-process:awaited-"
                                        + echoName,
                                "--syncopate.backends.awaited.packages=awaited.v1",
                                "--syncopate.backends.awaited.paths=/v1/awaited",
                                "--syncopate.backends.awaited.permissions=awaited"));
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            // a name that is given twice would have both values
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(setting);
        }
        this.context =
                new SpringApplicationBuilder(GatewayApplication.class)
                        .run(arguments.toArray(String[]::new));
        this.firstAnswer = get("/v1/people/developer");
        await().until(
                        () ->
                                raw("GET", "/actuator/health/readiness", null, Map.of()).status()
                                        == 200);
    }

    /** To the request that came right after the start. */
    Answer firstAnswer() {
        return firstAnswer;
    }

    /** Starts the echo backend and waits until the gateway has its routes. */
    RunningGateway withEcho() throws Exception {
        var verifier =
                new TokenVerifier(
                        context.getBean(IssuerKeys.class),
                        "syncopate-gateway",
                        "echo",
                        Clock.systemUTC());
        echo =
                new EchoBackend(
                        echoName,
                        new GrpcServerInterceptors(
                                verifier,
                                ValidatorFactory.newBuilder().build(),
                                Clock.systemUTC()));
        await().until(() -> get("/v1/things/ready").status() == 200);
        return this;
    }

    /** The one that was started. */
    EchoBackend echo() {
        return Objects.requireNonNull(echo, "no echo backend was started");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String developerKey() {
        try {
            return Files.readString(keyFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path keyFile() {
        return keyFile;
    }

    URI address(String path) {
        return URI.create(
                "http://127.0.0.1:"
                        + context.getEnvironment().getProperty("local.server.port")
                        + path);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json, Map.of());
    }

    /** With the developer's key, unless the headers say who calls. */
    Answer send(String method, String path, @Nullable String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        boolean known =
                headers.keySet().stream()
                        .anyMatch(
                                name ->
                                        List.of("Authorization", "Cookie", "X-Api-Key")
                                                .contains(name));
        return raw(method, path, json, known ? headers : with(headers));
    }

    private Map<String, String> with(Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.put("Authorization", "Bearer " + developerKey());
        return all;
    }

    /** With these headers and no others. */
    Answer raw(String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address(path))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response);
    }

    HttpClient http() {
        return http;
    }

    /** The gateway alone: what is behind it goes on. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        if (echo != null) {
            echo.close();
        }
        context.close();
        http.shutdownNow();
        try {
            Files.deleteIfExists(keyFile);
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
