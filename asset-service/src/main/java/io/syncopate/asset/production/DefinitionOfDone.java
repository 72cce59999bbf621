package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has to hold before an asset leaves a stage. */
final class DefinitionOfDone {

    private DefinitionOfDone() {}

    static void check(AssetId asset, Stage stage, Map<String, Boolean> checklist) {
        List<String> unknown =
                checklist.keySet().stream()
                        .filter(key -> !stage.checklistKeys().contains(key))
                        .sorted()
                        .toList();
        if (!unknown.isEmpty()) {
            throw new ProductionException.UnknownChecklistItem(asset, stage, unknown);
        }
        List<Violation> open =
                stage.checklist().stream()
                        .filter(item -> !checklist.getOrDefault(item.key(), false))
                        .map(
                                item ->
                                        new Violation(
                                                "checklist." + item.key(),
                                                "'%s' is open: expected done"
                                                        .formatted(item.text())))
                        .toList();
        if (!open.isEmpty()) {
            throw new ProductionException.ChecklistOpen(asset, stage.key(), open);
        }
    }

    static void check(AssetId asset, Stage stage, SyncHandoff meeting) {
        switch (stage.handoff()) {
            case ASYNC_POSSIBLE -> {}
            case SYNC_REQUIRED -> {
                List<Violation> missing = new ArrayList<>();
                mark("context_explained", meeting.contextExplained(), missing);
                mark("questions_answered", meeting.questionsAnswered(), missing);
                mark("receipt_confirmed", meeting.receiptConfirmed(), missing);
                if (!missing.isEmpty()) {
                    throw new ProductionException.HandoffNotConfirmed(asset, stage.key(), missing);
                }
            }
        }
    }

    private static void mark(String name, boolean set, List<Violation> missing) {
        if (!set) {
            missing.add(Violation.of("sync_handoff." + name, false, "true"));
        }
    }
}
