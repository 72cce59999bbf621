package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Facts;

import java.util.List;

/**
 * A fact that a model asks for.
 *
 * @param path in the brief, or of a derived fact
 * @param question that it answers
 * @param ladder the finite values on which the model tells briefs apart, lowest first
 */
public record ModelFact(String path, String question, List<String> ladder) {

    public ModelFact {
        ladder = List.copyOf(ladder);
        if (!Facts.decides(path) && Derived.at(path).isEmpty()) {
            throw new ModelRefusedException(
                    "fact " + path,
                    "a workflow is not chosen by it; expected a deciding fact of a brief");
        }
        if (ladder.size() < 2) {
            throw new ModelRefusedException(
                    "fact " + path,
                    "its ladder has %d rungs; expected at least 2".formatted(ladder.size()));
        }
    }
}
