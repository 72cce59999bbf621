package io.syncopate.asset.pipeline;

import static io.syncopate.asset.pipeline.PipelineFixture.decision;
import static io.syncopate.asset.pipeline.PipelineFixture.of;
import static io.syncopate.asset.pipeline.PipelineFixture.stage;
import static io.syncopate.asset.pipeline.PipelineFixture.syncRequired;
import static io.syncopate.asset.pipeline.PipelineFixture.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class PipelineTest {

    @Test
    void theShippedOneIsTheGuidesChain() {
        assertThat(StandardPipeline.get().stages())
                .extracting(Stage::key)
                .containsExactly("brief", "copy", "design", "review", "approve", "distribute");
        assertThat(StandardPipeline.get().stages())
                .filteredOn(Stage::isDecision)
                .extracting(Stage::key)
                .containsExactly("review", "approve");
        assertThat(StandardPipeline.get().stage("review").reviewWindow())
                .contains(Duration.ofHours(24));
    }

    @Test
    void theHybridMeetsBetweenCopyAndDesignAndToReview() {
        assertThat(HybridPipeline.get().stages())
                .extracting(Stage::key)
                .containsExactlyElementsOf(
                        StandardPipeline.get().stages().stream().map(Stage::key).toList());
        assertThat(HybridPipeline.get().stages())
                .filteredOn(stage -> stage.handoff() == Handoff.SYNC_REQUIRED)
                .extracting(Stage::key)
                .containsExactly("copy", "review");
        assertThat(HybridPipeline.get().stage("review").reviewWindow())
                .contains(Duration.ofDays(7));
    }

    @Test
    void everyStageIsFollowedByTheNextAndTheLastByNone() {
        Pipeline pipeline = PipelineFixture.three();
        assertThat(pipeline.after(pipeline.stage("write")).map(Stage::key)).contains("review");
        assertThat(pipeline.after(pipeline.stage("publish"))).isEmpty();
    }

    @Test
    void onlyTheLastDecisionApprovesForGood() {
        Pipeline pipeline = StandardPipeline.get();
        assertThat(pipeline.approvesForGood(pipeline.stage("review"))).isFalse();
        assertThat(pipeline.approvesForGood(pipeline.stage("approve"))).isTrue();
    }

    @Test
    void refusesEveryWrongFieldByItsName() {
        Stage wrong =
                new Stage(
                        "Not A Key",
                        " ",
                        "",
                        Stage.Kind.WORK,
                        List.of(new ChecklistItem("a", "A"), new ChecklistItem("a", "")),
                        Handoff.ASYNC_POSSIBLE,
                        QueueOrder.FIRST_IN_FIRST_OUT,
                        Duration.ZERO,
                        Duration.ZERO,
                        Optional.of(Duration.ofHours(1)),
                        Optional.of("write"));
        assertThat(violations(() -> of(work("write"), wrong)))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "pipeline.stages[1].key",
                        "pipeline.stages[1].display_name",
                        "pipeline.stages[1].role",
                        "pipeline.stages[1].checklist[1].key",
                        "pipeline.stages[1].checklist[1].text",
                        "pipeline.stages[1].claim_minutes",
                        "pipeline.stages[1].stale_after_hours",
                        "pipeline.stages[1].review_window_hours",
                        "pipeline.stages[1].back_to");
    }

    @Test
    void refusesAPipelineWithoutStages() {
        assertThat(violations(PipelineFixture::of))
                .containsExactly(Violation.ofCount("pipeline.stages", 0, "1 to 20"));
    }

    @Test
    void refusesTwoStagesOfOneKey() {
        assertThat(violations(() -> of(work("write"), work("write"))))
                .extracting(Violation::field)
                .containsExactly("pipeline.stages[1].key");
    }

    @Test
    void refusesADecisionThatSendsBackToALaterStage() {
        assertThat(
                        violations(
                                () ->
                                        of(
                                                work("write"),
                                                decision("check", "publish"),
                                                work("publish"))))
                .extracting(Violation::field)
                .containsExactly("pipeline.stages[1].back_to");
    }

    @Test
    void refusesADecisionWithoutWindowAndWayBack() {
        Stage endless =
                stage(
                        "check",
                        Stage.Kind.DECISION,
                        Handoff.ASYNC_POSSIBLE,
                        QueueOrder.FIRST_IN_FIRST_OUT,
                        Optional.empty(),
                        Optional.empty());
        assertThat(violations(() -> of(work("write"), endless)))
                .extracting(Violation::field)
                .containsExactly(
                        "pipeline.stages[1].review_window_hours", "pipeline.stages[1].back_to");
    }

    @Test
    void refusesASynchronousHandoffToNobody() {
        assertThat(violations(() -> of(work("write"), syncRequired("publish"))))
                .extracting(Violation::field)
                .containsExactly("pipeline.stages[1].handoff");
    }

    private static List<Violation> violations(ThrowingCallable refused) {
        return catchThrowableOfType(InvalidException.class, refused).violations();
    }
}
