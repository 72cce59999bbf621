package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncopate.gateway.proxy.OpenStreams;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.StoreKind;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Streams of messages through the gateway as it runs. What they say is of no store. */
@OnStore(StoreKind.EMBEDDED)
class StreamingIT {

    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final String EVENTS = "text/event-stream";
    private static final String OPEN = "/v1/things:follow?count=0&open=true";

    private RunningGateway gateway;
    private EchoBackend echo;

    @BeforeEach
    void start(SharedOnStore shared) {
        gateway = shared.get(RunningGateway.class, StreamingIT::started);
        echo = gateway.echo();
    }

    private static RunningGateway started(TestStore store) throws Exception {
        return new RunningGateway(
                        store,
                        "--syncopate.gateway.streams.longest-life=" + LONGEST,
                        "--syncopate.gateway.streams.heartbeat=100ms",
                        "--syncopate.gateway.streams.retry-after=700ms",
                        "--syncopate.gateway.streams.most-per-caller=2")
                .withEcho();
    }

    /** A caller has few streams: those of one test must not count in the next. */
    @AfterEach
    void awaitsTheEndOfItsStreams() {
        await().until(() -> gateway.bean(OpenStreams.class).count() == 0);
    }

    @Test
    void sendsALineForEachMessageUnlessAskedOtherwise() throws Exception {
        for (String accept : new String[] {"*/*", "application/x-ndjson", "text/html, */*;q=0.8"}) {
            var lines = follow("/v1/things:follow?count=2", accept);
            assertThat(lines.status()).isEqualTo(200);
            assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
            assertThat(lines.header("Cache-Control")).isEqualTo("no-store");
            assertThat(lines.response().body().split("\n"))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("{\"position\":\"") && line.endsWith("}"));
        }
        assertThat(gateway.get("/v1/things:sample?count=1").response().body())
                .startsWith("{\"name\":\"things/1\"");
        var array = follow("/v1/things:follow", "application/json");
        assertThat(array.status()).isEqualTo(406);
        assertThat(array.json().path("detail").asString()).contains(EVENTS);
        assertThat(gateway.send("HEAD", "/v1/things:follow", null, Map.of()).status())
                .isEqualTo(405);
    }

    @Test
    void sendsEventsThatAClientGoesOnAfter() throws Exception {
        var first = follow("/v1/things:follow?count=2", EVENTS);
        assertThat(first.header("Content-Type")).isEqualTo(EVENTS);
        assertThat(events(first))
                .startsWith("retry: 700")
                .contains("event: end\ndata: {}")
                .filteredOn(event -> event.startsWith("id: "))
                .satisfiesExactly(
                        event -> assertThat(event).startsWith("id: 1\ndata: {\"position\":\"1\""),
                        event -> assertThat(event).startsWith("id: 2\ndata: {\"position\":\"2\""));

        var next =
                gateway.send(
                        "GET",
                        "/v1/things:follow?count=1&after=0",
                        null,
                        Map.of("Accept", EVENTS, "Last-Event-ID", "2"));
        assertThat(next.response().body()).contains("id: 3\n").doesNotContain("id: 1\n");

        var wrong = gateway.send("GET", "/v1/things:follow", null, Map.of("Last-Event-ID", "two"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").get(0).path("field").asString())
                .isEqualTo("Last-Event-ID");
        assertThat(
                        gateway.send("GET", "/v1/things:sample", null, Map.of("Last-Event-ID", "2"))
                                .status())
                .isEqualTo(400);
    }

    @Test
    void answersWhatFailsBeforeTheFirstMessageAsAProblemAndTellsTheRestInTheStream()
            throws Exception {
        var before = follow("/v1/things:follow?failWith=5", EVENTS);
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.header("Content-Type")).isEqualTo("application/problem+json");

        var event = follow("/v1/things:follow?count=1&failWith=8", EVENTS);
        assertThat(event.status()).isEqualTo(200);
        assertThat(events(event).getLast())
                .startsWith("event: error\ndata: {")
                .contains("\"status\":429")
                .contains("\"reason\":\"RESOURCE_EXHAUSTED\"");
        var line = follow("/v1/things:follow?count=1&failWith=13", "*/*");
        String[] lines = line.response().body().split("\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[1])
                .startsWith("{\"error\":{")
                .contains("\"reason\":\"INTERNAL_FAULT\"")
                .doesNotContain("as asked");
        assertThat(follow("/v1/things:follow?count=x", EVENTS).status()).isEqualTo(400);
        assertThat(gateway.raw("GET", OPEN, null, Map.of()).status()).isEqualTo(401);
    }

    /** The backend's own deadline is two seconds. */
    @Test
    void keepsAStreamOpenBeyondTheDeadlineOfCallsAndEndsItsCallWithIt() throws Exception {
        int before = echo.streams().cancelled();
        try (Stream<String> lines = open(OPEN, EVENTS).body()) {
            assertThat(lines.filter(":"::equals).limit(25).count()).isEqualTo(25);
            assertThat(echo.streams().open()).isEqualTo(1);
        }
        await().atMost(Duration.ofSeconds(2)).until(() -> echo.streams().cancelled() == before + 1);
    }

    @Test
    void readsFromABackendNoMoreThanTheClientTakes() throws Exception {
        int ended = echo.streams().cancelled();
        var response =
                gateway.http()
                        .send(
                                request("/v1/things:follow?count=-1&size=20000", "*/*"),
                                HttpResponse.BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            assertThat(body.read()).isEqualTo('{');
            var before = new AtomicLong(-1);
            await().during(Duration.ofMillis(400))
                    .until(() -> echo.streams().sent() == before.getAndSet(echo.streams().sent()));
            long held = echo.streams().sent();
            body.skipNBytes(40_000_000);
            assertThat(echo.streams().sent()).isGreaterThan(held);
        }
        await().until(() -> echo.streams().cancelled() == ended + 1);
    }

    @Test
    void refusesMoreStreamsThanACallerMayHave() throws Exception {
        var first = open(OPEN, EVENTS);
        try (Stream<String> _ = open(OPEN, EVENTS).body()) {
            var refused = follow(OPEN, EVENTS);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().path("reason").asString()).isEqualTo("LIMIT_REACHED");
            assertThat(refused.header("Retry-After")).isEqualTo("4");
            first.body().close();
            await().until(() -> follow("/v1/things:follow?count=1", EVENTS).status() == 200);
        }
    }

    @Test
    void endsAStreamAfterItsLongestLife() throws Exception {
        try (Stream<String> lines = open(OPEN, EVENTS).body();
                Stream<String> others = open(OPEN, "application/x-ndjson").body()) {
            List<String> all = lines.toList();
            assertThat(all).filteredOn("retry: 700"::equals).hasSize(2);
            assertThat(all).noneMatch(line -> line.startsWith("event:"));
            assertThat(others.toList())
                    .singleElement()
                    .asString()
                    .startsWith("{\"error\":{")
                    .contains("\"reason\":\"STREAM_ENDED\"")
                    .contains("\"retryAfterSeconds\":1");
        }
    }

    @Test
    void endsAStreamWhoseKeyIsRevoked() throws Exception {
        var issued =
                gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"CI\", \"person\": \"people/developer\", \"grants\":"
                                + " [{\"permission\": \"echo.*\", \"scope\": \"SCOPE_TENANT\"}]}");
        var request =
                HttpRequest.newBuilder(gateway.address(OPEN))
                        .header("X-Api-Key", issued.json().path("secret").asString())
                        .header("Accept", EVENTS)
                        .build();
        var stream = gateway.http().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(stream.statusCode()).isEqualTo(200);
        String name = issued.json().path("apiKey").path("name").asString();
        gateway.send("DELETE", "/v1/" + name, null, Map.of());
        assertThat(stream.body().toList())
                .contains("event: error")
                .anyMatch(line -> line.contains("\"status\":401"));
    }

    @Test
    void endsItsStreamsWhenItStops(TestStore store) throws Exception {
        try (var stopped = started(store)) {
            var response =
                    stopped.http()
                            .send(
                                    request(stopped, OPEN, EVENTS),
                                    HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                var all = lines.iterator();
                assertThat(all.next()).isEqualTo("retry: 700");
                Thread stopping = Thread.ofVirtual().start(stopped::stop);
                var last = new ArrayList<String>();
                all.forEachRemaining(last::add);
                assertThat(last).contains("retry: 700");
                assertThat(stopping.join(LONGEST)).isTrue();
            }
        }
    }

    @Test
    void carriesBytesAsTheyAre() throws Exception {
        var request = request("/v1/things/x:download", "*/*");
        var download = gateway.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(download.body()).containsExactly((byte) 0x89, 'P', 'N', 'G', 0);
        assertThat(download.headers().map())
                .containsEntry("Content-Type", List.of("image/png"))
                .containsEntry("Content-Length", List.of("5"))
                .containsEntry("ETag", List.of("\"bytes-1\""))
                .containsEntry("Content-Disposition", List.of("attachment; filename=\"x\""))
                .doesNotContainKey("x-internal");
        assertThat(
                        gateway.send(
                                        "GET",
                                        "/v1/things/x:download",
                                        null,
                                        Map.of("If-None-Match", "\"bytes-1\""))
                                .status())
                .isEqualTo(304);

        var export = gateway.get("/v1/things:export?count=3");
        assertThat(export.header("Content-Type")).isEqualTo("text/csv");
        assertThat(export.response().body()).isEqualTo("1,\"x\"\n2,\"x\"\n3,\"x\"\n");
        assertThat(gateway.get("/v1/things:export?failWith=7").status()).isEqualTo(403);

        var upload =
                gateway.send(
                        "PUT",
                        "/v1/things/x/content",
                        "not {json",
                        Map.of("Content-Type", "text/plain"));
        assertThat(upload.json().path("name").asString()).isEqualTo("things/x");
        assertThat(upload.json().path("displayName").asString()).isEqualTo("text/plain");
        assertThat(upload.json().path("someBytes").asString()).isEqualTo("bm90IHtqc29u");
        assertThat(
                        gateway.send(
                                        "POST",
                                        "/v1/things:take",
                                        "x",
                                        Map.of("Content-Type", "application/pdf"))
                                .json()
                                .path("displayName")
                                .asString())
                .isEqualTo("application/pdf");
        assertThat(
                        gateway.send(
                                        "PUT",
                                        "/v1/things/x/content",
                                        "x".repeat(4_096_001),
                                        Map.of("Content-Type", "text/plain"))
                                .status())
                .isEqualTo(413);
    }

    private RunningGateway.Answer follow(String path, String accept) throws Exception {
        return gateway.send("GET", path, null, Map.of("Accept", accept));
    }

    private HttpResponse<Stream<String>> open(String path, String accept) throws Exception {
        var response =
                gateway.http().send(request(path, accept), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private HttpRequest request(String path, String accept) {
        return request(gateway, path, accept);
    }

    private static HttpRequest request(RunningGateway to, String path, String accept) {
        return HttpRequest.newBuilder(to.address(path))
                .header("Authorization", "Bearer " + to.developerKey())
                .header("Accept", accept)
                .build();
    }

    private static List<String> events(RunningGateway.Answer answer) {
        return Stream.of(answer.response().body().split("\n\n"))
                .filter(event -> !event.equals(":"))
                .toList();
    }
}
