package io.syncopate.assessment.review;

import java.util.Locale;

/**
 * What a run may say of how it went. Where a figure begins to speak for a cause is our reading: the
 * guide names the four causes and no numbers. A rating below the middle of its scale means that more
 * are unhappy than happy; feedback that takes more than a week costs momentum.
 */
public enum Signal {
    MIX_RATING(Cause.WORKFLOW, "the rating of the mix of live and self-paced", Alarm.BELOW, 3),
    LIVE_ATTENDANCE_PERCENT(
            Cause.WORKFLOW, "the percentage of those expected who came", Alarm.BELOW, 60),
    SELF_PACED_STARTED_PERCENT(
            Cause.WORKFLOW, "the percentage who began the self-paced part", Alarm.BELOW, 60),
    CONTENT_RATING(Cause.CONTENT, "the rating of the content", Alarm.BELOW, 3),
    FACILITATION_RATING(Cause.FACILITATION, "the rating of those who led it", Alarm.BELOW, 3),
    FEEDBACK_DAYS(Cause.FACILITATION, "the days until feedback came", Alarm.ABOVE, 7),
    TECHNOLOGY_RATING(Cause.TECHNOLOGY, "the rating of tools and connections", Alarm.BELOW, 3),
    TECHNICAL_PROBLEM_PERCENT(
            Cause.TECHNOLOGY, "the percentage who had a technical problem", Alarm.ABOVE, 20);

    private enum Alarm {
        BELOW,
        ABOVE
    }

    private final Cause cause;
    private final String what;
    private final Alarm alarm;
    private final double limit;

    Signal(Cause cause, String what, Alarm alarm, double limit) {
        this.cause = cause;
        this.what = what;
        this.alarm = alarm;
        this.limit = limit;
    }

    Cause cause() {
        return cause;
    }

    boolean alarms(double value) {
        return switch (alarm) {
            case BELOW -> value < limit;
            case ABOVE -> value > limit;
        };
    }

    /** Such as {@code 2.8: the rating of the content, where below 3 is a sign}. */
    String told(double value) {
        return "%s: %s, where %s %s is a sign"
                .formatted(
                        number(value), what, alarm.name().toLowerCase(Locale.ROOT), number(limit));
    }

    String asked() {
        return what;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
