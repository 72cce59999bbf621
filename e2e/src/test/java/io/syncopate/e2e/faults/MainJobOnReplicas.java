package io.syncopate.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.e2e.MainJob;
import io.syncopate.e2e.replicas.Replicas;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

/** What has to hold on every platform of replicas: the main job, each call at the other gateway. */
abstract class MainJobOnReplicas {

    abstract Replicas replicas();

    @Test
    void decideScheduleProduceAndMeasureThroughEitherGateway() {
        var job = new MainJob(replicas().api());
        String program = job.create("learning/data-analysis-course.json", "course-1");
        assertThat(job.create("learning/data-analysis-course.json", "course-1"))
                .as("the other gateway answers what is stored")
                .isEqualTo(program);
        JsonNode assessment = job.assess(program);
        job.accept(program, assessment.path("name").asString());
        JsonNode launched = job.launch(program, "2026-10-05");
        assertThat(job.sessions(MainJob.made(launched, "SERIES"))).hasSize(12);
        JsonNode asset = job.assets(MainJob.made(launched, "CAMPAIGN")).getFirst();
        assertThat(job.produce(asset.path("name").asString())).hasSize(6);
        assertThat(job.recordOutcome(program).path("completionPercent").asDouble()).isEqualTo(82.5);
    }
}
