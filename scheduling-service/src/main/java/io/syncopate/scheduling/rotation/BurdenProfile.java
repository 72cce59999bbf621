package io.syncopate.scheduling.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much an hour outside somebody's own working window costs.
 *
 * @param before the points of a step before the window
 * @param after the points of a step after it; of the two windows around a step the cheaper one counts
 * @param perSession whether a session costs the sum or the peak of its steps
 * @param offLimits local clock hours that nobody should have to attend, beside the weekdays without a
 *     working window; own working hours never are off limits
 */
public record BurdenProfile(
        BurdenCurve before, BurdenCurve after, PerSession perSession, Optional<Window> offLimits) {

    public enum PerSession {
        SUM,
        PEAK
    }

    private static final BurdenProfile STANDARD =
            new BurdenProfile(
                    halfPointSteps(new int[][] {{60, 1}, {120, 2}, {180, 5}, {Window.DAY, 10}}),
                    halfPointSteps(
                            new int[][] {
                                {60, 1}, {180, 2}, {240, 3}, {300, 5}, {360, 6}, {Window.DAY, 10}
                            }),
                    PerSession.SUM,
                    Optional.of(new Window(23 * 60, 30 * 60)));

    /**
     * Points per 30 minutes for a day from 9 to 17: 8–9 and 17–18 1, 7–8 and 18–20 2, 20–21 3, 6–7 and
     * 21–22 5, 22–23 6, and 23–6 10 and off limits; for other hours the same distances count. Sums a
     * session's steps.
     */
    public static BurdenProfile standard() {
        return STANDARD;
    }

    /** A staircase: {@code {until, points per 30 minutes}}, half of it for each step of 15 minutes. */
    private static BurdenCurve halfPointSteps(int[][] stairs) {
        var knots = new ArrayList<BurdenCurve.Knot>();
        int from = 0;
        for (int[] stair : stairs) {
            var points = new Points(stair[1] * 500L);
            knots.add(new BurdenCurve.Knot(from + RotationProblem.STEP, points));
            knots.add(new BurdenCurve.Knot(stair[0], points));
            from = stair[0];
        }
        return new BurdenCurve(List.copyOf(knots));
    }
}
