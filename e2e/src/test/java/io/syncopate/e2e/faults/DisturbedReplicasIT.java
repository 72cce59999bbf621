package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.syncopate.e2e.Api;
import io.syncopate.e2e.MainJob;
import io.syncopate.e2e.replicas.Replicas;
import io.syncopate.e2e.replicas.Service;
import io.syncopate.testkit.store.ReplicaSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The ways between gateway, services and store are cut, slow or half open. */
@Tag("kind:replicas")
@EnabledIfSystemProperty(
        named = "syncopate.proofs",
        matches = "true",
        disabledReason = "long: run it with -Dsyncopate.proofs=true")
@TestInstance(Lifecycle.PER_CLASS)
class DisturbedReplicasIT {

    /** The gateway's deadline is 10 s; the rest is for a machine that is busy with ten processes. */
    private static final Duration NO_LONGER = Duration.ofSeconds(14);

    @TempDir private static Path directory;

    private Toxiproxy toxiproxy;
    private ReplicaSet store;
    private ProxiedWiring wiring;
    private Replicas replicas;

    @BeforeAll
    void start() {
        toxiproxy = Toxiproxy.start();
        store = ReplicaSet.start(1);
        wiring = new ProxiedWiring(toxiproxy, store);
        replicas = Replicas.start(directory, wiring);
    }

    @AfterAll
    void stop() {
        if (replicas != null) {
            replicas.close();
        }
        if (store != null) {
            store.close();
        }
        if (toxiproxy != null) {
            toxiproxy.close();
        }
    }

    @Test
    void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        Run run = Run.configured(8);
        Run.Outcome outcome =
                run.against(replicas.api(), new Killer.Pace(1_500, 6_000, 2), disturbances());
        Verdict.print("disturbed replicas", run, outcome);
        assertThat(outcome.history().slowest()).isLessThan(NO_LONGER);
        try (MongoClient client = MongoClients.create(store.uri())) {
            var logs = new EventLogs(client, "syncopate_");
            Verdict.OWNERS.forEach(logs::awaitRelayed);
            Verdict.check(run, outcome, new ReadBack(replicas.api()), logs::read);
        }
    }

    @Test
    void whatIsHealthyGoesOnWhileAServiceCannotBeReached() {
        Api api = replicas.api();
        List<String> away = wiring.ways("gateway", Service.ASSET.label());
        away.forEach(toxiproxy::cut);
        try {
            Awaitility.await("the cut is noticed")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> api.get("/v1/campaigns").status() == 503);
            for (int i = 0; i < 4; i++) {
                long begin = System.nanoTime();
                Api.Answer answer = api.get("/v1/campaigns");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body().path("reason").asString()).isNotEmpty();
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(NO_LONGER);
                api.get("/v1/programs").ok();
                api.get("/v1/cohorts").ok();
                api.get("/v1/people").ok();
            }
        } finally {
            away.forEach(toxiproxy::heal);
        }
        Awaitility.await("both gateways reach it again")
                .atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                // one call each: the gateways are asked in turn
                                IntStream.range(0, 2)
                                        .allMatch(_ -> api.get("/v1/campaigns").status() == 200));
    }

    @Test
    void aLaunchWaitsForAServiceThatIsHalfOpenAndMakesItsCampaignOnce() {
        Api api = replicas.api();
        List<String> away = wiring.ways(Service.ASSESSMENT.label(), Service.ASSET.label());
        away.forEach(toxiproxy::halfOpen);
        var job = new MainJob(api);
        String program = job.create("learning/data-analysis-course.json", "half-open");
        try {
            JsonNode assessment = job.assess(program);
            job.accept(program, assessment.path("name").asString());
            job.pilot(program);
            api.post("/v1/" + program + ":launch", "{\"startDate\": \"2026-10-05\"}").ok();
            api.await("/v1/" + program, found -> found.at("/launch/steps/1/attempts").asInt(0) > 0);
            assertThat(api.get("/v1/" + program).ok().at("/launch/state").asString())
                    .isEqualTo("IN_PROGRESS");
        } finally {
            away.forEach(toxiproxy::heal);
        }
        Awaitility.await("the launch")
                .atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                api.get("/v1/" + program)
                                        .ok()
                                        .at("/launch/state")
                                        .asString()
                                        .equals("COMPLETE"));
        assertThat(made(api, "/v1/campaigns?pageSize=200", "campaigns", program)).hasSize(1);
        assertThat(made(api, "/v1/series?pageSize=200", "series", program)).hasSize(1);
    }

    @Test
    void theBreakerOpensWhileAServiceIsCutOffAndClosesAfterwards() {
        Api api = replicas.api();
        List<String> away = wiring.ways(Service.ASSESSMENT.label(), Service.ASSET.label());
        away.forEach(toxiproxy::cut);
        var programs = new ArrayList<String>();
        try {
            for (int i = 0; i < 8; i++) {
                programs.add(launched(api, "breaker-" + i));
            }
            Awaitility.await("a breaker opens")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> breakers("open") > 0);
            api.get("/v1/programs").ok();
        } finally {
            away.forEach(toxiproxy::heal);
        }
        for (String program : programs) {
            Awaitility.await("the launch of " + program)
                    .atMost(Duration.ofSeconds(90))
                    .until(
                            () ->
                                    api.get("/v1/" + program)
                                            .ok()
                                            .at("/launch/state")
                                            .asString()
                                            .equals("COMPLETE"));
        }
        // One that nobody asks stays as it is: each launch is carried out where it was asked for.
        Awaitility.await("the breakers close")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            programs.add(launched(api, "breaker-" + programs.size()));
                            return breakers("open") + breakers("half_open") == 0;
                        });
    }

    private static String launched(Api api, String requestId) {
        var job = new MainJob(api);
        String program = job.create("learning/compliance-training.json", requestId);
        job.accept(program, job.assess(program).path("name").asString());
        job.pilot(program);
        api.post("/v1/" + program + ":launch", "{\"startDate\": \"2026-10-05\"}").ok();
        return program;
    }

    /** How many of the assessment-service's breakers towards the asset-service are in a state. */
    private double breakers(String state) {
        return replicas.of(Service.ASSESSMENT).stream()
                .map(
                        replica ->
                                replica.meter(
                                        "resilience4j.circuitbreaker.state",
                                        "name:asset",
                                        "state:" + state))
                .mapToDouble(value -> value.orElse(0))
                .sum();
    }

    private static List<String> made(Api api, String first, String field, String program) {
        var names = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = api.get(first + (token.isEmpty() ? "" : "&pageToken=" + token)).ok();
            for (JsonNode each : page.path(field)) {
                if (each.path("sourceProgram").asString("").equals(program)) {
                    names.add(each.path("name").asString());
                }
            }
            token = page.path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return names;
    }

    /** Between the gateways and each service, between the services, from each to the store. */
    private List<List<Victim>> disturbances() {
        var ways = new ArrayList<List<String>>();
        for (Service service : Service.values()) {
            ways.add(wiring.ways("gateway", service.label()));
            ways.add(wiring.ways(service.label(), "store"));
            ways.add(wiring.ways("gateway", service.label() + "-1"));
        }
        ways.add(wiring.ways(Service.ASSESSMENT.label(), Service.SCHEDULING.label()));
        ways.add(wiring.ways("gateway", "store"));
        return ways.stream()
                .map(
                        way ->
                                List.of(Disturbance.Kind.values()).stream()
                                        .<Victim>map(kind -> new Disturbance(toxiproxy, kind, way))
                                        .toList())
                .toList();
    }
}
