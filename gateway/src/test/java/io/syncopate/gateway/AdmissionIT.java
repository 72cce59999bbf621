package io.syncopate.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;

import io.syncopate.gateway.security.SignInLinks;
import io.syncopate.gateway.security.SignIns;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.SharedOnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is let in, and what they carry on. */
@OnStore
class AdmissionIT {

    private static final SignIns.Person DEVELOPER =
            new SignIns.Person(new TenantId("default"), new Uid("developer"));

    private RunningGateway gateway;

    @BeforeEach
    void start(SharedOnStore shared) {
        gateway = shared.get(RunningGateway.class, RunningGateway::new);
    }

    @Test
    void letsNobodyInWhoIsNotKnown() throws Exception {
        for (String path :
                new String[] {"/v1/people", "/v1/programs", "/v1/nothing", "/actuator/env"}) {
            var answer = gateway.raw("GET", path, null, Map.of());
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().path("reason").asString()).isEqualTo("UNAUTHENTICATED_CALLER");
        }
        for (String wrong :
                new String[] {
                    "Bearer syn_default_developer_" + "x".repeat(32), "Basic abc", "Bearer x"
                }) {
            assertThat(
                            gateway.raw("GET", "/v1/people", null, Map.of("Authorization", wrong))
                                    .status())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(
                        gateway.raw(
                                        "GET",
                                        "/v1/people",
                                        null,
                                        Map.of("Cookie", "syncopate_session=x"))
                                .status())
                .isEqualTo(401);
    }

    @Test
    void servesPeopleAndKeysFromItsFirstRequestOn() throws Exception {
        assertThat(gateway.firstAnswer().status()).isEqualTo(200);
    }

    @Test
    void tellsEverybodyWhetherItLivesAndWhoIsKnownWhatIsRunning() throws Exception {
        var open = gateway.raw("GET", "/v1/status", null, Map.of());
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().path("signedIn").asBoolean()).isFalse();
        assertThat(open.json().has("backends")).isFalse();
        var known = gateway.get("/v1/status");
        assertThat(known.json().path("caller").path("person").asString())
                .isEqualTo("people/developer");
        assertThat(known.json().path("backends").size()).isEqualTo(6);
        assertThat(gateway.raw("GET", "/actuator/health/liveness", null, Map.of()).status())
                .isEqualTo(200);
        var console = gateway.raw("GET", "/", null, Map.of());
        assertThat(console.status()).isEqualTo(200);
        assertThat(console.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(console.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(console.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void keepsTheDevelopersKeyToItsOwner() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(gateway.keyFile())))
                .isEqualTo("rw-------");
        assertThat(gateway.get("/v1/people/developer").json().path("roles").get(0).asString())
                .isEqualTo("owner");
        assertThat(
                        gateway.raw(
                                        "GET",
                                        "/v1/people",
                                        null,
                                        Map.of("X-Api-Key", gateway.developerKey()))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void signsABrowserInOnceAndHoldsItsWritesToItsOwnPages() throws Exception {
        String link = gateway.bean(SignInLinks.class).create(DEVELOPER);
        var signedIn = gateway.raw("GET", link, null, Map.of());
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/");
        String cookie = signedIn.header("Set-Cookie");
        assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");
        assertThat(gateway.raw("GET", link, null, Map.of()).status()).isEqualTo(401);
        var page =
                gateway.raw(
                        "GET",
                        link,
                        null,
                        Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("/");
        assertThat(page.header("Set-Cookie")).isEmpty();

        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(gateway.raw("GET", "/v1/people", null, Map.of("Cookie", session)).status())
                .isEqualTo(200);
        String person = "{\"displayName\": \"Ada\"}";
        var foreign =
                gateway.raw(
                        "POST",
                        "/v1/people?personId=ada",
                        person,
                        Map.of("Cookie", session, "Origin", "https://elsewhere.example"));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.json().path("reason").asString()).isEqualTo("CROSS_ORIGIN_WRITE");
        assertThat(
                        gateway.raw(
                                        "POST",
                                        "/v1/people?personId=ada",
                                        person,
                                        Map.of("Cookie", session))
                                .status())
                .isEqualTo(403);
        assertThat(
                        gateway.raw(
                                        "POST",
                                        "/v1/people?personId=ada",
                                        person,
                                        Map.of("Cookie", session, "X-Requested-With", "console"))
                                .status())
                .isEqualTo(200);

        var out =
                gateway.raw(
                        "POST",
                        "/sign-out",
                        "",
                        Map.of("Cookie", session, "X-Requested-With", "console"));
        assertThat(out.status()).isEqualTo(204);
        assertThat(gateway.raw("GET", "/v1/people", null, Map.of("Cookie", session)).status())
                .isEqualTo(401);
    }

    @Test
    void aKeyDoesWhatItAndItsPersonMayAndNoLongerOnceRevoked() throws Exception {
        assertThat(
                        gateway.post(
                                        "/v1/people?personId=vera",
                                        "{\"displayName\": \"Vera\", \"roles\": [\"admin\"]}")
                                .status())
                .isEqualTo(200);
        var issued =
                gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"CI\", \"person\": \"people/vera\", \"grants\":"
                            + " [{\"permission\": \"gateway.people.read\", \"scope\":"
                            + " \"SCOPE_TENANT\"}, {\"permission\": \"assessment.*\", \"scope\":"
                            + " \"SCOPE_TENANT\"}]}");
        assertThat(issued.status()).as(issued.response().body()).isEqualTo(200);
        var key = Map.of("X-Api-Key", issued.json().path("secret").asString());
        assertThat(gateway.raw("GET", "/v1/people", null, key).status()).isEqualTo(200);

        // in the key, not in the person's role
        assertThat(gateway.raw("POST", "/v1/programs", "{}", key).status()).isEqualTo(403);
        // in the role, not in the key
        var denied = gateway.raw("GET", "/v1/apiKeys", null, key);
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("reason").asString()).isEqualTo("PERMISSION_MISSING");

        String name = issued.json().path("apiKey").path("name").asString();
        assertThat(gateway.send("DELETE", "/v1/" + name, null, Map.of()).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () ->
                                assertThat(gateway.raw("GET", "/v1/people", null, key).status())
                                        .isEqualTo(401));
    }

