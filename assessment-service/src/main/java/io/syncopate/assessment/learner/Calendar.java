package io.syncopate.assessment.learner;

import io.syncopate.assessment.scoring.JourneyItem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When learners meet what, as far as a journey tells: its sessions follow each other at the cadence,
 * and self-paced activities belong to the session before them, or to the first day.
 *
 * @param everyWeeks from one session to the next
 */
public record Calendar(LocalDate start, int everyWeeks, List<JourneyItem> journey) {

    /** Of a programme without sessions. */
    private static final int USUAL_WEEKS = 4;

    public Calendar {
        journey = List.copyOf(journey);
    }

    /**
     * @param last of its runs
     */
    public record Met(JourneyItem item, LocalDate first, LocalDate last) {}

    public List<Met> met() {
        var met = new ArrayList<Met>();
        LocalDate now = start;
        int session = 0;
        for (JourneyItem item : journey) {
            if (!item.live()) {
                met.add(new Met(item, now, now));
                continue;
            }
            LocalDate first = day(session);
            session += item.repeat();
            now = day(session - 1);
            met.add(new Met(item, first, now));
        }
        return met;
    }

    /** From the first day to the last. */
    public int weeks() {
        int sessions =
                journey.stream().filter(JourneyItem::live).mapToInt(JourneyItem::repeat).sum();
        return sessions == 0 ? USUAL_WEEKS : (sessions - 1) * everyWeeks;
    }

    public LocalDate end() {
        return start.plusWeeks(weeks());
    }

    private LocalDate day(int session) {
        return start.plusWeeks((long) session * everyWeeks);
    }
}
