package io.syncopate.scheduling.rotation;

/** Where a session falls in somebody's day, by its worst step. */
public enum HourKind {
    WORKING,
    OUTSIDE,
    OFF_LIMITS;

    static HourKind of(WeekBurden week, int minuteOfWeek) {
        if (week.isInside(minuteOfWeek)) {
            return WORKING;
        }
        return week.isOffLimits(minuteOfWeek) ? OFF_LIMITS : OUTSIDE;
    }

    HourKind worse(HourKind other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
