package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The working window of each weekday, by the person's own clock. A weekday without one is a rest day. */
public record WorkingHours(Map<DayOfWeek, Window> windows) {

    private static final WorkingHours STANDARD =
            on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), new Window(9 * 60, 17 * 60));

    public WorkingHours {
        if (windows.isEmpty()) {
            throw InvalidException.missing("working_hours", "a window on at least one weekday");
        }
        windows = Collections.unmodifiableMap(new EnumMap<>(windows));
    }

    /** Monday to Friday from 9 to 17. */
    public static WorkingHours standard() {
        return STANDARD;
    }

    public static WorkingHours daily(int start, int end) {
        return on(EnumSet.allOf(DayOfWeek.class), new Window(start, end));
    }

    public static WorkingHours on(Set<DayOfWeek> days, Window window) {
        var windows = new EnumMap<DayOfWeek, Window>(DayOfWeek.class);
        days.forEach(day -> windows.put(day, window));
        return new WorkingHours(windows);
    }

    boolean restsOn(DayOfWeek day) {
        return !windows.containsKey(day);
    }
}
