package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A file of briefs through the gateway: its progress, its answers, and what is wrong with it. */
public abstract class Batches {

    private static final String START = "/v1/assessments:batchPreview";

    private static final int MANY = 5_000;

    private final Api api;

    protected Batches(Api api) {
        this.api = api;
    }

    @Test
    void answersTheBriefsOfTheExample() {
        String file = Api.example("batch/briefs.csv");
        String key = "batch-" + UUID.randomUUID();
        Api.Answer started =
                api.post(START, file, "Content-Type", "text/csv", "Idempotency-Key", key);
        String operation = started.ok().path("name").asString();
        JsonNode ended =
                api.send(
                                "POST",
                                "/v1/" + operation + ":wait",
                                Api.object().put("timeout", "9s").toString())
                        .ok();
        assertThat(ended.path("done").asBoolean()).isTrue();
        assertThat(ended.at("/response/rows").asInt()).isEqualTo(20);
        assertThat(ended.at("/response/refusedRows").asInt()).isEqualTo(1);
        assertThat(ended.at("/progress/doneUnits").asString()).isEqualTo("20");
        assertThat(ended.at("/progress/failedUnits").asString()).isEqualTo("1");

        Api.Answer lines = api.get("/v1/" + operation + "/result");
        assertThat(lines.response().headers().firstValue("Content-Type"))
                .contains("application/x-ndjson");
        List<JsonNode> rows =
                lines.response().body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(rows).hasSize(20);
        assertThat(rows.subList(0, 3))
                .extracting(row -> row.at("/preview/recommended").asString())
                .containsExactly("SYNCHRONOUS", "ASYNCHRONOUS", "BLENDED");
        assertThat(rows.getLast().at("/errors/0/field").asString()).isEqualTo("audience.size");
        assertThat(rows.getLast().at("/errors/0/expected").asString()).isEqualTo("1 to 10000000");

        Api.Answer table = api.get("/v1/" + operation + "/result?format=CSV");
        assertThat(table.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        assertThat(table.response().body().lines()).hasSize(21);

        Api.Answer repeated =
                api.post(START, file, "Content-Type", "text/csv", "Idempotency-Key", key);
        assertThat(repeated.ok().path("name").asString()).isEqualTo(operation);
        assertThat(api.send("DELETE", "/v1/" + operation, "").status()).isEqualTo(200);
        assertThat(api.get("/v1/" + operation + "/result").status()).isEqualTo(404);
    }

    @Test
    void tellsWhichColumnIsNone() {
        Api.Answer refused =
                api.post(
                        START,
                        "objective.statement,audience.sise\nKnow it,3\n",
                        "Content-Type",
                        "text/csv");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("columns[1]");
        assertThat(refused.body().at("/errors/0/value").asString()).isEqualTo("audience.sise");
        assertThat(refused.body().at("/errors/0/expected").asString()).startsWith("one of size,");
        Api.Answer json = api.post(START, "{}");
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.body().at("/errors/0/field").asString()).isEqualTo("contentType");
    }

    /** More than a body of JSON may have. */
    @Test
    void takesThousandsOfBriefs() {
        String brief = "{\"objective\": {\"statement\": \"%s\"}}\n".formatted("x".repeat(600));
        String operation =
                api.post(START, brief.repeat(2000), "Content-Type", "application/x-ndjson")
                        .ok()
                        .path("name")
                        .asString();
        JsonNode ended =
                Awaitility.await(operation)
                        .atMost(Duration.ofMinutes(2))
                        .until(
                                () -> api.get("/v1/" + operation).ok(),
                                found -> found.path("done").asBoolean());
        assertThat(ended.at("/response/rows").asInt()).isEqualTo(2000);
        assertThat(api.get("/v1/" + operation + "/result").response().body().lines()).hasSize(2000);
    }

    @Test
    void stopsMidwayWhenItIsCancelled() {
        Batch batch = Batch.start(api, MANY);
        batch.awaitMidway(api);
        api.post("/v1/" + batch.name() + ":cancel", "{}").ok();
        JsonNode ended = batch.awaitEnd(api);
        assertThat(ended.at("/error/code").asInt()).isEqualTo(Code.CANCELLED_VALUE);
        assertThat(Batch.done(ended)).isBetween(1L, MANY - 1L);
        Api.Answer result = api.get("/v1/" + batch.name() + "/result");
        assertThat(result.status()).isEqualTo(409);
        assertThat(result.body().path("detail").asString()).contains("was cancelled");
    }
}
