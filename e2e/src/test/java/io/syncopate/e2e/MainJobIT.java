package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.testkit.Rule;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.StoreKind;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Decide, schedule, produce, measure: over HTTP, a course and a training side by side. After each step
 * of the one or the other the standalone is killed, and both go on from what was answered before; on a
 * MongoDB, whose own journal holds the data, it is killed once.
 */
@OnStore({StoreKind.EMBEDDED, StoreKind.MONGOD})
@Tag("kind:processes")
class MainJobIT {

    @TempDir private Path directory;

    @Test
    @Rule({"L-059", "L-092"})
    void whatWasAnsweredIsThereAfterAKillAtAnyStep(TestStore store) {
        try (var lives = new Lives(directory, store)) {
            var training = new Training(lives);
            var course = new Course(lives);
            training.isDecided();
            course.isCreated();
            lives.mayEnd();
            training.isLaunchedAndItsFirstAssetPushed();
            course.isAssessed();
            lives.mayEnd();
            training.isReviewed();
            course.isLaunched();
            lives.end();
            training.isProduced();
            course.isClaimed();
            training.isMeasured();
            lives.mayEnd();
            training.isThere();
            course.isProducedAndMeasured();
        }
    }

    /** The lives of a standalone, one after the other, on one store. */
    private static final class Lives implements AutoCloseable {
        private final Path directory;
        private final TestStore store;
        private StandaloneProcess platform;

        Lives(Path directory, TestStore store) {
            this.directory = directory;
            this.store = store;
            this.platform = StandaloneProcess.start(directory, store);
        }

        Api api() {
            return platform.api();
        }

        MainJob job() {
            return new MainJob(api());
        }

        void end() {
            platform.kill();
            platform = StandaloneProcess.start(directory, store);
        }

        /** Where it is the standalone's own files that have to hold what was answered. */
        void mayEnd() {
            switch (store.kind()) {
                case EMBEDDED -> end();
                case MONGOD, DOCKER -> {}
            }
        }

        @Override
        public void close() {
            platform.close();
        }
    }

    /** Compliance: self-paced alone, so a campaign and no series. */
    private static final class Training {
        private final Lives lives;
        private String program = "";
        private String assessment = "";
        private String campaign = "";
        private String first = "";
        private String outcome = "";

        Training(Lives lives) {
            this.lives = lives;
        }

        void isDecided() {
            MainJob job = lives.job();
            program = job.create("learning/compliance-training.json", "compliance-1");
            JsonNode answer = job.assess(program);
            assertThat(answer.path("recommended").asString()).isEqualTo("ASYNCHRONOUS");
            assertContributionsAddUp(answer);
            assessment = answer.path("name").asString();
            job.accept(program, assessment);
        }

        void isLaunchedAndItsFirstAssetPushed() {
            JsonNode accepted = lives.api().get("/v1/" + program).ok();
            assertThat(accepted.path("acceptedAssessment").asString()).isEqualTo(assessment);
            MainJob job = lives.job();
            JsonNode launched = job.launch(program, "2026-10-05");
            assertThat(launched.path("state").asString()).isEqualTo("RUNNING");
            campaign = MainJob.made(launched, "CAMPAIGN");
            first = job.assets(campaign).getFirst().path("name").asString();
            assertThat(job.produceOne(first)).isEqualTo("brief");
        }

        void isReviewed() {
            MainJob job = lives.job();
            assertThat(job.produceOne(first)).isEqualTo("copy");
            assertThat(job.produceOne(first)).isEqualTo("design");
            assertThat(job.isDecision(lives.api().get("/v1/" + first).ok())).isTrue();
            assertThat(job.produceOne(first)).isEqualTo("review");
        }

        void isProduced() {
            MainJob job = lives.job();
            assertThat(job.produce(first)).containsExactly("approve", "distribute");
            List<JsonNode> assets = job.assets(campaign);
            assertThat(assets).hasSizeGreaterThan(1);
            for (JsonNode asset : assets.subList(1, assets.size())) {
                assertThat(job.produce(asset.path("name").asString()))
                        .containsExactly(
                                "brief", "copy", "design", "review", "approve", "distribute");
            }
        }

