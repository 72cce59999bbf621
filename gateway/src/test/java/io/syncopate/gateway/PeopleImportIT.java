package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People from a file, as somebody sends it. */
@OnStore
class PeopleImportIT {

    private RunningGateway gateway;

    @BeforeEach
    void start(SharedOnStore shared) {
        gateway = shared.get(RunningGateway.class, RunningGateway::new);
    }

    @Test
    void entersAndChangesPeopleAndTellsWhatIsWrongWithTheRest() throws Exception {
        String file =
                """
                uid,displayName,email,zone,teams,roles
                if.ann,Ann Lee,ann@acme.example,Europe/Berlin,editors night-shift,designer:TEAM viewer
                if.bob,Bob,bob@acme.example,Europe/Berlyn,,
                if.cleo,Cleo,,,,king
                """;
        JsonNode imported = ok(send(file, Map.of()));
        assertThat(counts(imported)).isEqualTo("1 0 0 2");
        assertThat(imported.at("/rows/0/outcome").asString()).isEqualTo("CREATED");
        assertThat(imported.at("/rows/1/line").asInt()).isEqualTo(3);
        assertThat(imported.at("/rows/1/name").asString()).isEqualTo("people/if.bob");
        assertThat(imported.at("/rows/1/reason").asString()).isEqualTo("UNKNOWN_TIME_ZONE");
        assertThat(imported.at("/rows/1/errors/0/column").asString()).isEqualTo("zone");
        assertThat(imported.at("/rows/1/errors/0/value").asString()).isEqualTo("Europe/Berlyn");
        assertThat(imported.at("/rows/2/reason").asString()).isEqualTo("UNKNOWN_ROLE");
        assertThat(imported.at("/rows/2/errors/0/column").asString()).isEqualTo("roles");
        assertThat(imported.at("/rows/2/errors/0/value").asString()).isEqualTo("king");
        assertThat(imported.at("/rows/2/errors/0/expected").asString()).startsWith("one of admin,");
        JsonNode ann = ok(gateway.get("/v1/people/if.ann"));
        assertThat(ann.path("displayName").asString()).isEqualTo("Ann Lee");
        assertThat(ann.path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(ann.path("teams").toString()).isEqualTo("[\"editors\",\"night-shift\"]");
        assertThat(ann.path("roles").toString()).isEqualTo("[\"designer:TEAM\",\"viewer\"]");
        assertThat(gateway.get("/v1/people/if.bob").status()).isEqualTo(404);

        String fixed =
                """
                uid,displayName,zone
                if.ann,Ann Lee,Europe/Paris
                if.bob,Bob,Europe/Berlin
                """;
        assertThat(counts(ok(send(fixed, Map.of())))).isEqualTo("1 1 0 0");
        JsonNode again = ok(send(fixed, Map.of()));
        assertThat(counts(again)).isEqualTo("0 0 2 0");
        assertThat(ok(gateway.get("/v1/people/if.ann")).path("email").asString())
                .as("what has no column stays")
                .isEqualTo("ann@acme.example");
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstCallWas() throws Exception {
        String file = "uid,displayName\nrep.ann,Ann\nrep.bob,Bob\n";
        var key = Map.of("Idempotency-Key", "people-1");
        var first = send(file, key);
        assertThat(counts(ok(first))).isEqualTo("2 0 0 0");
        assertThat(first.response().headers().firstValue("Idempotent-Replay")).isEmpty();
        var again = send(file, key);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");

        var other = send("uid,displayName\nrep.cleo,Cleo\nrep.bob,Bob Li\n", key);
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.json().path("reason").asString()).isEqualTo("REQUEST_ID_REUSED");
        assertThat(gateway.get("/v1/people/rep.cleo").status()).isEqualTo(404);
    }

    @Test
    void nobodyGivesByAFileWhatTheyDoNotHave() throws Exception {
        var mona = Map.of("X-Api-Key", keyOfAnAdmin("gateway.*"));
        JsonNode imported =
                ok(
                        send(
                                """
                                uid,displayName,roles
                                giv.eve,Eve,owner
                                developer,Nobody,
                                giv.kim,Kim,
                                """,
                                mona));
        assertThat(counts(imported)).isEqualTo("1 0 0 2");
        for (int refused : new int[] {0, 1}) {
            JsonNode row = imported.path("rows").get(refused);
            assertThat(row.path("reason").asString()).isEqualTo("GRANT_BEYOND_OWN");
            assertThat(row.at("/errors/0/column").asString()).isEqualTo("roles");
            assertThat(row.at("/errors/0/value").asString()).isEqualTo("*:TENANT");
        }
        assertThat(ok(gateway.get("/v1/people/developer")).at("/roles/0").asString())
                .isEqualTo("owner");

        var reader = Map.of("X-Api-Key", keyOfAnAdmin("gateway.people.read"));
        assertThat(send("uid,displayName\ngiv.zoe,Zoe\n", reader).status()).isEqualTo(403);
    }

    @Test
    void aFileThatCannotBeTakenChangesNobody() throws Exception {
        var column = send("uid,displayName,boss\nbad.ann,Ann,eve\n", Map.of());
        assertThat(column.status()).isEqualTo(400);
        JsonNode error = column.json().at("/errors/0");
        assertThat(error.path("field").asString()).isEqualTo("columns[2]");
        assertThat(error.path("value").asString()).isEqualTo("boss");
        assertThat(error.path("expected").asString()).startsWith("one of uid, displayName,");
        var broken = send("uid,displayName\nbad.ann,Ann\n\"bad.bob", Map.of());
        assertThat(broken.status()).isEqualTo(400);
        var json =
                gateway.send(
                        "POST",
                        "/v1/people:import",
                        "{}",
                        Map.of("Content-Type", "application/json"));
        assertThat(json.status()).isEqualTo(400);
        var large = send("uid,displayName\nbad.ann," + "x".repeat(1_000_000) + "\n", Map.of());
        assertThat(large.status()).isEqualTo(400);
        assertThat(gateway.get("/v1/people/bad.ann").status()).isEqualTo(404);
    }

    @Test
    void aFileOfTheLargestSizeIsDoneWithinACall() throws Exception {
        String file =
                IntStream.range(0, 1_000)
                        .mapToObj(
                                i ->
                                        "many.%d,Person %d,p%d@acme.example,Europe/Berlin,editors,viewer"
                                                .formatted(i, i, i))
                        .collect(
                                Collectors.joining(
                                        "\n", "uid,displayName,email,zone,teams,roles\n", "\n"));
        JsonNode imported = ok(send(file, Map.of("Idempotency-Key", "many-1")));
        assertThat(counts(imported)).isEqualTo("1000 0 0 0");
        assertThat(ok(send(file, Map.of("Idempotency-Key", "many-1")))).isEqualTo(imported);
    }

    private String keyOfAnAdmin(String permission) throws Exception {
        gateway.post(
                "/v1/people?personId=giv.mona",
                "{\"displayName\": \"Mona\", \"roles\": [\"admin\"]}");
        var issued =
                gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"CI\", \"person\": \"people/giv.mona\", \"grants\":"
                                + " [{\"permission\": \""
                                + permission
                                + "\", \"scope\": \"SCOPE_TENANT\"}]}");
        return ok(issued).path("secret").asString();
    }

    private RunningGateway.Answer send(String csv, Map<String, String> headers) throws Exception {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "text/csv");
        return gateway.send("POST", "/v1/people:import", csv, all);
    }

    private static JsonNode ok(RunningGateway.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    /** Created, updated, unchanged, refused. */
    private static String counts(JsonNode imported) {
        return "%d %d %d %d"
                .formatted(
                        imported.path("created").asInt(),
                        imported.path("updated").asInt(),
                        imported.path("unchanged").asInt(),
                        imported.path("refused").asInt());
    }
}
