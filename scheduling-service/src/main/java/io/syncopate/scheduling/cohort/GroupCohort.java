package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.WorkingHours;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The people of a cohort as groups that share zone and hours. */
public final class GroupCohort {

    private final Cohorts cohorts;
    private final Participants participants;

    public GroupCohort(Cohorts cohorts, Participants participants) {
        this.cohorts = cohorts;
        this.participants = participants;
    }

    private record Shared(ZoneId zone, WorkingHours hours) {}

    /**
     * In the order of their keys, which are made from the zone and numbered where one zone has
     * several hours.
     *
     * @throws CohortException.Empty when there is nobody
     * @throws NotFoundException when there is no such cohort, or it is out of reach
     */
    public List<Group> groups(Reach reach, String cohort) {
        cohorts.get(reach, cohort);
        Map<Shared, Long> people =
                participants.everyone(reach.tenant(), cohort).stream()
                        .collect(
                                Collectors.groupingBy(
                                        p -> new Shared(p.zone(), p.hours()),
                                        Collectors.counting()));
        if (people.isEmpty()) {
            throw new CohortException.Empty(cohort);
        }
        Map<String, Integer> used = new HashMap<>();
        var groups = new ArrayList<Group>();
        people.keySet().stream()
                .sorted(
                        Comparator.comparing((Shared shared) -> shared.zone().getId())
                                .thenComparing(shared -> shared.hours().windows().toString()))
                .forEach(
                        shared -> {
                            String slug = slug(shared.zone());
                            int number = used.merge(slug, 1, Integer::sum);
                            groups.add(
                                    new Group(
                                            number == 1 ? slug : slug + "-" + number,
                                            shared.zone(),
                                            shared.hours(),
                                            Math.toIntExact(people.getOrDefault(shared, 0L))));
                        });
        return List.copyOf(groups);
    }

    private static String slug(ZoneId zone) {
        return zone.getId()
                .toLowerCase(Locale.ROOT)
                .replace("+", "-plus-")
                .replaceAll("[^a-z0-9]+", "-");
    }
}