        void isMeasured() {
            outcome = lives.job().recordOutcome(program).path("name").asString();
        }

        void isThere() {
            JsonNode recorded = lives.api().get("/v1/" + outcome).ok();
            assertThat(recorded.path("assessment").asString()).isEqualTo(assessment);
            JsonNode done = lives.api().get("/v1/" + campaign).ok();
            assertThat(done.path("state").asString()).isEqualTo("COMPLETE");
        }
    }

    /** Data analysis: weekly labs, so a series, and a campaign for the rest. */
    private static final class Course {
        private static final String EXAMPLE = "learning/data-analysis-course.json";

        private final Lives lives;
        private String program = "";
        private String assessment = "";
        private String series = "";
        private String asset = "";
        private String claim = "";

        Course(Lives lives) {
            this.lives = lives;
        }

        void isCreated() {
            program = lives.job().create(EXAMPLE, "course-1");
        }

        void isAssessed() {
            MainJob job = lives.job();
            assertThat(job.create(EXAMPLE, "course-1"))
                    .as("a repeat of the request answers what is stored")
                    .isEqualTo(program);
            JsonNode answer = job.assess(program);
            assertThat(answer.path("recommended").asString()).isEqualTo("BLENDED");
            assessment = answer.path("name").asString();
        }

        void isLaunched() {
            assertContributionsAddUp(lives.api().get("/v1/" + assessment).ok());
            MainJob job = lives.job();
            job.accept(program, assessment);
            JsonNode launched = job.launch(program, "2026-10-05");
            series = MainJob.made(launched, "SERIES");
            asset =
                    job.assets(MainJob.made(launched, "CAMPAIGN"))
                            .getFirst()
                            .path("name")
                            .asString();
        }

        void isClaimed() {
            JsonNode published = lives.api().get("/v1/" + series).ok();
            assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
            MainJob job = lives.job();
            assertFairOverTheChangeOfTheClocks(job.sessions(series));
            claim = job.claim(lives.api().get("/v1/" + asset).ok());
        }

        void isProducedAndMeasured() {
            JsonNode claimed = lives.api().get("/v1/" + asset).ok();
            assertThat(claimed.path("claim").asString()).isEqualTo(claim);
            MainJob job = lives.job();
            job.finish(claimed, claim);
            assertThat(job.produce(asset))
                    .containsExactly("copy", "design", "review", "approve", "distribute");
            JsonNode passport = lives.api().get("/v1/" + asset).ok().path("passport");
            assertThat(passport.path("history").size()).isGreaterThanOrEqualTo(12);
            JsonNode outcome = job.recordOutcome(program);
            assertThat(outcome.path("completionPercent").asDouble()).isEqualTo(82.5);
        }
    }

    /** Weekly labs of one zone keep their local time when the clocks change on 25 October. */
    private static void assertFairOverTheChangeOfTheClocks(List<JsonNode> sessions) {
        assertThat(sessions).hasSize(12);
        var offsets =
                sessions.stream()
                        .map(session -> session.at("/groups/0/offsetSeconds").asInt())
                        .distinct();
        assertThat(offsets).containsExactlyInAnyOrder(7200, 3600);
        assertThat(sessions)
                .allSatisfy(
                        session -> {
                            var local =
                                    LocalDateTime.parse(
                                            session.at("/groups/0/localStart").asString());
                            assertThat(local.getHour()).isBetween(9, 15);
                            assertThat(session.at("/groups/0/millipoints").asLong()).isZero();
                        });
    }

    private static void assertContributionsAddUp(JsonNode assessment) {
        assertThat(assessment.path("scores").size()).isEqualTo(3);
        assertThat(assessment.path("contributions").size()).isPositive();
        for (JsonNode score : assessment.path("scores")) {
            String workflow = score.path("workflow").asString().toLowerCase(java.util.Locale.ROOT);
            int sum = 0;
            for (JsonNode contribution : assessment.path("contributions")) {
                sum += contribution.path(workflow).asInt(0);
            }
            assertThat(sum).as(workflow).isEqualTo(score.path("points").asInt(0));
        }
    }
}