    @Test
    void nobodyGivesMoreThanTheyHaveAndUnknownRolesAreRefused() throws Exception {
        gateway.post(
                "/v1/people?personId=mona", "{\"displayName\": \"Mona\", \"roles\": [\"admin\"]}");
        var issued =
                gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"CI\", \"person\": \"people/mona\", \"grants\":"
                            + " [{\"permission\": \"gateway.*\", \"scope\": \"SCOPE_TENANT\"}]}");
        var key = Map.of("X-Api-Key", issued.json().path("secret").asString());
        var beyond =
                gateway.raw(
                        "POST",
                        "/v1/people?personId=eve",
                        "{\"displayName\": \"Eve\", \"roles\": [\"owner\"]}",
                        key);
        assertThat(beyond.status()).isEqualTo(403);
        assertThat(beyond.json().path("reason").asString()).isEqualTo("GRANT_BEYOND_OWN");
        var right = beyond.json().path("errors").get(0);
        assertThat(right.path("field").asString()).isEqualTo("roles");
        assertThat(right.path("value").asString()).isEqualTo("*:TENANT");
        var unknown =
                gateway.post(
                        "/v1/people?personId=eve",
                        "{\"displayName\": \"Eve\", \"roles\": [\"king\"]}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("reason").asString()).isEqualTo("UNKNOWN_ROLE");
        var error = unknown.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("roles");
        assertThat(error.path("value").asString()).isEqualTo("king");
        assertThat(error.path("expected").asString()).startsWith("one of admin, ");
    }

    @Test
    void whoHoldsTheirOwnAloneGetsNeitherIntoAnothersThingsNorIntoAnotherTeam() throws Exception {
        gateway.post(
                "/v1/people?personId=lena",
                "{\"displayName\": \"Lena\", \"roles\": [\"designer\"]}");
        gateway.post(
                "/v1/people?personId=olga",
                "{\"displayName\": \"Olga\", \"teams\": [\"ops\"],"
                        + " \"roles\": [\"admin\", \"designer:TEAM\"]}");
        var issued =
                gateway.post(
                        "/v1/apiKeys",
                        "{\"displayName\": \"Olga's\", \"person\": \"people/olga\", \"grants\":"
                                + " [{\"permission\": \"*\", \"scope\": \"SCOPE_TENANT\"}]}");
        var olga = Map.of("X-Api-Key", issued.json().path("secret").asString());

        for (String scope : new String[] {"SCOPE_OWN", "SCOPE_TEAM"}) {
            String wanted =
                    "\"grants\": [{\"permission\": \"assessment.*\", \"scope\": \"%s\"}]"
                            .formatted(scope);
            var asLena =
                    gateway.raw(
                            "POST",
                            "/v1/apiKeys",
                            "{\"displayName\": \"x\", \"person\": \"people/lena\", " + wanted + "}",
                            olga);
            assertThat(asLena.status()).as(asLena.response().body()).isEqualTo(403);
            assertThat(asLena.json().path("reason").asString()).isEqualTo("GRANT_BEYOND_OWN");
            assertThat(
                            gateway.raw(
                                            "POST",
                                            "/v1/apiKeys",
                                            "{\"displayName\": \"x\", " + wanted + "}",
                                            olga)
                                    .status())
                    .as("for herself")
                    .isEqualTo(200);
        }

        var elsewhere =
                gateway.raw(
                        "PATCH",
                        "/v1/people/olga?updateMask=teams",
                        "{\"teams\": [\"ops\", \"sales\"]}",
                        olga);
        assertThat(elsewhere.status()).as(elsewhere.response().body()).isEqualTo(403);
        assertThat(elsewhere.json().path("reason").asString()).isEqualTo("GRANT_BEYOND_OWN");
        var error = elsewhere.json().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("teams");
        assertThat(error.path("value").asString()).isEqualTo("sales");
        assertThat(error.path("expected").asString()).isEqualTo("teams that you are in: ops");
        for (String newcomer :
                new String[] {
                    "\"teams\": [\"ops\"], \"roles\": [\"designer:TEAM\"]",
                    "\"teams\": [\"sales\"], \"roles\": [\"viewer\", \"designer:OWN\"]"
                }) {
            var entered =
                    gateway.raw(
                            "POST",
                            "/v1/people?personId=new" + newcomer.length(),
                            "{\"displayName\": \"New\", " + newcomer + "}",
                            olga);
            assertThat(entered.status()).as(entered.response().body()).isEqualTo(200);
        }
    }

