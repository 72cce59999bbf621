package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who did what: to one thing, out of its service's log; and over all services, out of the audit. */
public abstract class Histories {

    private static final String PROGRAM = "syncopate.assessment.v1.";

    /** Tells the people of one run from those of others on the same platform. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final Api owner;

    protected Histories(Api owner) {
        this.owner = owner;
    }

    @Test
    void whatWasDoneToAProgramIsInItsHistoryAndInTheAuditWithWhoDidIt() {
        Api hanna = person("hanna", List.of("quay"), "designer:TEAM");
        var job = new MainJob(hanna);
        String program = job.create("learning/data-analysis-course.json");
        String assessment = job.assess(program).path("name").asString();
        Api.Answer accepted =
                hanna.post(
                        "/v1/" + program + ":accept",
                        Api.object().put("assessment", assessment).toString());
        accepted.ok();

        List<JsonNode> events = events(owner, program, 3);
        assertThat(events.reversed())
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        PROGRAM + "ProgramCreated",
                        PROGRAM + "ProgramAssessed",
                        PROGRAM + "AssessmentAccepted");
        assertThat(events)
                .allSatisfy(
                        event -> {
                            assertThat(event.path("actor").asString()).isEqualTo(own("hanna"));
                            assertThat(event.path("subject").asString()).isEqualTo(program);
                        })
                .isSortedAccordingTo(
                        (one, other) ->
                                Long.compare(
                                        other.path("position").asLong(),
                                        one.path("position").asLong()));
        JsonNode last = events.getFirst();
        assertThat(assessment).endsWith("/" + last.at("/data/assessment").asString());
        assertThat(last.path("requestId").asString())
                .isEqualTo(accepted.response().headers().firstValue("X-Request-Id").orElseThrow());

        assertThat(audited("subject = \"%s\"".formatted(program), 3)).isEqualTo(events);
        List<JsonNode> hers = audited("actor = " + own("hanna"), 4);
        assertThat(hers)
                .extracting(event -> event.path("subject").asString())
                .containsExactlyInAnyOrder(program, program, program, assessment);
        assertThat(audited("actor = %s AND subject = \"%s/*\"".formatted(own("hanna"), program), 1))
                .isEqualTo(events(owner, assessment, 1));
        assertThat(
                        audited(
                                "type = %sAssessmentAccepted AND actor = %s AND time >= \"%s\""
                                        .formatted(
                                                PROGRAM,
                                                own("hanna"),
                                                last.path("time").asString()),
                                1))
                .isEqualTo(List.of(last));
        assertThat(audit(owner, "actor = %s AND time > \"%s\"".formatted(own("hanna"), inAnHour())))
                .isEmpty();
    }

    @Test
    void aHistoryIsReadByWhoHasTheThingAndTheAuditByWhoRunsThePlatform() {
        Api ines = person("ines", List.of("mole"), "designer:TEAM");
        Api mate = person("ivo", List.of("mole"), "reviewer");
        Api elsewhere = person("ida", List.of("pier"), "designer:TEAM");
        String program = new MainJob(ines).create("learning/compliance-training.json");
        List<JsonNode> events = events(owner, program, 1);
        assertThat(history(ines, program)).isEqualTo(events);
        assertThat(history(mate, program)).isEqualTo(events);
        assertThat(history(elsewhere, program)).isEmpty();
        assertThat(history(elsewhere, "people/" + own("ines"))).isEmpty();
        for (Api without : List.of(ines, mate, elsewhere)) {
            assertThat(without.get("/v1/auditEvents").status()).isEqualTo(403);
        }
        Api admin = person("ilse", List.of(), "admin");
        assertThat(history(admin, program)).isEqualTo(events);
        assertThat(history(admin, "people/" + own("ines"))).hasSize(1);
        assertThat(audit(admin, "actor = " + own("ines"))).isNotEmpty();
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3600).toString();
    }

    private static List<JsonNode> events(Api by, String name, int count) {
        return list(
                by.await("/v1/history?name=" + name, found -> found.path("events").size() == count)
                        .path("events"));
    }

    private static List<JsonNode> history(Api by, String name) {
        return list(by.get("/v1/history?name=" + name).ok().path("events"));
    }

    private List<JsonNode> audited(String filter, int count) {
        return audited(owner, filter, count);
    }

    static List<JsonNode> audited(Api by, String filter, int count) {
        return list(
                by.await(path(filter), found -> found.path("auditEvents").size() == count)
                        .path("auditEvents"));
    }

    private static List<JsonNode> audit(Api by, String filter) {
        return list(by.get(path(filter)).ok().path("auditEvents"));
    }

    private static String path(String filter) {
        return "/v1/auditEvents?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> list(JsonNode array) {
        var all = new ArrayList<JsonNode>();
        array.forEach(all::add);
        return all;
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
