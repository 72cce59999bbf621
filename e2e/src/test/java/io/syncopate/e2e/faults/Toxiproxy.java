package io.syncopate.e2e.faults;

import io.syncopate.testkit.part.Program;
import io.syncopate.testkit.part.RealPart;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Toxiproxy server of this machine: connections that pass through it can be disturbed. */
final class Toxiproxy implements AutoCloseable {

    private static final Program PROGRAM =
            new Program("SYNCOPATE_TEST_TOXIPROXY", List.of("toxiproxy-server"));

    /** Two who disturb the same way at the same time do not get in each other's way. */
    private static final int EXISTS = 409;

    private static final int GONE = 404;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Toxiproxy(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Without one the test is skipped, or fails where {@code SYNCOPATE_REQUIRE} names toxiproxy. */
    static Toxiproxy start() {
        Path binary =
                RealPart.TOXIPROXY.orSkip(
                        PROGRAM.find(System.getenv()),
                        System.getenv(),
                        "no Toxiproxy: install toxiproxy-server or name one by "
                                + PROGRAM.variable());
        try {
            int port = freePort();
            Process process =
                    new ProcessBuilder(binary.toString(), "-port", Integer.toString(port))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            var proxy = new Toxiproxy(process, URI.create("http://127.0.0.1:" + port));
            Awaitility.await("toxiproxy")
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> proxy.send("GET", "/version", null).statusCode() == 200);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes a way to a port of this machine and answers the port at which it begins. */
    int proxy(String name, int upstream) {
        try {
            int port = freePort();
            ObjectNode body =
                    JSON.createObjectNode()
                            .put("name", name)
                            .put("listen", "127.0.0.1:" + port)
                            .put("upstream", "127.0.0.1:" + upstream)
                            .put("enabled", true);
            expect(send("POST", "/proxies", body), 201);
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends its connections and takes no new ones. */
    void cut(String proxy) {
        expect(
                send("POST", "/proxies/" + proxy, JSON.createObjectNode().put("enabled", false)),
                200);
    }

    /** Each packet takes so much longer, in both directions. */
    void slow(String proxy, int millis, int jitterMillis) {
        for (String stream : new String[] {"upstream", "downstream"}) {
            ObjectNode body = toxic("latency", stream);
            body.putObject("attributes").put("latency", millis).put("jitter", jitterMillis);
            expect(send("POST", "/proxies/" + proxy + "/toxics", body), 200, EXISTS);
        }
    }

    /** Connections stay open and nothing comes through any more, in either direction. */
    void halfOpen(String proxy) {
        for (String stream : new String[] {"upstream", "downstream"}) {
            ObjectNode body = toxic("timeout", stream);
            body.putObject("attributes").put("timeout", 0);
            expect(send("POST", "/proxies/" + proxy + "/toxics", body), 200, EXISTS);
        }
    }

    /** As if nothing had been. */
    void heal(String proxy) {
        var toxics = JSON.readTree(send("GET", "/proxies/" + proxy + "/toxics", null).body());
        toxics.forEach(
                toxic ->
                        expect(
                                send(
                                        "DELETE",
                                        "/proxies/"
                                                + proxy
                                                + "/toxics/"
                                                + toxic.path("name").asString(),
                                        null),
                                204,
                                GONE));
        expect(
                send("POST", "/proxies/" + proxy, JSON.createObjectNode().put("enabled", true)),
                200);
    }

    private static ObjectNode toxic(String type, String stream) {
        return JSON.createObjectNode()
                .put("name", type + "-" + stream)
                .put("type", type)
                .put("stream", stream)
                .put("toxicity", 1.0);
    }

    private HttpResponse<String> send(String method, String path, @Nullable ObjectNode body) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void expect(HttpResponse<String> answer, Integer... statuses) {
        if (!List.of(statuses).contains(answer.statusCode())) {
            throw new IllegalStateException(
                    "Toxiproxy answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
