package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The smallest sets of changed facts that change the answer: by size, every set of one, then of two,
 * then of three. Exact over the ladders of the model: a set is passed over only when no values of it
 * can bring another workflow ahead, which a bound shows that is never below what the values do.
 *
 * <p>The bound: another workflow comes ahead only if its points can catch up with the answer's, the
 * most that each lever gives it added up, while it is open or a rule that blocks it can be turned; or
 * if a rule can be turned that blocks the answer. Where everything is blocked, any rule counts.
 */
final class FlipSearch {

    static final int MOST_FLIPS = 3;

    /**
     * Combinations of values, some tens of milliseconds. A model of the shipped one's kind needs tens
     * of thousands at most; one that defeats the bound must not hold up whoever else is waiting.
     */
    static final int MOST_TRIED = 500_000;

    private final Effects effects;
    private final List<Lever> levers;
    private final Workflow answer;
    private final int[] tally;
    private final boolean open;
    private final int[][] mostGain;
    private final int mostTried;

    private final int[] changed = new int[ChangedFacts.MOST];
    private final int[] rungs = new int[ChangedFacts.MOST];
    private final int[][] sums = new int[ChangedFacts.MOST + 1][Tally.SIZE];
    private final List<Watched> shared = new ArrayList<>();
    private Nearest nearest = new Nearest(MOST_FLIPS);
    private int size;
    private int tried;

    FlipSearch(Effects effects, int mostTried) {
        this.effects = effects;
        this.levers = effects.levers();
        this.answer = effects.answer();
        this.tally = effects.tally();
        this.open = blocked(answer) == 0;
        this.mostTried = mostTried;
        this.mostGain = new int[Tally.WORKFLOW_COUNT][levers.size()];
        for (Workflow workflow : Workflow.values()) {
            for (int lever = 0; lever < levers.size(); lever++) {
                mostGain[workflow.ordinal()][lever] = effects.mostGain(workflow, lever);
            }
        }
    }

    /**
     * What was found.
     *
     * @param searched up to how many changed facts every set was looked at
     * @param flips the nearest sets of the smallest size that has any
     */
    record Found(int searched, List<Nearest.Set> flips) {}

    /** Looks at sets of up to so many facts, and stops after the smallest size that has any. */
    Found upTo(int most) {
        for (size = 1; size <= Math.min(most, levers.size()); size++) {
            nearest = new Nearest(MOST_FLIPS);
            sets(0, 0, 0);
            if (tried > mostTried) {
                return new Found(size - 1, nearest.sets());
            }
            if (!nearest.sets().isEmpty()) {
                return new Found(size, nearest.sets());
            }
        }
        return new Found(most, List.of());
    }

    /** Every set that holds the first so many levers and others from a lever on. */
    private void sets(int depth, int from, int distance) {
        if (depth == size) {
            if (canFlip()) {
                values(distance);
            }
            return;
        }
        for (int lever = from; lever <= levers.size() - (size - depth); lever++) {
            int least = distance + levers.get(lever).rungs().getFirst().distance();
            if (least < nearest.limit() && tried <= mostTried) {
                changed[depth] = lever;
                sets(depth + 1, lever + 1, least);
            }
        }
    }

    private boolean canFlip() {
        for (Watched block : effects.blocks()) {
            boolean matters = !open || (!block.holds() && blocks(block, answer));
            if (matters && block.canTurn(changed, size, levers)) {
                return true;
            }
        }
        for (Workflow other : Workflow.values()) {
            if (other != answer && canCatchUp(other) && (!open || canOpen(other))) {
                return true;
            }
        }
        return false;
    }

    private boolean canCatchUp(Workflow other) {
        int lead = tally[Tally.points(answer)] - tally[Tally.points(other)];
        for (int i = 0; i < size; i++) {
            lead -= mostGain[other.ordinal()][changed[i]];
        }
        return lead <= 0;
    }

    private boolean canOpen(Workflow other) {
        if (blocked(other) == 0) {
            return true;
        }
        for (Watched block : effects.blocks()) {
            if (block.holds() && blocks(block, other) && !block.canTurn(changed, size, levers)) {
                return false;
            }
        }
        return true;
    }

    private int blocked(Workflow workflow) {
        return tally[Tally.gaps(workflow)] + tally[Tally.exclusions(workflow)];
    }

    private static boolean blocks(Watched watched, Workflow workflow) {
        return watched.term() instanceof Term.Block(var when, var blocks, Severity severity)
                && blocks.contains(workflow);
    }

    /** Tries the values of a set, and keeps the nearest that flip. */
    private void values(int least) {
        shared.clear();
        for (int i = 0; i < size; i++) {
            for (Watched term : effects.shared(changed[i])) {
                if (!shared.contains(term)) {
                    shared.add(term);
                }
            }
        }
        System.arraycopy(tally, 0, sums[0], 0, Tally.SIZE);
        nearest.begin(changed, size);
        values(0, least);
        nearest.end();
    }

    private void values(int depth, int least) {
        if (depth == size) {
            tryThem(least);
            return;
        }
        int lever = changed[depth];
        List<Lever.Rung> ladder = levers.get(lever).rungs();
        int nearestRung = ladder.getFirst().distance();
        for (int rung = 0; rung < ladder.size(); rung++) {
            int distance = least + ladder.get(rung).distance() - nearestRung;
            if (distance >= nearest.limit() || tried > mostTried) {
                return;
            }
            rungs[depth] = rung;
            int[] change = effects.alone(lever, rung);
            for (int i = 0; i < Tally.SIZE; i++) {
                sums[depth + 1][i] = sums[depth][i] + change[i];
            }
            values(depth + 1, distance);
        }
    }

    private void tryThem(int distance) {
        tried++;
        int[] result = sums[size];
        for (Watched term : shared) {
            term.addChange(changed, rungs, size, result);
        }
        Workflow becomes = Tally.recommended(result);
        if (becomes != answer) {
            nearest.offer(Arrays.copyOf(rungs, size), distance, becomes);
        }
    }
}
