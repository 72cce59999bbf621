package io.syncopate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Decide, schedule, produce, measure: over HTTP, a course and a training side by side. */
public final class MainJobStory {

    private final Platform platform;

    public MainJobStory(Platform platform) {
        this.platform = platform;
    }

    /** Where it takes place: at moments of the story it may end and begin again, with what is stored. */
    public interface Platform {

        Api api();

        /** Once. */
        default void end() {}

        /** After every other step. */
        default void mayEnd() {}
    }

    public void run() {
        var training = new Training(platform);
        var course = new Course(platform);
        training.isDecided();
        course.isCreated();
        platform.mayEnd();
        training.isLaunchedAndItsFirstAssetPushed();
        course.isAssessed();
        platform.mayEnd();
        training.isReviewed();
        course.isLaunched();
        platform.end();
        training.isProduced();
        course.isClaimed();
        training.isMeasured();
        platform.mayEnd();
        training.isThere();
        course.isProducedAndMeasured();
    }

    /** Compliance: self-paced alone, so a campaign and no series. */
    private static final class Training {
        private final Platform platform;
        private String program = "";
        private String assessment = "";
        private String campaign = "";
        private String first = "";
        private String outcome = "";

        Training(Platform platform) {
            this.platform = platform;
        }

        void isDecided() {
            MainJob job = new MainJob(platform.api());
            program = job.create("learning/compliance-training.json");
            JsonNode answer = job.assess(program);
            assertThat(answer.path("recommended").asString()).isEqualTo("ASYNCHRONOUS");
            assertContributionsAddUp(answer);
            assessment = answer.path("name").asString();
            job.accept(program, assessment);
        }

        void isLaunchedAndItsFirstAssetPushed() {
            JsonNode accepted = platform.api().get("/v1/" + program).ok();
            assertThat(accepted.path("acceptedAssessment").asString()).isEqualTo(assessment);
            MainJob job = new MainJob(platform.api());
            JsonNode launched = job.launch(program, "2026-10-05");
            assertThat(launched.path("state").asString()).isEqualTo("RUNNING");
            campaign = MainJob.made(launched, "CAMPAIGN");
            first = job.assets(campaign).getFirst().path("name").asString();
            assertThat(job.produceOne(first)).isEqualTo("brief");
        }

        void isReviewed() {
            MainJob job = new MainJob(platform.api());
            assertThat(job.produceOne(first)).isEqualTo("copy");
            assertThat(job.produceOne(first)).isEqualTo("design");
            assertThat(job.isDecision(platform.api().get("/v1/" + first).ok())).isTrue();
            assertThat(job.produceOne(first)).isEqualTo("review");
        }

        void isProduced() {
            MainJob job = new MainJob(platform.api());
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
            outcome = new MainJob(platform.api()).recordOutcome(program).path("name").asString();
        }

        void isThere() {
            JsonNode recorded = platform.api().get("/v1/" + outcome).ok();
            assertThat(recorded.path("assessment").asString()).isEqualTo(assessment);
            JsonNode done = platform.api().get("/v1/" + campaign).ok();
            assertThat(done.path("state").asString()).isEqualTo("COMPLETE");
        }
    }

    /** Data analysis: weekly labs, so a series, and a campaign for the rest. */
    private static final class Course {
        private static final String EXAMPLE = "learning/data-analysis-course.json";

        private final Platform platform;
        private final String request = UUID.randomUUID().toString();
        private String program = "";
        private String assessment = "";
        private String series = "";
        private String asset = "";
        private String claim = "";

        Course(Platform platform) {
            this.platform = platform;
        }

        void isCreated() {
            program = new MainJob(platform.api()).create(EXAMPLE, request);
        }

        void isAssessed() {
            MainJob job = new MainJob(platform.api());
            assertThat(job.create(EXAMPLE, request))
                    .as("a repeat of the request answers what is stored")
                    .isEqualTo(program);
            JsonNode answer = job.assess(program);
            assertThat(answer.path("recommended").asString()).isEqualTo("BLENDED");
            assessment = answer.path("name").asString();
        }

        void isLaunched() {
            assertContributionsAddUp(platform.api().get("/v1/" + assessment).ok());
            MainJob job = new MainJob(platform.api());
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
            JsonNode published = platform.api().get("/v1/" + series).ok();
            assertThat(published.path("state").asString()).isEqualTo("PUBLISHED");
            MainJob job = new MainJob(platform.api());
            assertFairOverTheChangeOfTheClocks(job.sessions(series));
            claim = job.claim(platform.api().get("/v1/" + asset).ok());
        }

        void isProducedAndMeasured() {
            JsonNode claimed = platform.api().get("/v1/" + asset).ok();
            assertThat(claimed.path("claim").asString()).isEqualTo(claim);
            MainJob job = new MainJob(platform.api());
            job.finish(claimed, claim);
            assertThat(job.produce(asset))
                    .containsExactly("copy", "design", "review", "approve", "distribute");
            JsonNode passport = platform.api().get("/v1/" + asset).ok().path("passport");
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
            String workflow = score.path("workflow").asString().toLowerCase(Locale.ROOT);
            int sum = 0;
            for (JsonNode contribution : assessment.path("contributions")) {
                sum += contribution.path(workflow).asInt(0);
            }
            assertThat(sum).as(workflow).isEqualTo(score.path("points").asInt(0));
        }
    }
}
