package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Fairness;
import io.syncopate.scheduling.rotation.Group;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What was planned, with all that it takes to see why.
 *
 * @param groups as they were when it was planned
 * @param starts one per item
 * @param tzDatabase version of the time zone database that resolved the offsets
 */
public record Plan(
        List<Group> groups,
        List<Start> starts,
        Fairness fairness,
        List<Notice> notices,
        String tzDatabase) {

    public Plan {
        groups = List.copyOf(groups);
        starts = List.copyOf(starts);
        notices = List.copyOf(notices);
    }

    /** A local time of the anchor zone, and the offset that it was resolved with. */
    public record Start(LocalDateTime local, ZoneOffset offset) {

        public Instant instant() {
            return local.toInstant(offset);
        }
    }
}
