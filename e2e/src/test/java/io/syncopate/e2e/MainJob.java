package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The steps of the main job as a portal would take them, one call or a few each. */
public final class MainJob {

    private final Api api;

    public MainJob(Api api) {
        this.api = api;
    }

    /** Creates a program from one of the {@code examples/}, another one each time; answers its name. */
    public String create(String example) {
        return create(example, UUID.randomUUID().toString());
    }

    /** The same, once per request id. */
    public String create(String example, String requestId) {
        return api.post("/v1/programs", Api.example(example), "Idempotency-Key", requestId)
                .ok()
                .path("name")
                .asString();
    }

    public JsonNode assess(String program) {
        return api.post("/v1/" + program + ":assess", "{}").ok();
    }

    public JsonNode accept(String program, String assessment) {
        ObjectNode body = Api.object().put("assessment", assessment);
        return api.post("/v1/" + program + ":accept", body.toString()).ok();
    }

    /** A pilot that took place already, with nothing against what was tried; answers the program. */
    public JsonNode pilot(String program) {
        ObjectNode plan = Api.object().put("startDate", "2026-06-01");
        plan.putObject("sample").put("drawn", "volunteers from each zone");
        api.post("/v1/" + program + ":planPilot", plan.toString()).ok();
        ObjectNode said = Api.object();
        ArrayNode feedback = said.putArray("feedback");
        for (String kind : List.of("TIMING", "ENGAGEMENT", "COGNITIVE_LOAD", "TECHNICAL_ISSUES")) {
            feedback.addObject().put("kind", kind).put("rating", 4.2).put("respondents", 10);
        }
        api.post("/v1/" + program + ":recordPilot", said.toString()).ok();
        return api.post("/v1/" + program + ":finishPilot", "{}").ok();
    }

    /** Pilots, launches and waits until the launch is complete; answers the program. */
    public JsonNode launch(String program, String startDate) {
        pilot(program);
        ObjectNode body = Api.object().put("startDate", startDate);
        api.post("/v1/" + program + ":launch", body.toString()).ok();
        return api.await(
                "/v1/" + program, found -> found.at("/launch/state").asString().equals("COMPLETE"));
    }

    /** What a launch step of this kind made. */
    public static String made(JsonNode program, String kind) {
        for (JsonNode step : program.at("/launch/steps")) {
            if (step.path("kind").asString().equals(kind)) {
                return step.path("resource").asString();
            }
        }
        throw new AssertionError("no step " + kind + " in " + program);
    }

    public List<JsonNode> sessions(String series) {
        return list("/v1/" + series + "/sessions", "sessions");
    }

    public List<JsonNode> assets(String campaign) {
        return list("/v1/" + campaign + "/assets", "assets");
    }

    /** Takes an asset through every stage that is left, each by a claim and a complete checklist. */
    public List<String> produce(String asset) {
        var stages = new ArrayList<String>();
        JsonNode now = api.get("/v1/" + asset).ok();
        while (!now.path("state").asString().equals("DONE")) {
            String stage = now.path("stage").asString();
            stages.add(stage);
            assertThat(stages).as("stages of %s", asset).hasSizeLessThan(20);
            now = finish(now, claim(now));
        }
        return stages;
    }

    /** Takes an asset through the stage that it is in; answers which that was. */
    String produceOne(String asset) {
        JsonNode now = api.get("/v1/" + asset).ok();
        finish(now, claim(now));
        return now.path("stage").asString();
    }

    /** Claims this very asset from the queue in which it waits; answers the claim's name. */
    public String claim(JsonNode asset) {
        ObjectNode body = Api.object().put("asset", asset.path("name").asString());
        return api.post("/v1/" + asset.path("queue").asString() + ":claim", body.toString())
                .ok()
                .path("name")
                .asString();
    }

    /** Pushes, or approves where the stage is a decision. */
    public JsonNode finish(JsonNode asset, String claim) {
        ObjectNode body =
                Api.object()
                        .put("claim", claim)
                        .put("contextNotes", "Done in " + asset.path("stage").asString());
        ArrayNode checklist = body.putArray("checklist");
        asset.path("checklist")
                .forEach(
                        item ->
                                checklist
                                        .addObject()
                                        .put("item", item.path("key").asString())
                                        .put("done", true));
        boolean decides = isDecision(asset);
        if (decides) {
            body.put("decision", "APPROVE");
        }
        String verb = decides ? ":review" : ":push";
        return api.post("/v1/" + asset.path("name").asString() + verb, body.toString()).ok();
    }

    /** Whether the stage that the asset is in is one of judging, as its pipeline says. */
    boolean isDecision(JsonNode asset) {
        for (JsonNode stage :
                api.get("/v1/" + asset.path("pipeline").asString()).ok().path("stages")) {
            if (stage.path("key").equals(asset.path("stage"))) {
                return stage.path("kind").asString().equals("DECISION");
            }
        }
        throw new AssertionError("a stage that its pipeline does not have: " + asset);
    }

    public JsonNode recordOutcome(String program) {
        ObjectNode body =
                Api.object()
                        .put("cohort", "Autumn 2026")
                        .put("startDate", "2026-10-05")
                        .put("endDate", "2026-12-22")
                        .put("enrolled", 80)
                        .put("completed", 66)
                        .put("assessmentScore", 74.5)
                        .put("satisfaction", 4.2);
        return api.post("/v1/" + program + "/outcomes", body.toString()).ok();
    }

    private List<JsonNode> list(String path, String field) {
        var found = new ArrayList<JsonNode>();
        String token = "";
        do {
            JsonNode page =
                    api.get(path + "?pageSize=5" + (token.isEmpty() ? "" : "&pageToken=" + token))
                            .ok();
            page.path(field).forEach(found::add);
            token = page.path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return found;
    }
}
