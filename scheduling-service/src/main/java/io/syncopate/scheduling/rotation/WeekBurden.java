package io.syncopate.scheduling.rotation;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** What a step costs people with given hours at each local minute of the week. */
final class WeekBurden {

    private static final int WEEK = 7 * Window.DAY;

    private final long[] points = new long[WEEK];
    private final boolean[] inside = new boolean[WEEK];
    private final boolean[] offLimits = new boolean[WEEK];

    WeekBurden(WorkingHours hours, BurdenProfile profile) {
        List<Map.Entry<DayOfWeek, Window>> windows = List.copyOf(hours.windows().entrySet());
        for (int minute = 0; minute < WEEK; minute++) {
            int untilNext = WEEK;
            int sinceLast = WEEK;
            for (Map.Entry<DayOfWeek, Window> entry : windows) {
                Window window = entry.getValue();
                int start = entry.getKey().ordinal() * Window.DAY + window.start();
                int sinceStart = Math.floorMod(minute - start, WEEK);
                if (sinceStart + RotationProblem.STEP <= window.length()) {
                    inside[minute] = true;
                }
                untilNext = Math.min(untilNext, Math.floorMod(start - minute, WEEK));
                sinceLast = Math.min(sinceLast, outside(sinceStart, window.length()));
            }
            if (!inside[minute]) {
                points[minute] =
                        Math.min(profile.before().at(untilNext), profile.after().at(sinceLast));
                offLimits[minute] = offLimits(hours, profile, minute);
            }
        }
    }

    /** Minutes of the step beyond the window that began this long ago, counted from its last step. */
    private static int outside(int sinceStart, int length) {
        return Math.floorMod(sinceStart + RotationProblem.STEP - length, WEEK);
    }

    private static boolean offLimits(WorkingHours hours, BurdenProfile profile, int minute) {
        DayOfWeek day = DayOfWeek.of(minute / Window.DAY + 1);
        if (hours.restsOn(day)) {
            return true;
        }
        return profile.offLimits()
                .map(night -> Math.floorMod(minute - night.start(), Window.DAY) < night.length())
                .orElse(false);
    }

    long points(int minuteOfWeek) {
        return points[minuteOfWeek];
    }

    boolean isInside(int minuteOfWeek) {
        return inside[minuteOfWeek];
    }

    boolean isOffLimits(int minuteOfWeek) {
        return offLimits[minuteOfWeek];
    }
}
