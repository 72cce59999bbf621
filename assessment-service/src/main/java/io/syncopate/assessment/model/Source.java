package io.syncopate.assessment.model;

import java.util.List;

/**
 * Where a part of the model comes from.
 *
 * @param rules ids of the rules that it carries out, such as {@code L-013}
 * @param passage what the guide says there
 */
public record Source(List<String> rules, String passage) {

    public Source {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || passage.isBlank()) {
            throw new IllegalArgumentException("a source names its rules and its passage");
        }
    }
}
