package io.syncopate.assessment.program;

import io.syncopate.kernel.InvalidException;

import java.time.LocalDate;

/** One cohort's time with a programme. */
public record Run(String cohort, LocalDate start, LocalDate end) {

    public Run {
        if (end.isBefore(start)) {
            throw new InvalidException("outcome.end_date", end, "%s or later".formatted(start));
        }
    }
}
