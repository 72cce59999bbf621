package io.syncopate.asset.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * The standard chain as model B runs it: copy goes to design face to face, because each shapes the
 * other, and what is finished is reviewed together at a fixed time each week. The fixed time is the
 * review window (N-21), so the window is a week.
 */
public final class HybridPipeline {

    public static final String ID = "hybrid";

    private static final Duration BETWEEN_REVIEWS = Duration.ofDays(7);

    private static final Pipeline PIPELINE =
            new Pipeline(
                    "Brief to distribution, with meetings",
                    StandardPipeline.get().stages().stream().map(HybridPipeline::meeting).toList());

    private HybridPipeline() {}

    public static Pipeline get() {
        return PIPELINE;
    }

    private static Stage meeting(Stage stage) {
        return switch (stage.key()) {
            case "copy" -> handedOnInPerson(stage, stage.displayName(), stage.reviewWindow());
            case "review" ->
                    handedOnInPerson(stage, "Thursday review", Optional.of(BETWEEN_REVIEWS));
            default -> stage;
        };
    }

    private static Stage handedOnInPerson(
            Stage stage, String displayName, Optional<Duration> reviewWindow) {
        return new Stage(
                stage.key(),
                displayName,
                stage.role(),
                stage.kind(),
                stage.checklist(),
                Handoff.SYNC_REQUIRED,
                stage.order(),
                stage.lease(),
                stage.staleAfter(),
                reviewWindow,
                stage.backTo());
    }
}
