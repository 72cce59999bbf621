package io.syncopate.scheduling.rotation;

import java.util.Arrays;
import java.util.List;

/**
 * Orders the chosen slots within their class. Sessions of a class can change places without any
 * burden changing, so the one that keeps the heaviest burden so far lowest comes next, and nobody has
 * all the awkward hours in a row; of equals the earliest.
 */
final class TakeTurns {

    private final RotationProblem problem;
    private final List<SessionCosts> costs;
    private final CollapsedProblem collapsed;

    TakeTurns(RotationProblem problem, List<SessionCosts> costs, CollapsedProblem collapsed) {
        this.problem = problem;
        this.costs = costs;
        this.collapsed = collapsed;
    }

    /** The candidate slot of each session. */
    int[] order(int[][] picks) {
        int[] classOf = new int[costs.size()];
        for (int k = 0; k < picks.length; k++) {
            for (int session : collapsed.members.get(k)) {
                classOf[session] = k;
            }
        }
        int[][] left = Arrays.stream(picks).map(int[]::clone).toArray(int[][]::new);
        long[] carried = new long[problem.groups().size()];
        int[] slots = new int[costs.size()];
        for (int i = 0; i < slots.length; i++) {
            int k = classOf[i];
            CostTable table = costs.get(i).table();
            int best = -1;
            long[] lightest = {};
            for (int s = 0; s < left[k].length; s++) {
                if (left[k][s] > 0) {
                    long[] burdens = descending(carried, table.points(collapsed.candidate(k, s)));
                    if (best < 0 || Arrays.compare(burdens, lightest) < 0) {
                        best = s;
                        lightest = burdens;
                    }
                }
            }
            left[k][best]--;
            slots[i] = collapsed.candidate(k, best);
            for (int g = 0; g < carried.length; g++) {
                carried[g] += table.points(slots[i])[g];
            }
        }
        return slots;
    }

    private static long[] descending(long[] carried, long[] added) {
        long[] sums = new long[carried.length];
        for (int g = 0; g < sums.length; g++) {
            sums[g] = -(carried[g] + added[g]);
        }
        Arrays.sort(sums);
        for (int g = 0; g < sums.length; g++) {
            sums[g] = -sums[g];
        }
        return sums;
    }
}
