package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.Calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When the results of a programme are looked at, and what came of the last time. */
public record ReviewPlan(LocalDate due, Optional<Held> last) {

    /** After which use on the job can be asked for. */
    private static final int WEEKS_AFTERWARDS = 4;

    static final int WEEKS_BETWEEN = 12;

    /**
     * A review that was held.
     *
     * @param outcome id of the one that was looked at
     */
    public record Held(String outcome, String conclusion, Instant time) {}

    static ReviewPlan after(Calendar calendar) {
        return new ReviewPlan(calendar.end().plusWeeks(WEEKS_AFTERWARDS), Optional.empty());
    }

    ReviewPlan held(Held held, LocalDate next) {
        return new ReviewPlan(next, Optional.of(held));
    }
}
