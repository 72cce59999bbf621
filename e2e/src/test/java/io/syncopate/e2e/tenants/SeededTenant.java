package io.syncopate.e2e.tenants;

import io.syncopate.e2e.Api;
import io.syncopate.e2e.MainJob;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tenant with one of everything, every text of which carries a mark.
 *
 * @param key of somebody who may do all in it
 * @param outsiderKey of a colleague who may do all with what is their own
 * @param teamKey of the same colleague, who may do all with what their team shares
 * @param nothingKey of somebody who may do next to nothing
 */
record SeededTenant(
        Names names, String key, String outsiderKey, String teamKey, String nothingKey) {

    /** In every text that the tenant wrote, and in no request of anybody else. */
    static final String MARK = "marked-by-its-tenant";

    static SeededTenant seed(Api api) {
        var names = new ArrayList<String>();
        decisionModel(api, names);
        String program = program(api, names);
        outcome(api, program, names);
        batch(api, names);
        cohort(api, names);
        pipelineAndCampaign(api, names);
        names.add(name(api.post("/v1/people?personId=outsider", outsider().toString()).ok()));
        JsonNode full = apiKey(api, "", "*", "TENANT");
        names.add(full.at("/apiKey/name").asString());
        JsonNode own = apiKey(api, "people/outsider", "*", "OWN");
        JsonNode team = apiKey(api, "people/outsider", "*", "TEAM");
        JsonNode nothing =
                apiKey(api, "people/outsider", "assessment.workflowComparison.read", "TENANT");
        return new SeededTenant(
                new Names(names), secret(full), secret(own), secret(team), secret(nothing));
    }

    /** Of somebody who may do all in the caller's tenant, which is another than the seeded one. */
    static String unmarkedFullKey(Api api) {
        return secret(apiKey(api, "unmarked", "", "*", "TENANT"));
    }

    /** Nothing that is seeded is shared by their team. */
    private static ObjectNode outsider() {
        ObjectNode outsider = Api.object().put("displayName", MARK);
        outsider.putArray("roles").add("owner");
        outsider.putArray("teams").add("elsewhere");
        return outsider;
    }

    /** Everything of the tenant, as its own key shows it. */
    Map<String, JsonNode> everything(Api api) {
        Map<String, JsonNode> all = resources(api);
        for (String collection :
                List.of(
                        "programs",
                        "decisionModels",
                        "cohorts",
                        "series",
                        "campaigns",
                        "pipelines",
                        "people",
                        "apiKeys",
                        "queues",
                        "assessment/operations")) {
            all.put(collection, api.get("/v1/" + collection + "?pageSize=200").ok());
        }
        return all;
    }

    /** Each that was seeded. */
    Map<String, JsonNode> resources(Api api) {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String name : names.all()) {
            // keys and queues are only listed
            if (!name.startsWith("apiKeys/") && !name.startsWith("queues/")) {
                all.put(name, api.get("/v1/" + name).ok());
            }
        }
        return all;
    }

    private static void decisionModel(Api api, List<String> names) {
        String made =
                name(
                        api.post(
                                        "/v1/decisionModels?decisionModelId=own-model"
                                                + "&source=decisionModels/learning-guide",
                                        Api.object().put("displayName", MARK).toString())
                                .ok());
        names.addAll(List.of(made, made + "/versions/1"));
    }

    private static String program(Api api, List<String> names) {
        var job = new MainJob(api);
        String marked =
                Api.example("learning/data-analysis-course.json")
                        .replace("Data analysis with Python", MARK);
        String program = name(api.post("/v1/programs", marked).ok());
        JsonNode assessment = job.assess(program);
        job.accept(program, name(assessment));
        JsonNode launched = job.launch(program, "2026-10-05");
        String series = MainJob.made(launched, "SERIES");
        names.addAll(
                List.of(program, name(assessment), series, name(job.sessions(series).getFirst())));
        return program;
    }

    private static void outcome(Api api, String program, List<String> names) {
        ObjectNode body =
                Api.object()
                        .put("cohort", MARK)
                        .put("startDate", "2026-10-05")
                        .put("endDate", "2026-12-22")
                        .put("enrolled", 80)
                        .put("completed", 66)
                        .put("notes", MARK);
        names.add(name(api.post("/v1/" + program + "/outcomes", body.toString()).ok()));
    }

    private static void batch(Api api, List<String> names) {
        ObjectNode brief = Api.object();
        brief.putObject("objective").put("statement", MARK);
        String started =
                name(
                        api.post(
                                        "/v1/assessments:batchPreview",
                                        brief.toString(),
                                        "Content-Type",
                                        "application/x-ndjson")
                                .ok());
        api.await("/v1/" + started, operation -> operation.path("done").asBoolean());
        names.add(started);
    }

    private static void cohort(Api api, List<String> names) {
        String cohort =
                name(
                        api.post(
                                        "/v1/cohorts",
                                        Api.object()
                                                .put("displayName", MARK)
                                                .put("description", MARK)
                                                .toString())
                                .ok());
        ObjectNode participant =
                Api.object().put("person", "people/" + MARK).put("zone", "Europe/Berlin");
        names.add(cohort);
        names.add(name(api.post("/v1/" + cohort + "/participants", participant.toString()).ok()));
    }

    /** A pipeline of its own with a campaign whose asset somebody holds. */
    private static void pipelineAndCampaign(Api api, List<String> names) {
        ObjectNode pipeline = Api.object().put("displayName", MARK);
        pipeline.set("stages", api.get("/v1/pipelines/standard").ok().path("stages"));
        String made = name(api.post("/v1/pipelines?pipelineId=own-way", pipeline.toString()).ok());
        ObjectNode campaign =
                Api.object().put("displayName", MARK).put("pipeline", made).put("brief", MARK);
        campaign.putArray("channels").addObject().put("key", "web").put("displayName", MARK);
        campaign.putArray("assets")
                .addObject()
                .put("key", "text")
                .put("displayName", MARK)
                .put("channel", "web");
        String produced = name(api.post("/v1/campaigns", campaign.toString()).ok());
        JsonNode asset =
                api.await(
                        "/v1/" + produced + "/assets/text",
                        found -> found.path("state").asString().equals("WAITING"));
        names.addAll(List.of(made, produced, name(asset), asset.path("queue").asString()));
        names.add(new MainJob(api).claim(asset));
    }

    private static JsonNode apiKey(Api api, String person, String permission, String scope) {
        return apiKey(api, MARK, person, permission, scope);
    }

    private static JsonNode apiKey(
            Api api, String displayName, String person, String permission, String scope) {
        ObjectNode key = Api.object().put("displayName", displayName);
        if (!person.isEmpty()) {
            key.put("person", person);
        }
        key.putArray("grants")
                .addObject()
                .put("permission", permission)
                .put("scope", "SCOPE_" + scope);
        return api.post("/v1/apiKeys", key.toString()).ok();
    }

    private static String secret(JsonNode created) {
        return created.path("secret").asString();
    }

    private static String name(JsonNode resource) {
        return resource.path("name").asString();
    }
}
