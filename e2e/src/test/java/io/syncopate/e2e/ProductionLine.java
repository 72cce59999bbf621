package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a production team does over HTTP, with one of the {@code examples/production}. */
final class ProductionLine {

    private static final ObjectNode MARKS =
            Api.object()
                    .put("contextExplained", true)
                    .put("questionsAnswered", true)
                    .put("receiptConfirmed", true);

    private final Api api;
    private final String campaign;
    private final Set<String> decisions = new HashSet<>();
    private final Set<String> inPerson = new HashSet<>();

    private ProductionLine(Api api, JsonNode campaign) {
        this.api = api;
        this.campaign = campaign.path("name").asString();
        JsonNode pipeline = api.get("/v1/" + campaign.path("pipeline").asString()).ok();
        for (JsonNode stage : pipeline.path("stages")) {
            if (stage.path("kind").asString().equals("DECISION")) {
                decisions.add(stage.path("key").asString());
            }
            if (stage.path("handoff").asString().equals("SYNC_REQUIRED")) {
                inPerson.add(stage.path("key").asString());
            }
        }
    }

    /** Loads a campaign by one call. */
    static ProductionLine load(Api api, String example) {
        String body = Api.example("production/" + example + "-campaign.json");
        return new ProductionLine(api, api.post("/v1/campaigns", body).ok());
    }

    /** Asks for advice by one call. */
    static JsonNode advice(Api api, String example) {
        String body = Api.example("production/" + example + "-situation.json");
        return api.post("/v1/productionModels:recommend", body).ok();
    }

    /** The kinds of practices under a field of an advice. */
    static List<String> kinds(JsonNode advice, String field) {
        var kinds = new ArrayList<String>();
        advice.path(field).forEach(practice -> kinds.add(practice.path("kind").asString()));
        return kinds;
    }

    /** The days of one practice under a field of an advice. */
    static List<String> days(JsonNode advice, String field, String kind) {
        var days = new ArrayList<String>();
        for (JsonNode practice : advice.path(field)) {
            if (practice.path("kind").asString().equals(kind)) {
                practice.path("days").forEach(day -> days.add(day.asString()));
            }
        }
        return days;
    }

    JsonNode asset(String key) {
        return api.get("/v1/" + campaign + "/assets/" + key).ok();
    }

    List<JsonNode> in(String state) {
        var found = new ArrayList<JsonNode>();
        api.get("/v1/" + campaign + "/assets?pageSize=200").ok().path("assets").forEach(found::add);
        found.removeIf(asset -> !asset.path("state").asString().equals(state));
        return found;
    }

    /** Takes one asset through all that is left of its way; answers the stages. */
    List<String> finish(String key) {
        var stages = new ArrayList<String>();
        JsonNode asset = asset(key);
        while (!asset.path("state").asString().equals("DONE")) {
            stages.add(asset.path("stage").asString());
            assertThat(stages).as("stages of %s", key).hasSizeLessThan(20);
            asset = handOn(asset, claim(asset), true).ok();
        }
        return stages;
    }

    /** Takes whatever can be taken until all is done; answers the campaign. */
    JsonNode finish() {
        List<JsonNode> waiting = in("WAITING");
        while (!waiting.isEmpty()) {
            for (JsonNode asset : waiting) {
                finish(asset.path("displayName").asString(), asset);
            }
            waiting = in("WAITING");
        }
        return api.get("/v1/" + campaign).ok();
    }

    String claim(JsonNode asset) {
        ObjectNode body = Api.object().put("asset", asset.path("name").asString());
        return api.post("/v1/" + asset.path("queue").asString() + ":claim", body.toString())
                .ok()
                .path("name")
                .asString();
    }

    /**
     * Pushes, or approves where the stage decides, with everything ticked.
     *
     * @param met whether the two sides met, where the stage hands on in person
     */
    Api.Answer handOn(JsonNode asset, String claim, boolean met) {
        String stage = asset.path("stage").asString();
        ObjectNode body = Api.object().put("claim", claim).put("contextNotes", "Done in " + stage);
        ArrayNode checklist = body.putArray("checklist");
        for (JsonNode item : asset.path("checklist")) {
            checklist.addObject().put("item", item.path("key").asString()).put("done", true);
        }
        if (met && inPerson.contains(stage)) {
            body.set("syncHandoff", MARKS);
        }
        boolean decides = decisions.contains(stage);
        if (decides) {
            body.put("decision", "APPROVE");
        }
        String verb = decides ? ":review" : ":push";
        return api.post("/v1/" + asset.path("name").asString() + verb, body.toString());
    }

    private void finish(String displayName, JsonNode asset) {
        String name = asset.path("name").asString();
        assertThat(finish(name.substring(name.lastIndexOf('/') + 1))).as(displayName).isNotEmpty();
    }
}
