package io.syncopate.assessment.journey;

import io.syncopate.assessment.brief.Activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Activities in the order of the brief, with what each builds on pulled ahead of it. What builds on
 * nothing stated stays where it is. A circle is cut where it closes, and named.
 *
 * @param cycles by the key of an activity, the keys of a circle that it is in. Of circles that share
 *     activities those are told that a walk in the order of the brief closes; there is none where
 *     there is no circle
 */
public record Sequence(List<Activity> activities, Map<String, List<String>> cycles) {

    public Sequence {
        activities = List.copyOf(activities);
        cycles = Map.copyOf(cycles);
    }

    public static Sequence of(List<Activity> activities) {
        if (activities.stream().allMatch(activity -> activity.buildsOn().isEmpty())) {
            return new Sequence(activities, Map.of());
        }
        var walk = new Walk(activities);
        activities.forEach(walk::visit);
        return new Sequence(walk.order, walk.cycles);
    }

    /** Depth first, in the order of the brief. As deep as there are activities, of which there are few. */
    private static final class Walk {

        private final Map<String, Activity> byKey = new HashMap<>();
        private final Map<String, Integer> place = new HashMap<>();
        private final Map<String, State> states = new HashMap<>();
        private final List<String> path = new ArrayList<>();
        private final List<Activity> order = new ArrayList<>();
        private final Map<String, List<String>> cycles = new LinkedHashMap<>();

        private enum State {
            ON_THE_PATH,
            PLACED
        }

        Walk(List<Activity> activities) {
            for (Activity activity : activities) {
                place.put(activity.key(), byKey.size());
                byKey.put(activity.key(), activity);
            }
        }

        void visit(Activity activity) {
            if (states.containsKey(activity.key())) {
                return;
            }
            states.put(activity.key(), State.ON_THE_PATH);
            path.add(activity.key());
            activity.buildsOn().stream()
                    .sorted(Comparator.comparing(place::get))
                    .forEach(this::before);
            path.removeLast();
            states.put(activity.key(), State.PLACED);
            order.add(activity);
        }

        private void before(String key) {
            if (states.get(key) == State.ON_THE_PATH) {
                List<String> cycle = List.copyOf(path.subList(path.indexOf(key), path.size()));
                cycle.forEach(each -> cycles.putIfAbsent(each, cycle));
                return;
            }
            visit(Objects.requireNonNull(byKey.get(key)));
        }
    }
}