    @Test
    void saysWhenAnAnswerIsThatOfAnEarlierCall() throws Exception {
        var key = Map.of("Idempotency-Key", "iris-1");
        String iris = "{\"displayName\": \"Iris\"}";
        var first = gateway.send("POST", "/v1/people?personId=iris", iris, key);
        var again = gateway.send("POST", "/v1/people?personId=iris", iris, key);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.response().headers().firstValue("Idempotent-Replay")).isEmpty();
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(gateway.get("/v1/people/iris").response().headers().map())
                .doesNotContainKey("idempotent-replay");
    }

    @Test
    void givesServicesTokensForOneBackendAndShowsThePublicKeys() throws Exception {
        var keys = gateway.raw("GET", "/.well-known/jwks.json", null, Map.of());
        assertThat(keys.json().path("keys").size()).isEqualTo(1);
        assertThat(keys.json().path("keys").get(0).has("d")).isFalse();

        var own =
                token(
                        "assessment:" + RunningGateway.SERVICE_SECRET,
                        Map.of(
                                "grant_type", "client_credentials",
                                "tenant", "default",
                                "subject", "service.assessment",
                                "audience", "scheduling"));
        assertThat(own.status()).as(own.response().body()).isEqualTo(200);
        var claims = SignedJWT.parse(own.json().path("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getAudience()).containsExactly("scheduling");
        assertThat(claims.getSubject()).isEqualTo("service.assessment");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isLessThanOrEqualTo(300_000);

        var exchanged = exchange("scheduling", own.json().path("access_token").asString());
        assertThat(exchanged.status()).as(exchanged.response().body()).isEqualTo(200);
        // meant for scheduling: asset must not use it
        assertThat(exchange("asset", own.json().path("access_token").asString()).status())
                .isEqualTo(400);
        var basics =
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "tenant",
                        "default",
                        "audience",
                        "scheduling");
        assertThat(token("assessment:wrong", basics).status()).isEqualTo(401);
        assertThat(token("unknown:" + RunningGateway.SERVICE_SECRET, basics).status())
                .isEqualTo(401);
    }

    @Test
    void whoGuessesTheSecretOfServicesIsNotListenedToForLong(TestStore store) throws Exception {
        var form = Map.of("grant_type", "client_credentials", "tenant", "t", "audience", "asset");
        try (var alone = new RunningGateway(store)) {
            int tries = 0;
            RunningGateway.Answer answer;
            do {
                answer = token(alone, "assessment:guess-" + tries++, form);
            } while (answer.status() == 401 && tries < 100);
            assertThat(answer.status()).as("after %d", tries).isEqualTo(429);
            assertThat(answer.json().path("reason").asString()).isEqualTo("LIMIT_REACHED");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
            assertThat(token(alone, "assessment:" + RunningGateway.SERVICE_SECRET, form).status())
                    .as("not even looked at")
                    .isEqualTo(429);
            assertThat(alone.get("/v1/people").status()).isEqualTo(200);
        }
    }

    private RunningGateway.Answer exchange(String service, String subject) throws Exception {
        return token(
                service + ":" + RunningGateway.SERVICE_SECRET,
                Map.of(
                        "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token", subject,
                        "subject_token_type", "urn:ietf:params:oauth:token-type:jwt",
                        "audience", "asset"));
    }

    private RunningGateway.Answer token(String client, Map<String, String> form) throws Exception {
        return token(gateway, client, form);
    }

    private static RunningGateway.Answer token(
            RunningGateway asked, String client, Map<String, String> form) throws Exception {
        return asked.raw(
                "POST",
                "/internal/token",
                form.entrySet().stream()
                        .map(
                                e ->
                                        e.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")),
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(client.getBytes(StandardCharsets.UTF_8))));
    }
}
