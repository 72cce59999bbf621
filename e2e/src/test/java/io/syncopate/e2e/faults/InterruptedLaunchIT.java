package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Status;
import io.syncopate.e2e.Api;
import io.syncopate.e2e.MainJob;
import io.syncopate.e2e.replicas.Replica;
import io.syncopate.e2e.replicas.Replicas;
import io.syncopate.e2e.replicas.Service;
import io.syncopate.e2e.replicas.Wiring;
import io.syncopate.testkit.store.ReplicaSet;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The assessment-service is stopped at each call that a launch makes of another service. However it
 * is stopped, the launch ends complete by itself, with one series and one campaign.
 */
@Tag("kind:replicas")
@EnabledIfSystemProperty(
        named = "syncopate.proofs",
        matches = "true",
        disabledReason = "long: run it with -Dsyncopate.proofs=true")
@TestInstance(Lifecycle.PER_CLASS)
class InterruptedLaunchIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private static Path directory;

    private final Map<Service, Interposed> between = new EnumMap<>(Service.class);
    private ReplicaSet store;
    private Replicas replicas;

    /** The calls of a launch, in their order. */
    enum Call {
        PLAN(Service.SCHEDULING, "syncopate.scheduling.v1.SeriesService/CreateSeries"),
        ORDER(Service.ASSET, "syncopate.asset.v1.CampaignService/CreateCampaign"),
        PUBLISH(Service.SCHEDULING, "syncopate.scheduling.v1.SeriesService/PublishSeries");

        private final Service service;
        private final String method;

        Call(Service service, String method) {
            this.service = service;
            this.method = method;
        }
    }

    @BeforeAll
    void start() {
        store = ReplicaSet.start(1);
        replicas = Replicas.start(directory, new WithInterposed(), 1);
    }

    @AfterAll
    void stop() {
        if (replicas != null) {
            replicas.close();
        }
        between.values().forEach(Interposed::close);
        if (store != null) {
            store.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterAKillBeforeTheCallArrives(Call call) {
        String program = launched("killed-before", call, _ -> killed());
        restart();
        assertCompleteAndMadeOnce(program);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterAKillBetweenTheDeedAndItsAnswer(Call call) {
        String program =
                launched(
                        "killed-after",
                        call,
                        deed -> {
                            var _ = deed.get();
                            return killed();
                        });
        restart();
        assertCompleteAndMadeOnce(program);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterAnAnswerThatIsLost(Call call) {
        String program =
                launched(
                        "lost",
                        call,
                        deed -> {
                            var _ = deed.get();
                            throw Status.UNAVAILABLE.asRuntimeException();
                        });
        assertCompleteAndMadeOnce(program);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAfterACallThatTimedOut(Call call) {
        String program =
                launched(
                        "timed-out",
                        call,
                        deed -> {
                            byte[] answer = deed.get();
                            awaitThatTheCallerGaveUp();
                            return answer;
                        });
        assertCompleteAndMadeOnce(program);
    }

    private byte[] killed() {
        assessment().kill();
        throw Status.UNAVAILABLE.asRuntimeException();
    }

    private void restart() {
        assessment().start();
        assessment().awaitReady();
    }

    private static void awaitThatTheCallerGaveUp() {
        var gaveUp = new CountDownLatch(1);
        Context.current().addListener(_ -> gaveUp.countDown(), Runnable::run);
        try {
            assertThat(gaveUp.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers when the incident has happened. */
    private String launched(String what, Call call, Interposed.Incident incident) {
        Api api = replicas.api();
        var job = new MainJob(api);
        String program = job.create("learning/data-analysis-course.json", what + "-" + call);
        job.accept(program, job.assess(program).path("name").asString());
        job.pilot(program);
        CompletableFuture<Void> happened = interposed(call.service).arm(call.method, incident);
        api.post("/v1/" + program + ":launch", "{\"startDate\": \"2026-10-05\"}").ok();
        Awaitility.await(call + " is asked for").atMost(PATIENCE).until(happened::isDone);
        return program;
    }

    private void assertCompleteAndMadeOnce(String program) {
        Api api = replicas.api();
        var states = new ArrayList<String>();
        Awaitility.await("launch of " + program)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            states.add(
                                    api.get("/v1/" + program).ok().at("/launch/state").asString());
                            return states.getLast().equals("COMPLETE");
                        });
        assertThat(states).as("unfinished is said").isSubsetOf("IN_PROGRESS", "COMPLETE");
        JsonNode complete = api.get("/v1/" + program).ok();
        assertThat(made(api, "series", program)).containsExactly(MainJob.made(complete, "SERIES"));
        assertThat(made(api, "campaigns", program))
                .containsExactly(MainJob.made(complete, "CAMPAIGN"));
        String series = MainJob.made(complete, "SERIES");
        assertThat(api.get("/v1/" + series).ok().path("state").asString()).isEqualTo("PUBLISHED");
    }

    private static List<String> made(Api api, String collection, String program) {
        var names = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = api.get("/v1/" + collection + "?pageSize=200&pageToken=" + token).ok();
            for (JsonNode each : page.path(collection)) {
                if (each.path("sourceProgram").asString("").equals(program)) {
                    names.add(each.path("name").asString());
                }
            }
            token = page.path("nextPageToken").asString("");
        } while (!token.isEmpty());
        return names;
    }

    private Replica assessment() {
        return replicas.of(Service.ASSESSMENT).getFirst();
    }

    private Interposed interposed(Service service) {
        Interposed found = between.get(service);
        if (found == null) {
            throw new IllegalStateException("nothing stands before " + service);
        }
        return found;
    }

    /** Between the assessment-service and the two that it calls. */
    private final class WithInterposed implements Wiring {

        @Override
        public int port(String from, String to, int port) {
            if (!from.startsWith(Service.ASSESSMENT.label())) {
                return port;
            }
            Service callee =
                    to.startsWith(Service.ASSET.label()) ? Service.ASSET : Service.SCHEDULING;
            return between.computeIfAbsent(callee, _ -> new Interposed(port)).port();
        }

        @Override
        public String store(String from) {
            return store.uri();
        }
    }
}
