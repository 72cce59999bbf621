package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.Arrays;
import java.util.List;

/**
 * Points of one 15-minute step as a function of the minutes that lie between the step and the working
 * window, the step itself counted: straight lines between knots, flat after the last one. Two knots at
 * one distance are a jump, of which the second counts from there on.
 */
public record BurdenCurve(List<Knot> knots) {

    /** The points at this many minutes outside. */
    public record Knot(int minutes, Points points) {}

    private static final int MAX_KNOTS = 64;
    private static final long MAX_STEP_THOUSANDTHS = 1_000_000;

    public BurdenCurve {
        knots = List.copyOf(knots);
        if (knots.isEmpty() || knots.size() > MAX_KNOTS) {
            throw new InvalidException(
                    Violation.ofCount("knots", knots.size(), "1 to %d".formatted(MAX_KNOTS)));
        }
        int before = 0;
        for (Knot knot : knots) {
            if (knot.minutes < before) {
                throw new InvalidException(
                        "minutes_outside",
                        knot.minutes,
                        "%d or more, as distances do not fall".formatted(before));
            }
            long points = knot.points.thousandths();
            if (points < 0 || points > MAX_STEP_THOUSANDTHS) {
                throw new InvalidException("millipoints", knot.points, "0 to 1000 points a step");
            }
            before = knot.minutes;
        }
    }

    /** Pairs of minutes outside and whole points of a step. */
    public static BurdenCurve through(int[]... knots) {
        return new BurdenCurve(
                Arrays.stream(knots).map(k -> new Knot(k[0], Points.of(k[1]))).toList());
    }

    /** Thousandths of a point of a step this many minutes outside the window; 0 costs nothing. */
    long at(int minutesOutside) {
        if (minutesOutside <= 0) {
            return 0;
        }
        Knot left = new Knot(0, Points.ZERO);
        for (Knot right : knots) {
            if (right.minutes > minutesOutside) {
                long rise = right.points.thousandths() - left.points.thousandths();
                long run = (long) right.minutes - left.minutes;
                return left.points.thousandths()
                        + Math.ceilDiv(rise * (minutesOutside - left.minutes), run);
            }
            left = right;
        }
        return left.points.thousandths();
    }
}
