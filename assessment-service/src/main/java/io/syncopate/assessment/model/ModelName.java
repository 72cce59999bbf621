package io.syncopate.assessment.model;

import java.util.OptionalInt;

/**
 * Which model somebody names.
 *
 * @param version empty for the current one
 */
public record ModelName(String id, OptionalInt version) {

    /** Of a name as the contract has it: {@code decisionModels/abc} or {@code decisionModels/abc/versions/2}. */
    public static ModelName parse(String name) {
        String[] parts = name.split("/", -1);
        return new ModelName(
                parts[1],
                parts.length > 3
                        ? OptionalInt.of(Integer.parseInt(parts[3]))
                        : OptionalInt.empty());
    }

    /** The version that a model is. */
    public static ModelName of(DecisionModel model) {
        return new ModelName(model.id(), OptionalInt.of(model.version()));
    }

    @Override
    public String toString() {
        String current = "decisionModels/" + id;
        return version.isPresent()
                ? "%s/versions/%d".formatted(current, version.getAsInt())
                : current;
    }
}
