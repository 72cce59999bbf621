package io.syncopate.assessment.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Activity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

class SequencePropertiesTest {

    private static final int MOST = 9;

    /** What each of some activities builds on, by numbers. */
    record Basis(List<Set<Integer>> on) {

        List<Activity> activities() {
            var activities = new ArrayList<Activity>();
            for (int i = 0; i < on.size(); i++) {
                activities.add(
                        new Activity(
                                "a" + i,
                                "Unit",
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                OptionalInt.empty(),
                                Optional.empty(),
                                1,
                                on.get(i).stream()
                                        .filter(other -> other < on.size())
                                        .map(other -> "a" + other)
                                        .toList()));
            }
            return activities;
        }
    }

    @Property
    void hasEachActivityOnceAndEachAfterWhatItBuildsOn(@ForAll("any") Basis basis) {
        List<Activity> given = basis.activities();
        Sequence sequence = Sequence.of(given);

        assertThat(sequence.activities()).containsExactlyInAnyOrderElementsOf(given);
        Map<String, Integer> place = places(sequence);
        for (Activity activity : given) {
            for (String other : activity.buildsOn()) {
                if (!reaches(given, other, activity.key())) {
                    assertThat(place.get(other)).isLessThan(place.get(activity.key()));
                }
            }
        }
    }

    @Property
    void namesACircleForExactlyThoseThatAreInOne(@ForAll("any") Basis basis) {
        List<Activity> given = basis.activities();
        Map<String, List<String>> cycles = Sequence.of(given).cycles();

        cycles.forEach(
                (key, cycle) -> {
                    assertThat(cycle).contains(key).doesNotHaveDuplicates();
                    for (int i = 0; i < cycle.size(); i++) {
                        String next = cycle.get((i + 1) % cycle.size());
                        assertThat(on(given, cycle.get(i))).contains(next);
                    }
                });
        if (given.stream().noneMatch(each -> inACircle(given, each.key()))) {
            assertThat(cycles).isEmpty();
        } else {
            assertThat(cycles).isNotEmpty();
        }
    }

    @Property
    void leavesWhatIsInOrderAsItIs(@ForAll("forwards") Basis basis) {
        assertThat(Sequence.of(basis.activities()).activities()).isEqualTo(basis.activities());
    }

    @Provide
    Arbitrary<Basis> any() {
        return Arbitraries.integers()
                .between(0, MOST - 1)
                .set()
                .ofMaxSize(3)
                .list()
                .ofMaxSize(MOST)
                .map(Basis::new);
    }

    /** Each builds on some of those before it. */
    @Provide
    Arbitrary<Basis> forwards() {
        List<Arbitrary<Set<Integer>>> each = new ArrayList<>();
        each.add(Arbitraries.just(Set.of()));
        for (int i = 1; i < MOST; i++) {
            each.add(Arbitraries.integers().between(0, i - 1).set().ofMaxSize(3));
        }
        return Combinators.combine(each).as(Basis::new);
    }

    private static Map<String, Integer> places(Sequence sequence) {
        var places = new HashMap<String, Integer>();
        sequence.activities().forEach(each -> places.put(each.key(), places.size()));
        return places;
    }

    private static List<String> on(List<Activity> activities, String key) {
        return activities.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow()
                .buildsOn();
    }

    private static boolean inACircle(List<Activity> activities, String key) {
        return on(activities, key).stream().anyMatch(next -> reaches(activities, next, key));
    }

    /** Whether one builds on another, by however many steps. */
    private static boolean reaches(List<Activity> activities, String from, String to) {
        var seen = new ArrayList<>(List.of(from));
        for (int i = 0; i < seen.size(); i++) {
            on(activities, seen.get(i)).stream()
                    .filter(next -> !seen.contains(next))
                    .forEach(seen::add);
        }
        return seen.contains(to);
    }
}
