package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file of briefs on its way through the gateway. */
public final class Batch {

    private static final String START = "/v1/assessments:batchPreview";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final int EVERY = 50;

    private final String name;
    private final int rows;

    private Batch(String name, int rows) {
        this.name = name;
        this.rows = rows;
    }

    /** A file of so many briefs, no two of them alike; one in fifty is refused. */
    static String briefs(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(Batch::brief).collect(Collectors.joining());
    }

    private static String brief(int row) {
        ObjectNode brief = Api.object();
        brief.putObject("objective")
                .put("statement", "What number %d is for".formatted(row))
                .put("type", row % 2 == 0 ? "SKILL" : "KNOWLEDGE");
        brief.putObject("audience")
                .put("size", row % EVERY == 0 ? 0 : row)
                .put("timeZones", 1 + row % 12);
        brief.putObject("resources").put("facilitators", row % 3 == 0 ? "NONE" : "SKILLED");
        return brief + "\n";
    }

    /** Sends a file of so many briefs. */
    public static Batch start(Api api, int rows) {
        String name =
                api.post(START, briefs(rows), "Content-Type", "application/x-ndjson")
                        .ok()
                        .path("name")
                        .asString();
        return new Batch(name, rows);
    }

    public String name() {
        return name;
    }

    /** What its name ends with. */
    public String id() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    public JsonNode get(Api api) {
        return api.get("/v1/" + name).ok();
    }

    /** Answers as soon as some rows are done, and not all of them. */
    public JsonNode awaitMidway(Api api) {
        JsonNode midway =
                Awaitility.await(name + " begins")
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(OFTEN)
                        .until(() -> get(api), found -> done(found) > 0);
        assertThat(midway.path("done").asBoolean()).as("ended already: %s", midway).isFalse();
        assertThat(done(midway)).isLessThan(rows);
        return midway;
    }

    public JsonNode awaitEnd(Api api) {
        return Awaitility.await(name + " ends")
                .atMost(PATIENCE)
                .until(() -> get(api), found -> found.path("done").asBoolean());
    }

    /** How many of its rows are done. */
    public static long done(JsonNode operation) {
        return Long.parseLong(operation.at("/progress/doneUnits").asString("0"));
    }

    /** Waits for its end and answers the lines of its result: one for each row, in the order of the file. */
    public List<String> result(Api api) {
        JsonNode ended = awaitEnd(api);
        assertThat(ended.has("error")).as("%s", ended).isFalse();
        assertThat(ended.at("/response/rows").asInt()).isEqualTo(rows);
        assertThat(ended.at("/response/refusedRows").asInt()).isEqualTo(rows / EVERY);
        assertThat(done(ended)).isEqualTo(rows);
        List<String> lines = api.get("/v1/" + name + "/result").response().body().lines().toList();
        assertThat(lines.stream().map(Batch::row).toList())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, rows).boxed().toList());
        return lines;
    }

    private static int row(String line) {
        return JsonMapper.shared().readTree(line).path("row").asInt();
    }
}
