package io.syncopate.asset.pipeline;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.List;
import java.util.Optional;

/** Stages in the order in which every asset passes them. The last stage ends the asset's way. */
public record Pipeline(String displayName, List<Stage> stages) {

    public static final int MAX_STAGES = 20;

    /**
     * @throws InvalidException with one violation per field that cannot be
     */
    public Pipeline {
        stages = List.copyOf(stages);
        List<Violation> violations = PipelineRules.violations(displayName, stages);
        if (!violations.isEmpty()) {
            throw new InvalidException(violations);
        }
    }

    public Stage first() {
        return stages.getFirst();
    }

    public Stage last() {
        return stages.getLast();
    }

    public Optional<Stage> find(String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    /**
     * @throws IllegalArgumentException when the pipeline has no such stage
     */
    public Stage stage(String key) {
        return find(key)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "stage '%s': '%s' has none of that name"
                                                .formatted(key, displayName)));
    }

    /** Empty after the last stage. */
    public Optional<Stage> after(Stage stage) {
        int next = indexOf(stage) + 1;
        return next < stages.size() ? Optional.of(stages.get(next)) : Optional.empty();
    }

    public List<Stage> before(Stage stage) {
        return stages.subList(0, indexOf(stage));
    }

    /** Whether an item that passes this stage has nobody left who could refuse it. */
    public boolean approvesForGood(Stage stage) {
        return stages.subList(indexOf(stage) + 1, stages.size()).stream()
                .noneMatch(Stage::isDecision);
    }

    private int indexOf(Stage stage) {
        return stages.indexOf(stage(stage.key()));
    }
}
