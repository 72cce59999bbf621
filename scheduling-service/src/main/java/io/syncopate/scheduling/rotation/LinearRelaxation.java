package io.syncopate.scheduling.rotation;

import io.syncopate.scheduling.rotation.RotationModel.SessionClass;

import java.util.Arrays;

/**
 * The smallest worst burden when sessions could be split over slots, by the simplex method. Its dual
 * prices are weights of the groups, and whatever the weights, no choice has a worst burden below the
 * cheapest weighted choice: the bound is recomputed from them in whole numbers, so that no rounding
 * error of the method can touch it.
 */
final class LinearRelaxation {

    private static final double EPSILON = 1e-9;
    private static final int DEGENERATE_PIVOTS = 200;

    /** Of table cells changed: some seconds. Stopped early, the prices give a weaker bound. */
    private static final long MAX_WORK = 3_000_000_000L;

    private static final long WEIGHT_SCALE = 1L << 24;

    private final RotationModel model;

    /** Share of sessions by class and slot. */
    final double[][] shares;

    /** Whole-number weight of each group. */
    final long[] weights;

    /** Sum of the weights. */
    final long scale;

    /** Weighted cost of each slot beyond the cheapest of its class. */
    final long[][] excess;

    /** Weighted cost when every session takes its cheapest slot. */
    final long cheapest;

    private LinearRelaxation(RotationModel model, double[][] shares, long[] weights) {
        this.model = model;
        this.shares = shares;
        this.weights = weights;
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        scale = sum;
        excess = new long[model.classes.size()][];
        cheapest = price();
    }

    static LinearRelaxation of(RotationModel model) {
        var tableau = new Tableau(model);
        tableau.solve();
        return new LinearRelaxation(model, tableau.shares(), tableau.weights());
    }

    /** No choice has a smaller worst burden. */
    long bound() {
        return Math.ceilDiv(cheapest, scale);
    }

    private long price() {
        long total = 0;
        for (int k = 0; k < excess.length; k++) {
            SessionClass sessions = model.classes.get(k);
            long[] priced = new long[sessions.slots()];
            long least = Long.MAX_VALUE;
            for (int s = 0; s < priced.length; s++) {
                for (int g = 0; g < weights.length; g++) {
                    priced[s] += weights[g] * sessions.costs[s][g];
                }
                least = Math.min(least, priced[s]);
            }
            for (int s = 0; s < priced.length; s++) {
                priced[s] -= least;
            }
            excess[k] = priced;
            total += sessions.sessions * least;
        }
        return total;
    }

    /**
     * Columns: shares, the worst burden, one slack per group, right-hand side. Rows: per group
     * "burden − worst + slack = 0", per class "shares add up", then the objective.
     */
    private static final class Tableau {
        private final RotationModel model;
        private final int groups;
        private final int classes;
        private final int worst;
        private final int width;
        private final double[][] rows;
        private final int[] basis;

        Tableau(RotationModel model) {
            this.model = model;
            groups = model.groups();
            classes = model.classes.size();
            worst = model.classes.stream().mapToInt(SessionClass::slots).sum();
            width = worst + 1 + groups + 1;
            rows = new double[groups + classes + 1][width];
            basis = new int[groups + classes];
            fill();
            startFromOneSlotPerClass();
        }

        private void fill() {
            int column = 0;
            for (int k = 0; k < classes; k++) {
                SessionClass sessions = model.classes.get(k);
                for (int s = 0; s < sessions.slots(); s++, column++) {
                    for (int g = 0; g < groups; g++) {
                        rows[g][column] = sessions.costs[s][g];
                    }
                    rows[groups + k][column] = 1;
                }
                rows[groups + k][width - 1] = sessions.sessions;
            }
            for (int g = 0; g < groups; g++) {
                rows[g][worst] = -1;
                rows[g][worst + 1 + g] = 1;
                basis[g] = worst + 1 + g;
            }
            rows[groups + classes][worst] = 1;
        }

        private void startFromOneSlotPerClass() {
            int column = 0;
            for (int k = 0; k < classes; k++) {
                pivot(groups + k, column + cheapestWorst(model.classes.get(k)));
                column += model.classes.get(k).slots();
            }
            int heaviest = 0;
            for (int g = 1; g < groups; g++) {
                if (rows[g][width - 1] < rows[heaviest][width - 1]) {
                    heaviest = g;
                }
            }
            pivot(heaviest, worst);
        }

        private static int cheapestWorst(SessionClass sessions) {
            int best = 0;
            long least = Long.MAX_VALUE;
            for (int s = 0; s < sessions.slots(); s++) {
                long most = 0;
                for (long cost : sessions.costs[s]) {
                    most = Math.max(most, cost);
                }
                if (most < least) {
                    least = most;
                    best = s;
                }
            }
            return best;
        }

        /** Steepest price first; after a run of steps on the spot, Bland's rule, which cannot cycle. */
        void solve() {
            long cells = (long) rows.length * width;
            long limit = Math.min(50L * (rows.length + width), MAX_WORK / cells);
            int degenerate = 0;
            for (int step = 0; step < limit; step++) {
                int column = entering(degenerate > DEGENERATE_PIVOTS);
                int row = column < 0 ? -1 : leaving(column);
                if (row < 0) {
                    return;
                }
                degenerate = rows[row][width - 1] > EPSILON ? 0 : degenerate + 1;
                pivot(row, column);
            }
        }

        private int entering(boolean first) {
            double[] prices = rows[groups + classes];
            int best = -1;
            double least = -EPSILON;
            for (int c = 0; c < width - 1; c++) {
                if (prices[c] < least) {
                    if (first) {
                        return c;
                    }
                    best = c;
                    least = prices[c];
                }
            }
            return best;
        }

        private int leaving(int column) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int r = 0; r < basis.length; r++) {
                if (rows[r][column] > EPSILON) {
                    double ratio = rows[r][width - 1] / rows[r][column];
                    if (best < 0
                            || ratio < least - EPSILON
                            || (ratio <= least + EPSILON && basis[r] < basis[best])) {
                        best = r;
                        least = Math.min(least, ratio);
                    }
                }
            }
            return best;
        }

        private void pivot(int row, int column) {
            double[] pivotRow = rows[row];
            double by = pivotRow[column];
            for (int c = 0; c < width; c++) {
                pivotRow[c] /= by;
            }
            for (double[] other : rows) {
                double factor = other[column];
                if (other != pivotRow && factor != 0) {
                    for (int c = 0; c < width; c++) {
                        other[c] -= factor * pivotRow[c];
                    }
                    other[column] = 0;
                }
            }
            basis[row] = column;
        }

        double[][] shares() {
            double[] values = new double[width];
            for (int r = 0; r < basis.length; r++) {
                values[basis[r]] = rows[r][width - 1];
            }
            double[][] shares = new double[classes][];
            int column = 0;
            for (int k = 0; k < classes; k++) {
                shares[k] = new double[model.classes.get(k).slots()];
                for (int s = 0; s < shares[k].length; s++) {
                    shares[k][s] = Math.max(0, values[column++]);
                }
            }
            return shares;
        }

        /** The prices of the slacks, in whole numbers; any weights give a valid bound. */
        long[] weights() {
            long[] weights = new long[groups];
            long sum = 0;
            for (int g = 0; g < groups; g++) {
                double price = rows[groups + classes][worst + 1 + g];
                weights[g] = Math.max(0, Math.round(Math.min(1, price) * WEIGHT_SCALE));
                sum += weights[g];
            }
            if (sum == 0) {
                Arrays.fill(weights, 1);
            }
            return weights;
        }
    }
}
