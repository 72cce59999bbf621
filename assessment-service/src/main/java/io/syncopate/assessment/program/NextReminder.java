package io.syncopate.assessment.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Of what learners are to be reminded next.
 *
 * @param week of the programme, from 1 on
 * @param date in UTC
 */
public record NextReminder(int week, LocalDate date) {

    static NextReminder first(LocalDate start) {
        return new NextReminder(1, start);
    }

    public Instant due() {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
