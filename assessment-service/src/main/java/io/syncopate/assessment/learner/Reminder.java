package io.syncopate.assessment.learner;

import io.syncopate.assessment.learner.Calendar.Met;
import io.syncopate.assessment.scoring.JourneyItem;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A mail to the learners of a programme.
 *
 * @param week from 1 on
 * @param doneByNow texts of activities
 * @param now texts of activities
 */
public record Reminder(
        LocalDate date, int week, int weeks, List<String> doneByNow, List<String> now) {

    public Reminder {
        doneByNow = List.copyOf(doneByNow);
        now = List.copyOf(now);
    }

    static Reminder of(Calendar calendar, int week) {
        LocalDate date = calendar.start().plusWeeks(week - 1L);
        LocalDate next = date.plusWeeks(1);
        return new Reminder(
                date,
                week,
                calendar.weeks() + 1,
                texts(calendar, met -> met.last().isBefore(date)),
                texts(calendar, met -> met.first().isBefore(next) && !met.last().isBefore(date)));
    }

    /** Progress first, as a bare reminder tells nobody where they stand. */
    public String text() {
        return "Week %d of %d. %s%s"
                .formatted(
                        week,
                        weeks,
                        doneByNow.isEmpty()
                                ? ""
                                : "By now you have done: %s. "
                                        .formatted(String.join("; ", doneByNow)),
                        now.isEmpty()
                                ? "Catch up on what is still open."
                                : "This week: %s.".formatted(String.join("; ", now)));
    }

    private static List<String> texts(Calendar calendar, Predicate<Met> which) {
        return calendar.met().stream().filter(which).map(Met::item).map(JourneyItem::text).toList();
    }
}
