package io.syncopate.assessment.learner;

import io.syncopate.assessment.learner.Calendar.Met;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Days on which to recall an activity, at growing distances from when it was met first. */
public record Recall(String activity, LocalDate first, List<LocalDate> dates) {

    /** Four are what a course of some weeks has room for. */
    private static final int[] DAYS = {1, 6, 15, 38};

    public static final String SOURCE =
            "1, 6, 15 and 38 days: the first intervals of SM-2 at its usual ease of 2.5. Growing"
                + " distances keep more in mind during a course than equal ones (Kang and others"
                + " 2014).";

    public Recall {
        dates = List.copyOf(dates);
    }

    /**
     * @param end after which nothing is recalled any more
     */
    static Recall of(Met met, LocalDate end) {
        return new Recall(
                met.item().activity(),
                met.first(),
                IntStream.of(DAYS)
                        .mapToObj(met.first()::plusDays)
                        .filter(day -> !day.isAfter(end))
                        .toList());
    }
}
