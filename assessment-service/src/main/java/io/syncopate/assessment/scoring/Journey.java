package io.syncopate.assessment.scoring;

import io.syncopate.assessment.journey.WeekLoad;

import java.util.List;

/**
 * How learners go through a programme.
 *
 * @param items in the order in which they meet them
 * @param load on one of them, week by week; empty in answers made before that was told
 */
public record Journey(List<JourneyItem> items, List<WeekLoad> load) {

    public Journey {
        items = List.copyOf(items);
        load = List.copyOf(load);
    }
}
