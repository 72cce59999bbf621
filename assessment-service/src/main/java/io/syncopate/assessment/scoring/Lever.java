package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.Derived;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a brief states, and the finite values to which it can be changed.
 *
 * @param path in the brief
 * @param from what is stated; empty when nothing is
 * @param rungs none of which is what is stated, the nearest first
 * @param touches paths of the facts, stated and derived, that change with it
 */
record Lever(
        String path,
        String question,
        Optional<String> from,
        List<Rung> rungs,
        Set<String> touches) {

    Lever {
        rungs = rungs.stream().sorted(Comparator.comparingInt(Rung::distance)).toList();
        touches = Set.copyOf(touches);
    }

    /**
     * One value.
     *
     * @param to the value in words
     * @param distance the lesser, the sooner it is named: what is not known comes before what is,
     *     and what is known changes by as few rungs as possible
     * @param stated what the brief states then; empty for the activities
     * @param minutes what the activities take then; empty for everything else
     */
    record Rung(String to, int distance, Map<Fact, Value> stated, Map<Derived, Double> minutes) {}
}
