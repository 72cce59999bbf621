package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time moved forward: what falls due is there when the call returns, and it stays moved. */
@Tag("kind:processes")
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class TimeIT {

    private static final String ADVANCE = "/v1/time:advance";

    @TempDir private static Path lasting;
    @TempDir private Path directory;
    private StandaloneProcess ofAll;
    private Api shared;

    /** Not the one of the other tests: whoever runs beside it would be left behind in time. */
    @BeforeAll
    void startTheSharedOne() {
        ofAll =
                StandaloneProcess.start(
                        lasting, Optional.empty(), "--syncopate.time.adjustable=true");
        shared = ofAll.api();
    }

    @AfterAll
    void endTheSharedOne() {
        ofAll.close();
    }

    @Test
    @Rule("P-023")
    void anAssetThatWaitsTooLongIsStaleOnTheBoard() {
        String campaign = campaign(shared);
        String asset = campaign + "/assets/key-visual";
        String blocked = campaign + "/assets/email-teaser";
        advance(shared, Duration.ofHours(71));
        assertThat(shared.get("/v1/" + asset).ok().path("stale").asBoolean()).isFalse();
        assertThat(onBoard(campaign, asset).path("stale").asBoolean()).isFalse();
        advance(shared, Duration.ofHours(1));
        assertThat(shared.get("/v1/" + asset).ok().path("stale").asBoolean()).isTrue();
        assertThat(onBoard(campaign, asset).path("stale").asBoolean()).isTrue();
        assertThat(onBoard(campaign, blocked).path("stale").asBoolean())
                .as("nobody could have taken it")
                .isFalse();
    }

    private JsonNode onBoard(String campaign, String asset) {
        JsonNode board = shared.get("/v1/board?campaign=" + campaign).ok();
        for (JsonNode column : board.path("columns")) {
            for (JsonNode card : column.path("cards")) {
                if (card.path("asset").asString().equals(asset)) {
                    return card;
                }
            }
        }
        throw new AssertionError(asset + " is not on " + board);
    }

    /** As many jumps as an operation may have runs, and one more. */
    @Test
    void anOperationGoesOnThroughJumpsAndIsForgottenWhenItsTimeIsOver() {
        Batch batch = Batch.start(shared, 5_000);
        batch.awaitMidway(shared);
        advance(shared, Duration.ofHours(1));
        batch.awaitMidway(shared);
        for (int jump = 0; jump < 5; jump++) {
            advance(shared, Duration.ofHours(1));
        }
        assertThat(batch.result(shared)).hasSize(5_000);
        advance(shared, Duration.ofDays(7));
        assertThat(shared.get("/v1/" + batch.name()).status()).isEqualTo(404);
    }

    /** The first life cannot reach what plans its sessions. */
    @Test
    void whatFallsDueInThreeDaysIsSeenAtOnceAndTimeStaysMoved() {
        String asset;
        String program;
        try (var platform =
                start(
                        "--syncopate.time.adjustable=true",
                        "--syncopate.backends.scheduling.address=in-process:away")) {
            Api api = platform.api();
            asset = campaign(api) + "/assets/key-visual";
            program = launchThatWaits(api);
            int attempts = attempts(api, program);
            String claim = new MainJob(api).claim(api.get("/v1/" + asset).ok());
            assertThat(api.get("/v1/" + asset).ok().path("claim").asString()).isEqualTo(claim);

            JsonNode moved =
                    api.post(ADVANCE, "{\"by\": \"259200s\"}", "Idempotency-Key", "three-days")
                            .ok();
            assertThat(moved.path("ahead").asString()).isEqualTo("259200s");
            assertThat(api.get("/v1/" + asset).ok().path("state").asString())
                    .as("nobody renewed the claim for three days")
                    .isEqualTo("WAITING");
            assertThat(attempts(api, program)).isGreaterThan(attempts);
            api.post(ADVANCE, "{\"by\": \"259200s\"}", "Idempotency-Key", "three-days").ok();
            assertThatItDoesNotGoBack(api);
            platform.kill();
        }
        try (var platform = start()) {
            Api api = platform.api();
            assertThat(api.get("/v1/time").status())
                    .as("not offered unless asked for")
                    .isEqualTo(404);
            String claim = new MainJob(api).claim(api.get("/v1/" + asset).ok());
            Instant expires =
                    Instant.parse(api.get("/v1/" + claim).ok().path("expireTime").asString());
            assertThat(Duration.between(Instant.now(), expires).toDays())
                    .as("what was written three days ahead is not in the future")
                    .isEqualTo(3);
            api.await(
                    "/v1/" + program,
                    found -> found.at("/launch/state").asString().equals("COMPLETE"));
        }
    }

    private static String campaign(Api api) {
        return api.post("/v1/campaigns", Api.example("production/social-team-campaign.json"))
                .ok()
                .path("name")
                .asString();
    }

    private static String launchThatWaits(Api api) {
        var job = new MainJob(api);
        String program = job.create("learning/data-analysis-course.json");
        job.accept(program, job.assess(program).path("name").asString());
        job.pilot(program);
        api.post("/v1/" + program + ":launch", "{\"startDate\": \"2026-10-05\"}").ok();
        api.await(
                "/v1/" + program,
                found -> found.at("/launch/steps/0/state").asString().equals("FAILED"));
        return program;
    }

    private static int attempts(Api api, String program) {
        return api.get("/v1/" + program).ok().at("/launch/steps/0/attempts").asInt();
    }

    private static void advance(Api api, Duration by) {
        api.post(ADVANCE, Api.object().put("by", by.toSeconds() + "s").toString()).ok();
    }

    private static void assertThatItDoesNotGoBack(Api api) {
        Api.Answer refused = api.post(ADVANCE, "{\"by\": \"-60s\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("by");
    }

    private StandaloneProcess start(String... more) {
        return StandaloneProcess.start(directory, Optional.empty(), more);
    }
}
