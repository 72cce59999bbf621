package io.syncopate.scheduling.rotation;

import java.util.Arrays;
import java.util.List;

/**
 * The numbers a solver needs: how many sessions of each class take which of its slots. Costs are whole
 * units; groups that no slot tells apart are one row, counted {@code multiplicity} times in a
 * comparison of the worst-off, the second worst-off and so on.
 */
final class RotationModel {

    /** Sessions that daylight-saving time does not tell apart: every slot costs all groups the same. */
    static final class SessionClass {
        final int sessions;

        /** Cost by slot and group. */
        final long[][] costs;

        /** Local minute at which a slot starts; the smaller is the earlier. */
        final int[] startMinutes;

        SessionClass(int sessions, long[][] costs, int[] startMinutes) {
            this.sessions = sessions;
            this.costs = costs;
            this.startMinutes = startMinutes;
        }

        int slots() {
            return costs.length;
        }
    }

    final List<SessionClass> classes;
    final int[] multiplicity;
    final long[] headCounts;

    RotationModel(List<SessionClass> classes, int[] multiplicity, long[] headCounts) {
        this.classes = List.copyOf(classes);
        this.multiplicity = multiplicity;
        this.headCounts = headCounts;
    }

    int groups() {
        return multiplicity.length;
    }

    int sessions() {
        return classes.stream().mapToInt(c -> c.sessions).sum();
    }

    long[] burdens(int[][] picks) {
        long[] burdens = new long[groups()];
        for (int k = 0; k < picks.length; k++) {
            for (int s = 0; s < picks[k].length; s++) {
                if (picks[k][s] > 0) {
                    for (int g = 0; g < burdens.length; g++) {
                        burdens[g] += picks[k][s] * classes.get(k).costs[s][g];
                    }
                }
            }
        }
        return burdens;
    }

    long startMinutes(int[][] picks) {
        long sum = 0;
        for (int k = 0; k < picks.length; k++) {
            for (int s = 0; s < picks[k].length; s++) {
                sum += (long) picks[k][s] * classes.get(k).startMinutes[s];
            }
        }
        return sum;
    }

    long weightedTotal(long[] burdens) {
        long total = 0;
        for (int g = 0; g < burdens.length; g++) {
            total += headCounts[g] * burdens[g];
        }
        return total;
    }

    /** Worst-off first, each group as often as it stands for one. */
    long[] descending(long[] burdens) {
        long[] sorted = new long[Arrays.stream(multiplicity).sum()];
        int at = 0;
        for (int g = 0; g < burdens.length; g++) {
            Arrays.fill(sorted, at, at + multiplicity[g], -burdens[g]);
            at += multiplicity[g];
        }
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = -sorted[i];
        }
        return sorted;
    }

    /** Below zero when the first burdens are fairer, or as fair and the smaller weighted total. */
    int compare(long[] first, long[] second) {
        int leximin = Arrays.compare(descending(first), descending(second));
        return leximin != 0 ? leximin : Long.compare(weightedTotal(first), weightedTotal(second));
    }
}
