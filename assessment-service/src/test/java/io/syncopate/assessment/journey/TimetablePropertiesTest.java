package io.syncopate.assessment.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.journey.Timetable.Cadence;
import io.syncopate.assessment.journey.Timetable.Weeks;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class TimetablePropertiesTest {

    /** One stop; a journey gives them their keys. */
    record Sketch(boolean live, int minutes, int repeat, boolean looksBack) {}

    @Property
    void everyMinuteLiesInSomeWeekOfTheJourney(
            @ForAll("journeys") List<Sketch> sketches,
            @ForAll @IntRange(min = 1, max = 4) int every) {
        List<Stop> stops = stops(sketches);
        List<WeekLoad> load = timetable(stops, every).load(0);

        assertThat(load.stream().mapToLong(each -> (long) each.minutes() * each.weeks()).sum())
                .isEqualTo(
                        stops.stream()
                                .mapToLong(stop -> (long) stop.minutes() * stop.activity().repeat())
                                .sum());
        int week = 1;
        for (WeekLoad each : load) {
            assertThat(each.firstWeek()).isEqualTo(week);
            assertThat(each.weeks()).isPositive();
            week = each.lastWeek() + 1;
        }
    }

    @Property
    void sessionsFollowEachOtherAndWhatLeadsUpToOneComesBeforeIt(
            @ForAll("journeys") List<Sketch> sketches,
            @ForAll @IntRange(min = 1, max = 4) int every) {
        List<Stop> stops = stops(sketches);
        List<Standing> standings = Standing.of(stops);
        List<Weeks> weeks = timetable(stops, every).weeks();
        int next = 1;
        for (int i = 0; i < stops.size(); i++) {
            Weeks at = weeks.get(i);
            assertThat(at.first()).isBetween(1, at.last());
            if (stops.get(i).live()) {
                assertThat(at.first()).isEqualTo(next);
                next = at.last() + every;
                continue;
            }
            Standing standing = standings.get(i);
            Optional<Weeks> live =
                    standing.relativeTo().map(key -> weeks.get(Integer.parseInt(key)));
            if (standing.phase() == Phase.BEFORE) {
                assertThat(at.first()).isLessThanOrEqualTo(live.orElseThrow().first());
                assertThat(at.last()).isLessThanOrEqualTo(live.orElseThrow().last());
            }
            if (standing.phase() == Phase.AFTER) {
                assertThat(at.first()).isGreaterThanOrEqualTo(live.orElseThrow().first());
                assertThat(at.last()).isGreaterThanOrEqualTo(live.orElseThrow().last());
            }
        }
    }

    @Example
    void goesAlongWithTheRepeatsOfItsSession() {
        List<Stop> stops =
                stops(
                        List.of(
                                new Sketch(false, 40, 3, false),
                                new Sketch(true, 90, 3, false),
                                new Sketch(false, 20, 1, true)));

        assertThat(timetable(stops, 2).load(120))
                .containsExactly(
                        new WeekLoad(1, 1, 90, 40, true),
                        new WeekLoad(2, 2, 0, 40, false),
                        new WeekLoad(3, 3, 90, 40, true),
                        new WeekLoad(4, 4, 0, 0, false),
                        new WeekLoad(5, 5, 90, 10, false),
                        new WeekLoad(6, 6, 0, 10, false));
    }

    @Example
    void withoutSessionsOneFollowsTheOther() {
        List<Stop> stops =
                stops(List.of(new Sketch(false, 60, 1, false), new Sketch(false, 20, 3, false)));
        Timetable timetable = Timetable.of(stops, Standing.of(stops), new Cadence(1, 4));

        assertThat(timetable.weeks()).containsExactly(new Weeks(1, 2), new Weeks(3, 4));
        assertThat(timetable.load(0))
                .containsExactly(
                        new WeekLoad(1, 2, 0, 30, false),
                        new WeekLoad(3, 3, 0, 40, false),
                        new WeekLoad(4, 4, 0, 20, false));
    }

    @Example
    void tellsTenYearsAtMost() {
        List<Stop> stops = stops(List.of(new Sketch(true, 60, 104, false)));

        assertThat(timetable(stops, 52).load(0).getLast().lastWeek()).isEqualTo(520);
    }

    @Provide
    Arbitrary<List<Sketch>> journeys() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(true, false))
                .as(Sketch::new)
                .list()
                .ofMaxSize(8);
    }

    private static Timetable timetable(List<Stop> stops, int every) {
        return Timetable.of(stops, Standing.of(stops), new Cadence(every, 4));
    }

    private static List<Stop> stops(List<Sketch> sketches) {
        var stops = new ArrayList<Stop>();
        for (Sketch sketch : sketches) {
            stops.add(
                    new Stop(
                            new Activity(
                                    String.valueOf(stops.size()),
                                    "Unit",
                                    Optional.empty(),
                                    Optional.empty(),
                                    "",
                                    OptionalInt.empty(),
                                    Optional.empty(),
                                    sketch.repeat()),
                            sketch.live(),
                            sketch.minutes(),
                            sketch.looksBack()));
        }
        return stops;
    }
}
