package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Group;

import java.util.List;

/** Who takes part. */
public sealed interface Audience {

    /** The participants of a cohort, as they are when the series is planned. */
    record OfCohort(String cohort) implements Audience {}

    record OfGroups(List<Group> groups) implements Audience {

        public OfGroups {
            groups = List.copyOf(groups);
        }
    }
}
