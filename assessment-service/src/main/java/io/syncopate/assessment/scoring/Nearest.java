package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The nearest few of the sets that are offered, each with its nearest values. Of equally near ones
 * the first offered stays.
 */
final class Nearest {

    private final int most;
    private final List<Set> sets = new ArrayList<>();
    private List<Integer> levers = List.of();
    private @Nullable Set best;

    Nearest(int most) {
        this.most = most;
    }

    /**
     * Levers, the rung of each, how far they are together and the answer that they give.
     */
    record Set(List<Integer> levers, List<Integer> rungs, int distance, Workflow becomes) {}

    /** Only what is nearer than this is still of use. */
    int limit() {
        if (best != null) {
            return best.distance();
        }
        return sets.size() < most ? Integer.MAX_VALUE : sets.getLast().distance();
    }

    void begin(int[] changed, int size) {
        levers = Arrays.stream(changed, 0, size).boxed().toList();
        best = null;
    }

    /** Values of the set that was begun. */
    void offer(int[] rungs, int distance, Workflow becomes) {
        if (distance < limit()) {
            best = new Set(levers, Arrays.stream(rungs).boxed().toList(), distance, becomes);
        }
    }

    void end() {
        if (best == null) {
            return;
        }
        int place = sets.size();
        while (place > 0 && sets.get(place - 1).distance() > best.distance()) {
            place--;
        }
        sets.add(place, best);
        if (sets.size() > most) {
            sets.removeLast();
        }
        best = null;
    }

    /** The nearest first. */
    List<Set> sets() {
        return List.copyOf(sets);
    }
}
