package io.syncopate.asset.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * The pipeline that every tenant has from the start: the guide's chain of brief, copy, design,
 * review, approve, distribute. Its checklists for copy, design and review are the guide's own; the
 * other three say no more than the next stage has to rely on.
 */
public final class StandardPipeline {

    public static final String ID = "standard";

    private static final Pipeline PIPELINE =
            new Pipeline(
                    "Brief to distribution",
                    List.of(brief(), copy(), design(), review(), approve(), distribute()));

    private StandardPipeline() {}

    public static Pipeline get() {
        return PIPELINE;
    }

    private static Stage brief() {
        return work(
                "brief",
                "Brief",
                "strategist",
                item("goal-stated", "Goal and audience are stated"),
                item("format-named", "Channel and format are named"));
    }

    private static Stage copy() {
        return work(
                "copy",
                "Copy",
                "copywriter",
                item("variants-written", "All variants are written"),
                item("spelling-checked", "Spelling is checked"),
                item(
                        "designer-questions-noted",
                        "Questions for the designer are noted in a comment"));
    }

    private static Stage design() {
        return work(
                "design",
                "Design",
                "designer",
                item("variants-exported", "All channel variants are exported"),
                item("brand-lead-approved", "The brand lead has approved"),
                item(
                        "uploaded-ready-for-review",
                        "Uploaded to the shared drive with the status 'ready for review'"));
    }

    private static Stage review() {
        return decision(
                "review",
                "Review",
                "reviewer",
                item("brand-colours-correct", "Brand colours are correct"),
                item("copy-proofread", "All copy is proofread"),
                item("file-format-correct", "The file format is correct"));
    }

    private static Stage approve() {
        return decision(
                "approve",
                "Approve",
                "approver",
                item("remarks-settled", "The review's remarks are settled"),
                item("cleared-for-channel", "Cleared to go out on its channel"));
    }

    private static Stage distribute() {
        return work(
                "distribute",
                "Distribute",
                "publisher",
                item("approved-version-out", "The approved version is out on its channel"));
    }

    private static Stage work(String key, String name, String role, ChecklistItem... checklist) {
        return new Stage(
                key,
                name,
                role,
                Stage.Kind.WORK,
                List.of(checklist),
                Handoff.ASYNC_POSSIBLE,
                QueueOrder.FIRST_IN_FIRST_OUT,
                Stage.DEFAULT_LEASE,
                Stage.DEFAULT_STALE_AFTER,
                Optional.empty(),
                Optional.empty());
    }

    private static Stage decision(
            String key, String name, String role, ChecklistItem... checklist) {
        return new Stage(
                key,
                name,
                role,
                Stage.Kind.DECISION,
                List.of(checklist),
                Handoff.ASYNC_POSSIBLE,
                QueueOrder.FIRST_IN_FIRST_OUT,
                Stage.DEFAULT_LEASE,
                Stage.DEFAULT_STALE_AFTER,
                Optional.of(Stage.DEFAULT_REVIEW_WINDOW),
                Optional.of("design"));
    }

    private static ChecklistItem item(String key, String text) {
        return new ChecklistItem(key, text);
    }
}
