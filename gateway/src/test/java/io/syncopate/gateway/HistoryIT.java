package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.syncopate.gateway.security.SignInLinks;
import io.syncopate.gateway.security.SignIns;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.TestStore;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to one thing, and who did what: over the gateway's own people and keys. */
@OnStore
class HistoryIT {

    private RunningGateway gateway;

    @BeforeEach
    void start(SharedOnStore shared) throws Exception {
        gateway = shared.get(RunningGateway.class, RunningGateway::new);
        if (gateway.get("/v1/things/ready").status() != 200) {
            gateway.withEcho();
        }
    }

    @Test
    void tellsWhoDidWhatToAPersonTheNewestFirst() throws Exception {
        var created = enter("hana", "viewer");
        patch("hana", "{\"displayName\": \"Hana Li\"}");
        patch("hana", "{\"roles\": [\"viewer\", \"designer:TEAM\"]}");
        assertThat(gateway.send("DELETE", "/v1/people/hana", null, Map.of()).status())
                .isEqualTo(200);

        List<JsonNode> events = events("people/hana", 4);
        assertThat(events)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "syncopate.gateway.v1.PersonErased",
                        "syncopate.gateway.v1.PersonRolesChanged",
                        "syncopate.gateway.v1.PersonChanged",
                        "syncopate.gateway.v1.PersonEntered");
        assertThat(events)
                .allSatisfy(
                        event -> {
                            assertThat(event.path("actor").asString()).isEqualTo("developer");
                            assertThat(event.path("subject").asString()).isEqualTo("people/hana");
                            assertThat(event.path("time").asString()).isNotEmpty();
                            assertThat(event.path("position").asLong()).isPositive();
                        });
        JsonNode entered = events.getLast();
        assertThat(entered.path("requestId").asString()).isEqualTo(created.header("X-Request-Id"));
        JsonNode roles = change(events.get(1), "roles");
        assertThat(roles.path("before").toString()).isEqualTo("[\"viewer\"]");
        assertThat(roles.path("after").toString()).isEqualTo("[\"designer:TEAM\",\"viewer\"]");
        JsonNode name = change(events.get(2), "displayName");
        assertThat(name.path("withheld").asBoolean()).isTrue();
        assertThat(events.toString()).doesNotContain("Hana");
    }

    @Test
    void pagesOnByTheTokenOfThisHistoryAlone() throws Exception {
        enter("pia", "viewer");
        patch("pia", "{\"displayName\": \"Pia B\"}");
        patch("pia", "{\"displayName\": \"Pia C\"}");
        enter("paul", "viewer");
        events("people/paul", 1);
        events("people/pia", 3);
        var versions = new ArrayList<Long>();
        String token = "";
        do {
            var page = gateway.get("/v1/history?name=people/pia&pageSize=1&pageToken=" + token);
            JsonNode listed = page.json().path("events");
            assertThat(listed.size()).isEqualTo(1);
            versions.add(listed.get(0).path("aggregateVersion").asLong());
            token = page.json().path("nextPageToken").asString("");
            if (!token.isEmpty()) {
                var other = gateway.get("/v1/history?name=people/paul&pageToken=" + token);
                assertThat(other.status()).isEqualTo(400);
                assertThat(other.json().path("reason").asString()).isEqualTo("INVALID_PAGE_TOKEN");
            }
        } while (!token.isEmpty());
        assertThat(versions).containsExactly(3L, 2L, 1L);
    }

    @Test
    void saysWhichNamesItKnowsWhereOneIsOfNone() throws Exception {
        for (String name : List.of("spaceships/a", "people", "people/a/b", "programs/x/y")) {
            var refused = gateway.get("/v1/history?name=" + name);
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.json().path("reason").asString()).isEqualTo("UNKNOWN_RESOURCE_KIND");
            JsonNode error = refused.json().at("/errors/0");
            assertThat(error.path("field").asString()).isEqualTo("name");
            assertThat(error.path("value").asString()).isEqualTo(name);
            assertThat(error.path("expected").asString())
                    .contains("programs/{program}, ")
                    .contains("campaigns/{campaign}/assets/{asset}")
                    .contains("people/{person}")
                    .contains("shelves/{shelf}/things/{thing}");
        }
        assertThat(gateway.get("/v1/history").status()).isEqualTo(400);
    }

    @Test
    void whatNothingIsKnownOfHasAnEmptyHistory() throws Exception {
        var nothing = gateway.get("/v1/history?name=people/nobody-ever");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().path("events")).isEmpty();
    }

    @Test
    void aServiceThatIsAwayOrKeepsNoLogIsSaidToBe() throws Exception {
        for (String name : List.of("programs/a", "awaited/never-there")) {
            var away = gateway.get("/v1/history?name=" + name);
            assertThat(away.status()).as(name).isEqualTo(503);
            assertThat(away.json().path("reason").asString()).isEqualTo("BACKEND_UNAVAILABLE");
        }
        var without = gateway.get("/v1/history?name=things/a");
        assertThat(without.status()).as(without.response().body()).isEqualTo(409);
        assertThat(without.json().path("reason").asString()).isEqualTo("HISTORY_NOT_KEPT");
        assertThat(without.json().at("/errors/0/field").asString()).isEqualTo("echo");
    }

    @Test
    void peopleAndKeysAreReadOverTheTenantOrNotAtAll() throws Exception {
        enter("tom", "admin");
        var tom = keyOf("tom", "*", "SCOPE_TENANT");
        String tia = "{\"displayName\": \"Tia\"}";
        assertThat(gateway.raw("POST", "/v1/people?personId=tia", tia, tom).status())
                .isEqualTo(200);
        events("people/tia", 1);
        String name = "/v1/history?name=people/tia";
        assertThat(gateway.raw("GET", name, null, tom).json().path("events")).hasSize(1);
        var own = keyOf("tom", "gateway.*", "SCOPE_OWN");
        var narrow = gateway.raw("GET", name, null, own);
        assertThat(narrow.status()).isEqualTo(200);
        assertThat(narrow.json().path("events")).as("though tom entered tia").isEmpty();
        assertThat(gateway.raw("GET", "/v1/auditEvents", null, own).status()).isEqualTo(403);
        var without = keyOf("tom", "gateway.people.read", "SCOPE_TENANT");
        assertThat(gateway.raw("GET", name, null, without).status()).isEqualTo(403);
        assertThat(gateway.raw("GET", "/v1/auditEvents", null, without).status()).isEqualTo(403);
    }

    @Test
    void theAuditShowsWhoDidWhatToWhatAndWhen() throws Exception {
        enter("uma", "admin");
        var uma = keyOf("uma", "*", "SCOPE_TENANT");
        assertThat(
                        gateway.raw(
                                        "POST",
                                        "/v1/people?personId=ugo",
                                        "{\"displayName\": \"Ugo\"}",
                                        uma)
                                .status())
                .isEqualTo(200);
        var issued =
                gateway.raw(
                        "POST",
                        "/v1/apiKeys",
                        "{\"displayName\": \"CI\", \"person\": \"people/ugo\", \"grants\":"
                                + " [{\"permission\": \"gateway.audit.read\", \"scope\":"
                                + " \"SCOPE_TENANT\"}]}",
                        uma);
        String key = issued.json().path("apiKey").path("name").asString();
        assertThat(gateway.raw("DELETE", "/v1/" + key, null, uma).status()).isEqualTo(200);

        List<JsonNode> hers = audited("actor = uma", 3);
        assertThat(hers)
                .extracting(event -> event.path("type").asString())
                .containsExactly(
                        "syncopate.gateway.v1.ApiKeyRevoked",
                        "syncopate.gateway.v1.ApiKeyIssued",
                        "syncopate.gateway.v1.PersonEntered");
        assertThat(audited("subject = \"%s\"".formatted(key), 2)).isEqualTo(hers.subList(0, 2));
        assertThat(audited("subject = people/ug* AND actor = uma", 1))
                .isEqualTo(hers.subList(2, 3));
        assertThat(
                        audited(
                                "actor = uma AND time >= \"%s\" AND type = syncopate.gateway.v1.ApiKeyIssued"
                                        .formatted(hers.get(1).path("time").asString()),
                                1))
                .isEqualTo(hers.subList(1, 2));
        assertThat(hers.toString())
                .doesNotContain(issued.json().path("secret").asString())
                .doesNotContain("Ugo");
    }

    @Test
    void signingInIsInTheAudit() throws Exception {
        enter("sia", "viewer");
        String link =
                gateway.bean(SignInLinks.class)
                        .create(new SignIns.Person(new TenantId("default"), new Uid("sia")));
        assertThat(gateway.raw("GET", link, null, Map.of()).status()).isEqualTo(303);
        assertThat(gateway.raw("GET", link, null, Map.of()).status()).isEqualTo(401);
        List<JsonNode> signedIn =
                audited("type = syncopate.gateway.v1.PersonSignedIn AND actor = sia", 1);
        assertThat(signedIn.getFirst().path("subject").asString()).isEqualTo("people/sia");
    }

    @Test
    void aFilterThatCannotBeReadIsRefusedWithThePartThatIsWrong() throws Exception {
        var refused = audit("actor = ann OR actor = bob");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("reason").asString()).isEqualTo("INVALID_FILTER");
        JsonNode error = refused.json().at("/errors/0");
        assertThat(error.path("field").asString()).isEqualTo("filter");
        assertThat(error.path("value").asString()).isEqualTo("OR actor = bob");
        assertThat(error.path("expected").asString()).isEqualTo("AND between two comparisons");
    }

    /** As after a kill between writing down and moving the cursor, for every event at once. */
    @Test
    void whatComesAgainIsWrittenDownOnce(TestStore store) throws Exception {
        List<JsonNode> before;
        try (var first = new RunningGateway(store)) {
            enter(first, "kai", "viewer");
            enter(first, "kim", "viewer");
            before = audited(first, "subject = people/*", 3);
        }
        var cursors = store.behindTheAdapter().getCollection("consumers");
        assertThat(cursors.deleteMany(new Document()).getDeletedCount()).isPositive();
        try (var second = new RunningGateway(store)) {
            enter(second, "kio", "viewer");
            List<JsonNode> after = audited(second, "subject = people/*", 4);
            assertThat(after.subList(1, 4)).isEqualTo(before);
            await().until(
                            () ->
                                    cursors
                                                    .find()
                                                    .map(cursor -> cursor.getLong("position"))
                                                    .into(new ArrayList<>())
                                                    .stream()
                                                    .mapToLong(Long::longValue)
                                                    .sum()
                                            == 4);
            assertThat(store.behindTheAdapter().getCollection("audit").countDocuments())
                    .isEqualTo(4);
        }
    }

    @Test
    void twoGatewaysWriteDownEachEventOnceAndTheOneThatStaysGoesOn(TestStore store)
            throws Exception {
        try (var one = new RunningGateway(store);
                var other = new RunningGateway(store)) {
            for (int i = 0; i < 4; i++) {
                enter(i % 2 == 0 ? one : other, "p" + i, "viewer");
            }
            audited(other, "subject = people/p*", 4);
            one.stop();
            enter(other, "p4", "viewer");
            audited(other, "subject = people/p*", 5);
            assertThat(store.behindTheAdapter().getCollection("audit").countDocuments())
                    .isEqualTo(6);
        }
    }

    private RunningGateway.Answer enter(String uid, String role) throws Exception {
        return enter(gateway, uid, role);
    }

    private static RunningGateway.Answer enter(RunningGateway gateway, String uid, String role)
            throws Exception {
        var entered =
                gateway.post(
                        "/v1/people?personId=" + uid,
                        "{\"displayName\": \"Hana\", \"roles\": [\"%s\"]}".formatted(role));
        assertThat(entered.status()).as(entered.response().body()).isEqualTo(200);
        return entered;
    }

    private void patch(String uid, String json) throws Exception {
        assertThat(gateway.send("PATCH", "/v1/people/" + uid, json, Map.of()).status())
                .isEqualTo(200);
    }

    /** The headers of a key for this permission, as far as the person has it. */
    private Map<String, String> keyOf(String uid, String permission, String scope)
            throws Exception {
        var issued =
                gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"tests\", \"person\": \"people/%s\", \"grants\": [{\"permission\": \"%s\", \"scope\": \"%s\"}]}"
                                .formatted(uid, permission, scope));
        return Map.of("X-Api-Key", issued.json().path("secret").asString());
    }

    private List<JsonNode> events(String name, int count) {
        return await().until(
                        () -> list(gateway.get("/v1/history?name=" + name).json().path("events")),
                        events -> events.size() == count);
    }

    private List<JsonNode> audited(String filter, int count) {
        return audited(gateway, filter, count);
    }

    private static List<JsonNode> audited(RunningGateway gateway, String filter, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> list(audit(gateway, filter).json().path("auditEvents")),
                        events -> events.size() == count);
    }

    private RunningGateway.Answer audit(String filter) throws Exception {
        return audit(gateway, filter);
    }

    private static RunningGateway.Answer audit(RunningGateway gateway, String filter)
            throws Exception {
        return gateway.get(
                "/v1/auditEvents?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    private static JsonNode change(JsonNode event, String field) {
        return list(event.path("changes")).stream()
                .filter(change -> change.path("field").asString().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError(field + " in " + event));
    }

    private static List<JsonNode> list(JsonNode array) {
        var all = new ArrayList<JsonNode>();
        array.forEach(all::add);
        return all;
    }
}
