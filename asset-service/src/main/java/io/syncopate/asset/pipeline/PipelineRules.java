package io.syncopate.asset.pipeline;

import io.syncopate.kernel.RefusedException.Violation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a pipeline has to be; each violation names its field as the contract spells it. */
final class PipelineRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
    private static final int MAX_ITEMS = 50;
    private static final Duration MAX_LEASE = Duration.ofDays(1);
    private static final Duration MAX_STALE_AFTER = Duration.ofDays(365);
    private static final Duration MAX_REVIEW_WINDOW = Duration.ofDays(30);

    private final List<Violation> violations = new ArrayList<>();

    private PipelineRules() {}

    static List<Violation> violations(String displayName, List<Stage> stages) {
        var rules = new PipelineRules();
        rules.text("pipeline.display_name", displayName);
        rules.stages(stages);
        return List.copyOf(rules.violations);
    }

    private void stages(List<Stage> stages) {
        if (stages.isEmpty() || stages.size() > Pipeline.MAX_STAGES) {
            refuse(
                    "pipeline.stages",
                    "has %d: expected 1 to %d".formatted(stages.size(), Pipeline.MAX_STAGES));
            return;
        }
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            stage("pipeline.stages[%d].".formatted(i), stages.get(i), earlier);
            earlier.add(stages.get(i).key());
        }
        if (stages.getLast().handoff() == Handoff.SYNC_REQUIRED) {
            refuse(
                    "pipeline.stages[%d].handoff".formatted(stages.size() - 1),
                    "SYNC_REQUIRED has nobody to hand to: expected none in the last stage");
        }
    }

    private void stage(String at, Stage stage, Set<String> earlier) {
        key(at + "key", stage.key());
        unique(earlier, at + "key", stage.key());
        text(at + "display_name", stage.displayName());
        key(at + "role", stage.role());
        checklist(at + "checklist", stage.checklist());
        within(at + "claim_minutes", stage.lease(), MAX_LEASE);
        within(at + "stale_after_hours", stage.staleAfter(), MAX_STALE_AFTER);
        decisionOnly(at + "review_window_hours", stage, stage.reviewWindow());
        decisionOnly(at + "back_to", stage, stage.backTo());
        stage.reviewWindow()
                .ifPresent(window -> within(at + "review_window_hours", window, MAX_REVIEW_WINDOW));
        stage.backTo()
                .filter(key -> !earlier.contains(key))
                .ifPresent(
                        key ->
                                refuse(
                                        at + "back_to",
                                        "'%s': expected the key of a stage before it"
                                                .formatted(key)));
    }

    private void decisionOnly(String field, Stage stage, Optional<?> value) {
        if (stage.isDecision() && value.isEmpty()) {
            refuse(field, "is missing: expected one in a DECISION stage");
        }
        if (!stage.isDecision() && value.isPresent()) {
            refuse(
                    field,
                    "'%s' has no effect in a WORK stage: expected none".formatted(value.get()));
        }
    }

    private void checklist(String field, List<ChecklistItem> checklist) {
        if (checklist.size() > MAX_ITEMS) {
            refuse(field, "has %d: expected at most %d".formatted(checklist.size(), MAX_ITEMS));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < checklist.size(); i++) {
            String at = "%s[%d].".formatted(field, i);
            key(at + "key", checklist.get(i).key());
            unique(seen, at + "key", checklist.get(i).key());
            seen.add(checklist.get(i).key());
            text(at + "text", checklist.get(i).text());
        }
    }

    private void within(String field, Duration value, Duration most) {
        if (!value.isPositive() || value.compareTo(most) > 0) {
            refuse(field, "%s: expected more than zero and at most %s".formatted(value, most));
        }
    }

    private void key(String field, String value) {
        if (!KEY.matcher(value).matches()) {
            refuse(field, "'%s': expected 1 to 31 of a-z, 0-9 and '-'".formatted(value));
        }
    }

    private void text(String field, String value) {
        if (value.isBlank()) {
            refuse(field, "is empty: expected a text");
        }
    }

    private void unique(Set<String> seen, String field, String value) {
        if (seen.contains(value)) {
            refuse(field, "'%s' is there twice: expected each once".formatted(value));
        }
    }

    private void refuse(String field, String description) {
        violations.add(new Violation(field, description));
    }
}
