package io.syncopate.asset.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Pipelines and stages to start from in tests. */
public final class PipelineFixture {

    private PipelineFixture() {}

    public static Stage work(String key) {
        return stage(
                key,
                Stage.Kind.WORK,
                Handoff.ASYNC_POSSIBLE,
                QueueOrder.FIRST_IN_FIRST_OUT,
                Optional.empty(),
                Optional.empty());
    }

    public static Stage decision(String key, String backTo) {
        return stage(
                key,
                Stage.Kind.DECISION,
                Handoff.ASYNC_POSSIBLE,
                QueueOrder.FIRST_IN_FIRST_OUT,
                Optional.of(Duration.ofHours(24)),
                Optional.of(backTo));
    }

    public static Stage syncRequired(String key) {
        return stage(
                key,
                Stage.Kind.WORK,
                Handoff.SYNC_REQUIRED,
                QueueOrder.FIRST_IN_FIRST_OUT,
                Optional.empty(),
                Optional.empty());
    }

    public static Stage byUrgency(String key) {
        return stage(
                key,
                Stage.Kind.WORK,
                Handoff.ASYNC_POSSIBLE,
                QueueOrder.CHANNEL_URGENCY,
                Optional.empty(),
                Optional.empty());
    }

    public static Pipeline of(Stage... stages) {
        return new Pipeline("Pipeline", List.of(stages));
    }

    /** Write, review, publish; each stage with one item to tick, {@code <stage>-done}. */
    public static Pipeline three() {
        return of(work("write"), decision("review", "write"), work("publish"));
    }

    static Stage stage(
            String key,
            Stage.Kind kind,
            Handoff handoff,
            QueueOrder order,
            Optional<Duration> reviewWindow,
            Optional<String> backTo) {
        return new Stage(
                key,
                "Stage " + key,
                key + "-role",
                kind,
                List.of(new ChecklistItem(key + "-done", key + " is done")),
                handoff,
                order,
                Duration.ofHours(1),
                Duration.ofHours(72),
                reviewWindow,
                backTo);
    }
}
