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
                    Violation.ofCount(
                            "pipeline.stages",
                            stages.size(),
                            "1 to %d".formatted(Pipeline.MAX_STAGES)));
            return;
        }
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < stages.size(); i++) {
            stage("pipeline.stages[%d].".formatted(i), stages.get(i), earlier);
            earlier.add(stages.get(i).key());
        }
        if (stages.getLast().handoff() == Handoff.SYNC_REQUIRED) {
            refuse(
                    Violation.of(
                            "pipeline.stages[%d].handoff".formatted(stages.size() - 1),
                            Handoff.SYNC_REQUIRED,
                            "none in the last stage, which has nobody to hand to"));
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
                                        Violation.of(
                                                at + "back_to",
                                                key,
                                                "the key of a stage before it")));
    }

    private void decisionOnly(String field, Stage stage, Optional<?> value) {
        if (stage.isDecision() && value.isEmpty()) {
            refuse(Violation.missing(field, "one in a DECISION stage"));
        }
        if (!stage.isDecision() && value.isPresent()) {
            refuse(
                    Violation.of(
                            field, value.get(), "none in a WORK stage, where it has no effect"));
        }
    }

    private void checklist(String field, List<ChecklistItem> checklist) {
        if (checklist.size() > MAX_ITEMS) {
            refuse(Violation.ofCount(field, checklist.size(), "at most %d".formatted(MAX_ITEMS)));
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
            refuse(Violation.of(field, value, "more than zero and at most %s".formatted(most)));
        }
    }

    private void key(String field, String value) {
        if (!KEY.matcher(value).matches()) {
            refuse(Violation.of(field, value, "1 to 31 of a-z, 0-9 and '-'"));
        }
    }

    private void text(String field, String value) {
        if (value.isBlank()) {
            refuse(Violation.missing(field, "a text"));
        }
    }

    private void unique(Set<String> seen, String field, String value) {
        if (seen.contains(value)) {
            refuse(Violation.of(field, value, "each key once"));
        }
    }

    private void refuse(Violation violation) {
        violations.add(violation);
    }
}
