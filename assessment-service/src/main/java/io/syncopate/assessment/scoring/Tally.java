package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.List;

/**
 * What a choice rests on, as numbers that add up over criteria and rules: the points of each
 * workflow, then how many gaps each has, then how many rules rule it out. {@link Ranking} makes the
 * same choice in full.
 */
final class Tally {

    private static final Workflow[] WORKFLOWS = Workflow.values();
    static final int WORKFLOW_COUNT = WORKFLOWS.length;
    static final int SIZE = 3 * WORKFLOW_COUNT;

    private Tally() {}

    static int[] of(List<Contribution> contributions, List<Gap> gaps) {
        int[] tally = new int[SIZE];
        for (Contribution contribution : contributions) {
            for (Workflow workflow : WORKFLOWS) {
                tally[points(workflow)] += contribution.on(workflow);
            }
        }
        for (Gap gap : gaps) {
            switch (gap.severity()) {
                case GAP -> tally[gaps(gap.workflow())]++;
                case RULED_OUT -> tally[exclusions(gap.workflow())]++;
                case SHORTFALL -> {}
            }
        }
        return tally;
    }

    /** Where the points of a workflow stand; they add up from there. */
    static int points(Workflow workflow) {
        return workflow.ordinal();
    }

    static int gaps(Workflow workflow) {
        return WORKFLOW_COUNT + workflow.ordinal();
    }

    static int exclusions(Workflow workflow) {
        return 2 * WORKFLOW_COUNT + workflow.ordinal();
    }

    /** The best that nothing blocks, else the best that is not ruled out, else the best. */
    static Workflow recommended(int[] tally) {
        for (Hurdle hurdle : Hurdle.values()) {
            int best = -1;
            for (int each = 0; each < WORKFLOW_COUNT; each++) {
                if (hurdle.passes(tally, each) && (best < 0 || tally[each] > tally[best])) {
                    best = each;
                }
            }
            if (best >= 0) {
                return WORKFLOWS[best];
            }
        }
        throw new IllegalStateException("no workflow is left without a hurdle");
    }

    /** Among whom {@link #recommended} chose: those that pass the first hurdle that any passes. */
    static boolean[] candidates(int[] tally) {
        boolean[] candidates = new boolean[WORKFLOW_COUNT];
        for (Hurdle hurdle : Hurdle.values()) {
            boolean any = false;
            for (int each = 0; each < WORKFLOW_COUNT; each++) {
                candidates[each] = hurdle.passes(tally, each);
                any |= candidates[each];
            }
            if (any) {
                break;
            }
        }
        return candidates;
    }

    /** What a workflow has to pass to be chosen, the highest first. */
    private enum Hurdle {
        OPEN,
        POSSIBLE,
        NONE;

        boolean passes(int[] tally, int workflow) {
            return switch (this) {
                case OPEN ->
                        tally[WORKFLOW_COUNT + workflow] + tally[2 * WORKFLOW_COUNT + workflow]
                                == 0;
                case POSSIBLE -> tally[2 * WORKFLOW_COUNT + workflow] == 0;
                case NONE -> true;
            };
        }
    }
}
