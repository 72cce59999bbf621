package io.syncopate.assessment.calibration;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a ridge towards nothing, bounds, and a free base: the least of
 *
 * <pre>Σ log(1 + exp(∓(base + offset + x·d))) + |d|² / (2 variance), least ≤ d ≤ most.</pre>
 *
 * <p>It is convex, and strictly so as soon as there is a row, so there is one answer; it exists when
 * both results occur, as no d can run away. Found by Newton's method: each step is the least of the
 * quadratic that touches it, within the bounds, by coordinate descent, cut back until it descends
 * enough (Bertsekas 1982; Friedman, Hastie and Tibshirani 2010 without the bounds). No chance, no
 * clock, and the same functions on each machine: the same rows give the same bits.
 */
final class BoundedLogistic {

    /** Newton needs some ten; what takes more is a fault. */
    private static final int ROUNDS = 200;

    private static final int SWEEPS = 20_000;

    /** Far below a thousandth, which is all that is told of a weight. */
    private static final double CLOSE = 1e-10;

    private static final double ENOUGH = 1e-4;

    private static final double FLAT = 1e-6;

    /** What of a sum is rounding. */
    private static final double NOISE = 1e-12;

    private final List<Row> rows;
    private final double variance;
    private final double[] least;
    private final double[] most;

    /**
     * @param columns where {@code values} stand
     */
    record Row(boolean yes, double offset, int[] columns, double[] values) {

        double at(double[] point) {
            double sum = point[0] + offset;
            for (int i = 0; i < columns.length; i++) {
                sum += values[i] * point[columns[i] + 1];
            }
            return sum;
        }

        /** The negative logarithm of the probability of what came of it. */
        double loss(double[] point) {
            double odds = yes ? -at(point) : at(point);
            return odds > 0
                    ? odds + StrictMath.log1p(StrictMath.exp(-odds))
                    : StrictMath.log1p(StrictMath.exp(odds));
        }
    }

    /**
     * @param least of each column's d; at most 0
     * @param most of each column's d; at least 0
     */
    BoundedLogistic(List<Row> rows, double variance, double[] least, double[] most) {
        if (rows.stream().map(Row::yes).distinct().count() < 2) {
            throw new IllegalArgumentException("one result alone has no base: expected both");
        }
        this.rows = List.copyOf(rows);
        this.variance = variance;
        this.least = withBase(least, Double.NEGATIVE_INFINITY);
        this.most = withBase(most, Double.POSITIVE_INFINITY);
    }

    private static double[] withBase(double[] bounds, double ofBase) {
        double[] all = new double[bounds.length + 1];
        all[0] = ofBase;
        System.arraycopy(bounds, 0, all, 1, bounds.length);
        return all;
    }

    /** The base, and after it d. */
    double[] solve() {
        double[] point = new double[least.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[point.length];
            double[][] curvature = new double[point.length][point.length];
            differentiate(point, slope, curvature);
            if (distance(point, slope) < CLOSE) {
                return point;
            }
            point = search(point, slope, step(point, slope, curvature));
        }
        throw new IllegalStateException("no convergence within %d rounds".formatted(ROUNDS));
    }

    double value(double[] point) {
        double sum = 0;
        for (Row row : rows) {
            sum += row.loss(point);
        }
        for (int i = 1; i < point.length; i++) {
            sum += point[i] * point[i] / (2 * variance);
        }
        return sum;
    }

    private void differentiate(double[] point, double[] slope, double[][] curvature) {
        for (Row row : rows) {
            double chance = 1 / (1 + StrictMath.exp(-row.at(point)));
            double pull = chance - (row.yes() ? 1 : 0);
            double bend = chance * (1 - chance);
            slope[0] += pull;
            curvature[0][0] += bend;
            for (int i = 0; i < row.columns().length; i++) {
                int column = row.columns()[i] + 1;
                double value = row.values()[i];
                slope[column] += pull * value;
                curvature[0][column] += bend * value;
                curvature[column][0] += bend * value;
                for (int k = 0; k < row.columns().length; k++) {
                    curvature[column][row.columns()[k] + 1] += bend * value * row.values()[k];
                }
            }
        }
        // Where all rows are sure of themselves there is no curve to step by.
        curvature[0][0] = Math.max(curvature[0][0], FLAT * rows.size());
        for (int i = 1; i < point.length; i++) {
            slope[i] += point[i] / variance;
            curvature[i][i] += 1 / variance;
        }
    }

    /** How far a step down the slope leads within the bounds: nowhere from the least value. */
    private double distance(double[] point, double[] slope) {
        double far = Math.abs(slope[0]) / rows.size();
        for (int i = 1; i < point.length; i++) {
            far = Math.max(far, Math.abs(bounded(i, point[i] - variance * slope[i]) - point[i]));
        }
        return far;
    }

    private double[] step(double[] point, double[] slope, double[][] curvature) {
        double[] step = new double[point.length];
        double[] rest = slope.clone();
        double moved = 1;
        for (int sweep = 0; sweep < SWEEPS && moved > CLOSE * CLOSE; sweep++) {
            moved = 0;
            for (int i = 0; i < step.length; i++) {
                double wanted = point[i] + step[i] - rest[i] / curvature[i][i];
                double by = bounded(i, wanted) - point[i] - step[i];
                step[i] += by;
                moved = Math.max(moved, Math.abs(by));
                for (int k = 0; k < rest.length; k++) {
                    rest[k] += by * curvature[k][i];
                }
            }
        }
        return step;
    }

    private double[] search(double[] point, double[] slope, double[] step) {
        double before = value(point);
        double descent = 0;
        for (int i = 0; i < step.length; i++) {
            descent += slope[i] * step[i];
        }
        double part = 1;
        while (true) {
            double[] next = new double[point.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = bounded(i, point[i] + part * step[i]);
            }
            if (value(next) <= before + ENOUGH * part * descent + NOISE * (1 + before)
                    || Arrays.equals(next, point)) {
                return next;
            }
            part /= 2;
        }
    }

    private double bounded(int column, double value) {
        return Math.min(most[column], Math.max(least[column], value));
    }
}
