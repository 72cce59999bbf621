package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** JSON in, JSON out, through the gateway as it runs. */
@OnStore
class TranscodingIT {

    private RunningGateway gateway;
    private EchoBackend echo;

    @BeforeEach
    void start(SharedOnStore shared) {
        gateway =
                shared.get(
                        RunningGateway.class,
                        store ->
                                new RunningGateway(
                                                store,
                                                "--syncopate.gateway.body-limit=2KB",
                                                "--syncopate.gateway.upload-limit=4000B")
                                        .withEcho());
        echo = gateway.echo();
    }

    @Test
    void carriesEveryKindOfMethod() throws Exception {
        var thing = gateway.get("/v1/things/abc");
        assertThat(thing.status()).isEqualTo(200);
        assertThat(thing.header("Content-Type")).isEqualTo("application/json");
        assertThat(thing.json().path("name").asString()).isEqualTo("things/abc");
        assertThat(thing.json().path("displayName").asString()).isEqualTo("developer");
        assertThat(thing.header("ETag")).isEqualTo("\"v1\"");

        assertThat(gateway.get("/v1/shelves/a/things/b").json().path("name").asString())
                .isEqualTo("shelves/a/things/b");
        assertThat(gateway.get("/v1/things/abc/tags").response().body())
                .isEqualTo("[\"things/abc\"]");
        assertThat(gateway.send("HEAD", "/v1/things/abc", null, Map.of()).status()).isEqualTo(200);

        var list = gateway.get("/v1/things?pageSize=3&tags=a&tags=b&filter.owner=me");
        assertThat(list.json().path("things").isEmpty()).isTrue();
        assertThat(list.json().path("asked").path("tags").size()).isEqualTo(2);

        var created =
                gateway.send(
                        "POST",
                        "/v1/things?thingId=x",
                        "{\"displayName\": \"d\", \"anInt64\": \"5\"}",
                        Map.of("Idempotency-Key", "key-1"));
        assertThat(created.json().path("name").asString()).isEqualTo("things/x");
        assertThat(created.json().path("anInt64").asString()).isEqualTo("5");
        assertThat(created.json().path("tags").get(0).asString()).isEqualTo("key-1");

        var deleted = gateway.send("DELETE", "/v1/things/x", null, Map.of());
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.response().body()).isEqualTo("{}");
    }

    @Test
    void answersWhatIsWrongWithARequest() throws Exception {
        assertProblem(gateway.get("/v1/nothing"), 404, "UNKNOWN_PATH");
        assertProblem(gateway.get("/v1/things/%FF"), 400, "MALFORMED_REQUEST");
        var method = gateway.send("PUT", "/v1/things/abc", "{}", Map.of());
        assertProblem(method, 405, "METHOD_NOT_ALLOWED");
        assertThat(method.header("Allow")).isEqualTo("DELETE, GET, PATCH");

        var field = gateway.post("/v1/things", "{\"colour\": \"PURPLE\", \"nmae\": 1}");
        assertProblem(field, 400, "INVALID_REQUEST");
        assertThat(field.json().path("errors").get(0).path("field").asString()).isEqualTo("colour");
        assertThat(field.json().path("errors").get(0).path("value").asString())
                .isEqualTo("\"PURPLE\"");
        assertThat(field.json().path("errors").get(0).path("expected").asString())
                .isEqualTo("one of RED, GREEN");
        assertThat(field.json().path("errors").get(1).path("field").asString()).isEqualTo("nmae");

        var malformed = gateway.post("/v1/things", "{\"name\":\n \"x\",}");
        assertProblem(malformed, 400, "MALFORMED_REQUEST");
        assertThat(gateway.post("/v1/things", "{\"name\":").json().path("detail").asString())
                .contains("Unexpected end-of-input")
                .doesNotContain("Source");
        assertThat(malformed.json().path("detail").asString()).contains("line 2");

        assertProblem(
                gateway.send("POST", "/v1/things", "a=b", Map.of("Content-Type", "text/plain")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        String large = "{\"displayName\": \"" + "x".repeat(3000) + "\"}";
        assertProblem(gateway.post("/v1/things", large), 413, "BODY_TOO_LARGE");
        assertThat(chunked(large)).isEqualTo(413);
        Map<String, String> csv = Map.of("Content-Type", "text/csv");
        assertThat(gateway.send("POST", "/v1/things:take", large, csv).status())
                .as("a file has a limit of its own")
                .isEqualTo(200);
        assertProblem(
                gateway.send("POST", "/v1/things:take", "x".repeat(4001), csv),
                413,
                "BODY_TOO_LARGE");

        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                ("asset:" + RunningGateway.SERVICE_SECRET)
                                        .getBytes(StandardCharsets.UTF_8));
        var form =
                gateway.raw(
                        "POST",
                        "/internal/token",
                        "audience=" + "x".repeat(3000),
                        Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Authorization",
                                "Basic " + basic));
        assertProblem(form, 413, "BODY_TOO_LARGE");
        assertThat(form.json().path("detail").asString()).contains("2048 bytes");
    }

    @Test
    void holdsWritesToTheirEtag() throws Exception {
        var stale = gateway.send("PATCH", "/v1/things/x", "{}", Map.of("If-Match", "\"v0\""));
        assertProblem(stale, 412, "STALE_ETAG");
        assertProblem(
                gateway.send("PATCH", "/v1/things/x", "{\"etag\": \"v0\"}", Map.of()),
                409,
                "STALE_ETAG");
        var changed = gateway.send("PATCH", "/v1/things/x", "{}", Map.of("If-Match", "\"v1\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
        assertThat(
                        gateway.send("GET", "/v1/things/x", null, Map.of("If-None-Match", "\"v1\""))
                                .status())
                .isEqualTo(304);
        assertProblem(
                gateway.send("POST", "/v1/things/x:echo", "{}", Map.of("If-Match", "\"v1\"")),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void tellsWhatABackendRefusesAndNothingOfItsFaults() throws Exception {
        var internal = gateway.post("/v1/things/x:echo", "{\"failWith\": 13}");
        assertProblem(internal, 500, "INTERNAL_FAULT");
        assertThat(internal.response().body()).doesNotContain("secret words");
        assertProblem(gateway.post("/v1/things/x:echo", "{\"failWith\": 5}"), 404, "NOT_FOUND");
        assertProblem(
                gateway.post("/v1/things/x:echo", "{\"delayMillis\": 5000}"),
                504,
                "DEADLINE_EXCEEDED");
    }

    @Test
    void anAbsentBackendIs503AndNever404() throws Exception {
        var absent = gateway.get("/v1/programs/x");
        assertProblem(absent, 503, "BACKEND_UNAVAILABLE");
        assertThat(absent.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aBackendThatWasNeverThereIs503Too() throws Exception {
        for (String path : List.of("/v1/awaited", "/v1/awaited/x", "/v1/awaited/x:try")) {
            var answer = gateway.get(path);
            assertProblem(answer, 503, "BACKEND_UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
        assertProblem(gateway.get("/v1/awaitedToo"), 404, "UNKNOWN_PATH");
        assertProblem(gateway.get("/v1/things:unknown"), 404, "UNKNOWN_PATH");
    }

    @Test
    void aClientThatGoesAwayCancelsTheCall() throws Exception {
        var watched = echo.watchNextCall();
        CompletableFuture<HttpResponse<String>> call =
                gateway.http()
                        .sendAsync(
                                HttpRequest.newBuilder(gateway.address("/v1/things/x:echo"))
                                        .header("Authorization", "Bearer " + gateway.developerKey())
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "{\"delayMillis\": 1500}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(watched.began()).isTrue();
        call.cancel(true);
        assertThat(watched.wasCancelled()).isTrue();
    }

    @Test
    void aBackendServesNothingBeyondItsFence() throws Exception {
        assertProblem(gateway.get("/v1/people:taken"), 404, "UNKNOWN_PATH");
        assertProblem(gateway.get("/v1/things:borrowed"), 404, "UNKNOWN_PATH");
        assertProblem(gateway.get("/v1/things:unguarded"), 404, "UNKNOWN_PATH");
        assertThat(gateway.get("/v1/things").json().has("asked")).isTrue();
    }

    @Test
    void keepsAMethodForServicesFromEverybodyWhateverTheyHold() throws Exception {
        assertProblem(gateway.get("/v1/things:settle"), 403, "PERMISSION_MISSING");
    }

    @Test
    void tiesARequestTogetherByItsId() throws Exception {
        var known = gateway.send("GET", "/v1/nothing", null, Map.of("X-Request-Id", "abc-1"));
        assertThat(known.header("X-Request-Id")).isEqualTo("abc-1");
        assertThat(known.json().path("requestId").asString()).isEqualTo("abc-1");
        var bad = gateway.send("GET", "/v1/nothing", null, Map.of("X-Request-Id", "a b"));
        assertThat(bad.header("X-Request-Id")).hasSize(26);
    }

    /** With a reactor-netty that stops reading (see the root POM), one of these is never answered. */
    @Test
    void answersEveryRequestOfAConnectionThatIsKept() throws Exception {
        for (int i = 0; i < 300; i++) {
            assertThat(gateway.get("/v1/things/abc").status()).isEqualTo(200);
            assertThat(gateway.get("/v1/nothing").status()).isEqualTo(404);
            assertThat(gateway.raw("GET", "/v1/things/abc", null, Map.of()).status())
                    .isEqualTo(401);
        }
    }

    private int chunked(String body) throws Exception {
        var request =
                HttpRequest.newBuilder(gateway.address("/v1/things"))
                        .header("Authorization", "Bearer " + gateway.developerKey())
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofString(body)))
                        .build();
        return gateway.http().send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static void assertProblem(RunningGateway.Answer answer, int status, String reason) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("reason").asString()).isEqualTo(reason);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("requestId").asString())
                .isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.json().path("traceId").asString()).hasSize(32);
    }
}
