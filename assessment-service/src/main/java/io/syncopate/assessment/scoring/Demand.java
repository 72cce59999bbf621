package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression, evaluated again only when a fact that it reads is changed, and once for each
 * combination of changes to those.
 */
final class Demand {

    private static final int UNKNOWN = -1;

    private final Expression expression;
    private final ChangedFacts facts;
    private final int unchanged;

    /** By lever: the degree at each of its rungs alone; none where it reads nothing of it. */
    private final int[][] alone;

    private final List<Integer> levers;
    private final Map<Long, Integer> together = new HashMap<>();

    Demand(Expression expression, ChangedFacts facts) {
        this.expression = expression;
        this.facts = facts;
        this.unchanged = facts.unchanged().degree(expression);
        this.alone = new int[facts.levers().size()][0];
        this.levers = List.copyOf(facts.touching(expression.reads()));
        for (int lever : levers) {
            alone[lever] = new int[facts.levers().get(lever).rungs().size()];
            Arrays.fill(alone[lever], UNKNOWN);
        }
    }

    List<Integer> levers() {
        return levers;
    }

    int unchanged() {
        return unchanged;
    }

    /** Its degree when the first so many levers of a list stand on these rungs. */
    int degree(int[] changed, int[] rungs, int size) {
        int read = 0;
        int last = 0;
        long changes = 0;
        for (int i = 0; i < size; i++) {
            if (alone[changed[i]].length > 0) {
                read++;
                last = i;
                changes = ChangedFacts.and(changes, ChangedFacts.code(changed[i], rungs[i]));
            }
        }
        return switch (read) {
            case 0 -> unchanged;
            case 1 -> alone(changed[last], rungs[last], changes);
            default ->
                    together.computeIfAbsent(
                            changes, all -> facts.evaluation(all).degree(expression));
        };
    }

    private int alone(int lever, int rung, long change) {
        if (alone[lever][rung] == UNKNOWN) {
            alone[lever][rung] = facts.evaluation(change).degree(expression);
        }
        return alone[lever][rung];
    }
}
