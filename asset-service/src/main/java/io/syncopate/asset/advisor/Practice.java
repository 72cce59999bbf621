package io.syncopate.asset.advisor;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that is done regularly or in a certain case.
 *
 * @param minutes that it takes, or within which it has to happen; 0 when that does not apply
 * @param days empty when it is on no certain day
 * @param mandatory when the model does not hold without it
 * @param waitWithout by the clock, of work where this is not done; empty when it cannot be computed
 */
public record Practice(
        Kind kind,
        String text,
        int minutes,
        List<DayOfWeek> days,
        boolean mandatory,
        String reason,
        Source source,
        Optional<Duration> waitWithout) {

    public Practice {
        days = List.copyOf(days);
    }

    Practice(
            Kind kind,
            String text,
            int minutes,
            List<DayOfWeek> days,
            boolean mandatory,
            String reason,
            Source source) {
        this(kind, text, minutes, days, mandatory, reason, source, Optional.empty());
    }

    /** What it is. */
    public enum Kind {
        PLANNING_MEETING,
        REVIEW_MEETING,
        KICKOFF,
        CONVENTIONS,
        WORKFLOW_CHAMPION,
        ASSET_PASSPORT,
        REVIEW_WINDOW,
        QUALITY_AUDIT,
        ON_CALL_REVIEWER,
        DAILY_STAND_UP,
        TRANSITION_NOTIFICATIONS,
        ITEM_OWNERSHIP,
        REVIEW_SLOTS,
        PAIR_SYNC,
        TIME_BOX,
        MORALE_SYNC,
        DECISION_MEETING,
        QUEUE_GROOMING
    }
}
