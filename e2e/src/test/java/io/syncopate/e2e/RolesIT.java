package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** What people see and do by the roles that the gateway comes with, given with and without a reach. */
@Tag("kind:processes")
@ExtendWith(SharedStandalone.class)
class RolesIT {

    private final StandaloneProcess platform;
    private final Api owner;

    RolesIT(SharedStandalone.Running shared) {
        this.platform = shared.platform();
        this.owner = shared.api();
    }

    @Test
    void aDesignerOfATeamRunsItsProgramsAndSeesNoOthers() {
        Api north = person("nora", List.of("north"), "designer:TEAM");
        Api south = person("sam", List.of("south"), "designer:TEAM");
        var job = new MainJob(north);
        String program = job.create("learning/data-analysis-course.json", "roles-north");
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
        String program = new MainJob(mia).create("learning/compliance-training.json", "roles-mia");
        assertThat(mia.get("/v1/" + program).status()).isEqualTo(200);
        assertThat(max.get("/v1/" + program).status()).isEqualTo(404);
    }

    @Test
    void aProducerOfATeamTakesWorkFromItsCampaignsAlone() {
        Api east = person("eve", List.of("east"), "designer:TEAM", "producer:TEAM");
        Api elsewhere = person("otto", List.of("ost"), "producer:TEAM");
        var job = new MainJob(east);
        String program = job.create("learning/compliance-training.json", "roles-east");
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
        ObjectNode key = Api.object().put("displayName", "tests").put("person", "people/" + id);
        key.putArray("grants").addObject().put("permission", "*").put("scope", "SCOPE_TENANT");
        JsonNode issued = owner.post("/v1/apiKeys", key.toString()).ok();
        return new Api(platform.address(), issued.path("secret").asString());
    }

    private static Api.Answer create(Api by, String id, List<String> teams, String... roles) {
        ObjectNode person = Api.object().put("displayName", id);
        teams.forEach(person.putArray("teams")::add);
        List.of(roles).forEach(person.putArray("roles")::add);
        return by.post("/v1/people?personId=" + id, person.toString());
    }
}
