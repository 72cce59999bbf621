package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.UUID;

/** What people see and do by the roles that the gateway comes with, given with and without a reach. */
public abstract class Roles {

    /** Tells the people and teams of one run from those of others on the same platform. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final Api owner;

    protected Roles(Api owner) {
        this.owner = owner;
    }

    @Test
    void aDesignerOfATeamRunsItsProgramsAndSeesNoOthers() {
        Api north = person("nora", List.of("north"), "designer:TEAM");
        Api south = person("sam", List.of("south"), "designer:TEAM");
        var job = new MainJob(north);
        String program = job.create("learning/data-analysis-course.json");
        JsonNode answer = job.assess(program);
        job.accept(program, answer.path("name").asString());
        JsonNode launched = job.launch(program, "2026-10-05");
        String series = MainJob.made(launched, "SERIES");
        String campaign = MainJob.made(launched, "CAMPAIGN");

        Api mate = person("nick", List.of("north", "south"), "designer:TEAM");
        Api viewer = person("vera", List.of(), "viewer");
        for (String name : List.of(program, answer.path("name").asString(), series, campaign)) {
            assertThat(mate.get("/v1/" + name).status()).as(name).isEqualTo(200);
            assertThat(viewer.get("/v1/" + name).status()).as(name).isEqualTo(200);
            assertThat(south.get("/v1/" + name).status()).as(name).isEqualTo(404);
        }
        assertThat(south.get("/v1/programs").ok().path("programs")).isEmpty();
        assertThat(south.get("/v1/decisionModels").ok().path("decisionModels")).isNotEmpty();
        assertThat(viewer.post("/v1/" + program + ":assess", "{}").status()).isEqualTo(403);
    }

    @Test
    void aDesignerOfTheirOwnSeesNotEvenTheTeams() {
        Api mia = person("mia", List.of("west"), "designer:OWN");
        Api max = person("max", List.of("west"), "designer:OWN");
        String program = new MainJob(mia).create("learning/compliance-training.json");
        assertThat(mia.get("/v1/" + program).status()).isEqualTo(200);
        assertThat(max.get("/v1/" + program).status()).isEqualTo(404);
    }

    @Test
    void aProducerOfATeamTakesWorkFromItsCampaignsAlone() {
        Api east = person("eve", List.of("east"), "designer:TEAM", "producer:TEAM");
        Api elsewhere = person("otto", List.of("ost"), "producer:TEAM");
        var job = new MainJob(east);
        String program = job.create("learning/compliance-training.json");
        job.accept(program, job.assess(program).path("name").asString());
        JsonNode asset =
                job.assets(MainJob.made(job.launch(program, "2026-10-05"), "CAMPAIGN")).getFirst();

        String queue = "/v1/" + asset.path("queue").asString() + ":claim";
        String wanted = Api.object().put("asset", asset.path("name").asString()).toString();
        assertThat(elsewhere.post(queue, wanted).status()).isEqualTo(404);
        assertThat(east.post(queue, wanted).status()).isEqualTo(200);
    }

    @Test
    void aRoleIsGivenNoFurtherThanWhoGivesItReaches() {
        Api admin = person("ada", List.of(), "admin", "designer:TEAM");
        var refused = create(admin, "bob", List.of(), "designer");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("reason").asString()).isEqualTo("GRANT_BEYOND_OWN");
        assertThat(create(admin, "bob", List.of(), "designer:TEAM").status()).isEqualTo(200);
        var unknown = create(owner, "kim", List.of(), "designer:TEAMS");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("roles[0]");
    }

    /** The API as somebody with these teams and roles calls it. */
    private Api person(String id, List<String> teams, String... roles) {
        create(owner, id, teams, roles).ok();
        ObjectNode key =
                Api.object().put("displayName", "tests").put("person", "people/" + own(id));
        key.putArray("grants").addObject().put("permission", "*").put("scope", "SCOPE_TENANT");
        JsonNode issued = owner.post("/v1/apiKeys", key.toString()).ok();
        return owner.withKey(issued.path("secret").asString());
    }

    private Api.Answer create(Api by, String id, List<String> teams, String... roles) {
        ObjectNode person = Api.object().put("displayName", id);
        teams.stream().map(this::own).forEach(person.putArray("teams")::add);
        List.of(roles).forEach(person.putArray("roles")::add);
        return by.post("/v1/people?personId=" + own(id), person.toString());
    }

    private String own(String name) {
        return name + "-" + run;
    }
}
