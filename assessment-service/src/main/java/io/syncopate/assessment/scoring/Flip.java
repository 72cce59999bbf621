package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.List;
import java.util.Optional;

/**
 * Facts that, stated otherwise together, change the answer; no part of them does.
 *
 * @param becomes the answer that it would be
 * @param text the same in words
 */
public record Flip(List<ChangedFact> changes, Workflow becomes, String text) {

    public Flip {
        changes = List.copyOf(changes);
    }

    /**
     * A fact with another value from the model's ladder.
     *
     * @param path in the brief
     * @param question that it answers
     * @param from what is stated; empty when nothing is
     * @param to what it would be
     */
    public record ChangedFact(String path, String question, Optional<String> from, String to) {}
}
