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

/** Decide, schedule, produce, measure: over HTTP, on both stores; after each step one of the two is killed. */
@OnStore({StoreKind.EMBEDDED, StoreKind.MONGOD})
@Tag("kind:processes")
class MainJobIT {

    @TempDir private Path directory;

    /** Killed after accept, push, review and outcome. */
    @Test
    @Rule({"L-059", "L-092"})
    void complianceTrainingBecomesACampaignOfSelfPacedModules(TestStore store) {
        String program;
        String assessment;
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            program = job.create("learning/compliance-training.json", "compliance-1");
            JsonNode answer = job.assess(program);
            assertThat(answer.path("recommended").asString()).isEqualTo("ASYNCHRONOUS");
            assertContributionsAddUp(answer);
            assessment = answer.path("name").asString();
            job.accept(program, assessment);
            platform.kill();
        }
        String campaign;
        String first;
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            JsonNode accepted = platform.api().get("/v1/" + program).ok();
            assertThat(accepted.path("acceptedAssessment").asString()).isEqualTo(assessment);
            JsonNode launched = job.launch(program, "2026-10-05");
            assertThat(launched.path("state").asString()).isEqualTo("RUNNING");
            campaign = MainJob.made(launched, "CAMPAIGN");
            first = job.assets(campaign).getFirst().path("name").asString();
            assertThat(job.produceOne(first)).isEqualTo("brief");
            platform.kill();
        }
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            assertThat(job.produceOne(first)).isEqualTo("copy");
            assertThat(job.produceOne(first)).isEqualTo("design");
            assertThat(job.isDecision(platform.api().get("/v1/" + first).ok())).isTrue();
            assertThat(job.produceOne(first)).isEqualTo("review");
            platform.kill();
        }
        String outcome;
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            assertThat(job.produce(first)).containsExactly("approve", "distribute");
            List<JsonNode> assets = job.assets(campaign);
            assertThat(assets).hasSizeGreaterThan(1);
            for (JsonNode asset : assets.subList(1, assets.size())) {
                assertThat(job.produce(asset.path("name").asString()))
                        .containsExactly(
                                "brief", "copy", "design", "review", "approve", "distribute");
            }
            outcome = job.recordOutcome(program).path("name").asString();
            platform.kill();
        }
        try (var platform = StandaloneProcess.start(directory, store)) {
            JsonNode recorded = platform.api().get("/v1/" + outcome).ok();
            assertThat(recorded.path("assessment").asString()).isEqualTo(assessment);
            JsonNode done = platform.api().get("/v1/" + campaign).ok();
            assertThat(done.path("state").asString()).isEqualTo("COMPLETE");
        }
    }

    /** Killed after create, assess, launch and claim. */
    @Test
    @Rule({"L-092"})
    void dataAnalysisCourseBecomesWeeklyLabsAndACampaign(TestStore store) {
        String program;
        String assessment;
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            program = job.create("learning/data-analysis-course.json", "course-1");
            platform.kill();
        }
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            assertThat(job.create("learning/data-analysis-course.json", "course-1"))
                    .as("a repeat of the request answers what is stored")
                    .isEqualTo(program);
            JsonNode answer = job.assess(program);
            assertThat(answer.path("recommended").asString()).isEqualTo("BLENDED");
            assessment = answer.path("name").asString();
            platform.kill();
        }
        String series;
        String campaign;
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            assertContributionsAddUp(platform.api().get("/v1/" + assessment).ok());
            job.accept(program, assessment);
            JsonNode launched = job.launch(program, "2026-10-05");
            series = MainJob.made(launched, "SERIES");
            campaign = MainJob.made(launched, "CAMPAIGN");
            platform.kill();
        }
        try (var platform = StandaloneProcess.start(directory, store)) {
            var job = new MainJob(platform.api());
            assertThat(platform.api().get("/v1/" + series).ok().path("state").asString())
                    .isEqualTo("PUBLISHED");
            assertFairOverTheChangeOfTheClocks(job.sessions(series));
            JsonNode asset = job.assets(campaign).getFirst();
            String name = asset.path("name").asString();
            String claim = job.claim(asset);
            platform.kill();
            try (var again = StandaloneProcess.start(directory, store)) {
                var later = new MainJob(again.api());
                JsonNode claimed = again.api().get("/v1/" + name).ok();
                assertThat(claimed.path("claim").asString()).isEqualTo(claim);
                later.finish(claimed, claim);
                assertThat(later.produce(name))
                        .containsExactly("copy", "design", "review", "approve", "distribute");
                JsonNode passport = again.api().get("/v1/" + name).ok().path("passport");
                assertThat(passport.path("history").size()).isGreaterThanOrEqualTo(12);
                JsonNode outcome = later.recordOutcome(program);
                assertThat(outcome.path("completionPercent").asDouble()).isEqualTo(82.5);
            }
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
