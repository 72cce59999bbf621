package io.syncopate.assessment.journey;

import io.syncopate.assessment.journey.Timetable.Weeks;

import java.util.List;
import java.util.Optional;

/**
 * How one activity lies in a journey.
 *
 * @param position 1 for the first
 * @param modules minutes of each part into which one run of self-paced material is cut
 * @param breaks in one run of a live one
 * @param groups of a live one; empty when it is not known how many people learn
 */
public record Layout(
        int position,
        Standing standing,
        Weeks weeks,
        List<Integer> modules,
        List<Break> breaks,
        Optional<LiveGroups> groups) {

    public Layout {
        modules = List.copyOf(modules);
        breaks = List.copyOf(breaks);
    }
}
