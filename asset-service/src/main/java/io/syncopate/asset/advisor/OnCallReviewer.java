package io.syncopate.asset.advisor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Somebody on call for what is urgent, with what it would wait for without (P-067). */
final class OnCallReviewer {

    /** Within which who is on call answers (P-011, P-051). */
    private static final int ANSWER_MINUTES = 30;

    private OnCallReviewer() {}

    static Practice in(Situation situation) {
        Situation.Deadlines deadlines = situation.deadlines();
        Optional<Situation.ReviewerAway> away = deadlines.reviewerAway();
        return new Practice(
                Practice.Kind.ON_CALL_REVIEWER,
                "For urgent items somebody per role is on call, a reviewer above all, and answers"
                        + " within 30 minutes; the item passes the queue, all others go on, a short"
                        + " debrief follows",
                ANSWER_MINUTES,
                List.of(),
                true,
                away.map(stated -> reason(stated, deadlines.urgentWithin()))
                        .orElse(
                                "What breaks while the reviewer is away would wait until they are"
                                        + " back."),
                new Source("P-011, P-050, P-051, P-067", "Scenario 1, urgent requests"),
                away.map(Situation.ReviewerAway::length));
    }

    private static String reason(Situation.ReviewerAway away, Optional<Duration> limit) {
        Duration wait = away.length();
        return "What breaks at %s would wait for a reviewer who is back at %s: %s.%s"
                .formatted(
                        away.brokenAt(),
                        away.backAt(),
                        words(wait),
                        limit.filter(most -> most.compareTo(wait) < 0)
                                .map(most -> " It has to be out within %s.".formatted(words(most)))
                                .orElse(""));
    }

    private static String words(Duration time) {
        String hours = time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
        if (time.toMinutesPart() == 0) {
            return hours;
        }
        String minutes = time.toMinutesPart() + " minutes";
        return time.toHours() == 0 ? minutes : hours + " " + minutes;
    }
}
