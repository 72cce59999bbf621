package io.syncopate.assessment.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.journey.LiveGroups.Seating;
import io.syncopate.assessment.model.Portion;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.List;

/** Modules, breaks and groups. */
class CutsPropertiesTest {

    private static final Portion GUIDES = new Portion(10, 15);

    @Property
    void modulesAddUpAndFitWhereAnyNumberOfThemCould(
            @ForAll @IntRange(min = 1, max = 1440) int minutes) {
        List<Integer> modules = Modules.cut(minutes, GUIDES);

        assertThat(modules.stream().mapToInt(Integer::intValue).sum()).isEqualTo(minutes);
        boolean possible = false;
        for (int parts = 1; parts <= minutes; parts++) {
            possible |= 10 * parts <= minutes && minutes <= 15 * parts;
        }
        if (possible) {
            assertThat(modules).allMatch(GUIDES::fits);
            assertThat(modules.getFirst() - modules.getLast()).isBetween(0, 1);
        } else {
            assertThat(modules).containsExactly(minutes);
        }
    }

    @Example
    void modulesAreAsFewAsFit() {
        assertThat(Modules.cut(15, GUIDES)).containsExactly(15);
        assertThat(Modules.cut(16, GUIDES)).containsExactly(16);
        assertThat(Modules.cut(20, GUIDES)).containsExactly(10, 10);
        assertThat(Modules.cut(40, GUIDES)).containsExactly(14, 13, 13);
    }

    @Property
    void nobodyWorksForMoreThanAnHourAtAStretch(
            @ForAll @IntRange(min = 1, max = 1440) int minutes) {
        List<Break> breaks = Break.in(minutes);

        assertThat(breaks).hasSize(Math.ceilDiv(minutes, 60) - 1);
        int from = 0;
        for (Break pause : breaks) {
            assertThat(pause.startMinute() - from).isBetween(1, 60);
            assertThat(pause.minutes()).isEqualTo(10);
            from = pause.end();
        }
        assertThat(minutes - from).isBetween(1, 60);
    }

    @Example
    void breaksLieWherePeopleExpectThem() {
        assertThat(Break.in(60)).isEmpty();
        assertThat(Break.in(120)).containsExactly(new Break(55, 10));
        assertThat(Break.in(180)).containsExactly(new Break(50, 10), new Break(115, 10));
    }

    @Property
    void groupsHoldEverybodyAndAreAsFewAsTheirLimitAllows(
            @ForAll @IntRange(min = 1, max = 10_000_000) int people,
            @ForAll @IntRange(max = 40) int kind,
            @ForAll @IntRange(max = 40) int seats,
            @ForAll @IntRange(max = 9) int facilitators) {
        LiveGroups groups = LiveGroups.of(people, new Seating(kind, seats), facilitators);

        assertThat((long) groups.count() * groups.size()).isGreaterThanOrEqualTo(people);
        assertThat((long) groups.count() * (groups.size() - 1)).isLessThan(people);
        if (groups.limit() > 0) {
            assertThat(groups.size()).isLessThanOrEqualTo(groups.limit());
            assertThat((groups.count() - 1L) * groups.limit()).isLessThan(people);
        } else {
            assertThat(groups.count()).isEqualTo(1);
        }
        assertThat(groups.limit()).isIn(kind, seats);
        if (facilitators > 0) {
            assertThat((long) groups.rounds() * facilitators)
                    .isGreaterThanOrEqualTo(groups.count());
        } else {
            assertThat(groups.rounds()).isZero();
        }
    }
}
