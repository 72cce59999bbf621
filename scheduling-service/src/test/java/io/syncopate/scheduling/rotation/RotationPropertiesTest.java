package io.syncopate.scheduling.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class RotationPropertiesTest {

    private static final List<String> ZONES =
            List.of(
                    "America/New_York",
                    "Europe/Paris",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Australia/Lord_Howe",
                    "America/Santiago",
                    "Africa/Cairo",
                    "Pacific/Kiritimati",
                    "Pacific/Pago_Pago",
                    "Asia/Tokyo",
                    "UTC");

    private final PlanRotation planner = new PlanRotation();

    @Property(tries = 60)
    void isTheBestOfAllWhereItSaysSo(@ForAll("tiny") RotationProblem problem) {
        Rotation rotation = planner.plan(problem);
        BruteForce.Answer best = BruteForce.best(problem);

        assertThat(rotation.fairness().bound().thousandths())
                .isLessThanOrEqualTo(best.burdens().getFirst());
        assertThat(rotation.fairness().exact()).as("small enough to prove").isTrue();
        assertThat(answer(problem, rotation)).isEqualTo(best);
    }

    @Property(tries = 60)
    void addsUp(@ForAll("small") RotationProblem problem) {
        Rotation rotation = planner.plan(problem);

        for (int g = 0; g < problem.groups().size(); g++) {
            int group = g;
            long sum =
                    rotation.sessions().stream()
                            .mapToLong(s -> s.meetings().get(group).burden().thousandths())
                            .sum();
            assertThat(rotation.fairness().loads().get(g).burden().thousandths()).isEqualTo(sum);
        }
        assertThat(rotation.fairness().loads())
                .extracting(Fairness.Load::burden)
                .contains(rotation.fairness().worst())
                .allMatch(burden -> burden.compareTo(rotation.fairness().worst()) <= 0);
        assertThat(rotation.fairness().bound()).isLessThanOrEqualTo(rotation.fairness().worst());
        if (rotation.fairness().worst().equals(Points.ZERO)) {
            assertThat(rotation.fairness().evenness()).isEmpty();
        } else {
            assertThat(rotation.fairness().evenness().orElseThrow()).isBetween(1e-9, 1 + 1e-9);
        }
        if (rotation.unfair().size() == rotation.sessions().size()) {
            // Nothing was ruled out, so that a fixed time was among the choices.
            assertThat(rotation.fairness().bestFixed().worst())
                    .isGreaterThanOrEqualTo(rotation.fairness().bound());
        }
    }

    @Property(tries = 40)
    void doesNotDependOnTheOrderOfGroups(
            @ForAll("small") RotationProblem problem, @ForAll long seed) {
        var shuffled = new ArrayList<>(problem.groups());
        Collections.shuffle(shuffled, new Random(seed));
        var other =
                new RotationProblem(
                        shuffled,
                        problem.sessions(),
                        problem.anchor(),
                        problem.slotMinutes(),
                        problem.profile());

        Rotation first = planner.plan(problem);
        Rotation second = planner.plan(other);

        assertThat(second.sessions())
                .extracting(Rotation.Placed::start)
                .isEqualTo(first.sessions().stream().map(Rotation.Placed::start).toList());
        assertThat(second.fairness().bound()).isEqualTo(first.fairness().bound());
        assertThat(second.fairness().loads())
                .containsExactlyInAnyOrderElementsOf(first.fairness().loads());
    }

    @Property(tries = 60)
    void showsEverySlotByEachClock(@ForAll("small") RotationProblem problem) {
        for (Rotation.Placed session : planner.plan(problem).sessions()) {
            assertThat(session.start().atZone(problem.anchor()).toLocalDate())
                    .isEqualTo(session.request().date());
            for (Rotation.Meeting meeting : session.meetings()) {
                assertThat(meeting.localStart().toInstant(meeting.offset()))
                        .isEqualTo(session.start());
                assertThat(meeting.zone().getRules().getValidOffsets(meeting.localStart()))
                        .contains(meeting.offset());
            }
        }
    }

    private static BruteForce.Answer answer(RotationProblem problem, Rotation rotation) {
        long starts =
                rotation.sessions().stream()
                        .map(s -> s.start().atZone(problem.anchor()))
                        .mapToLong(at -> at.getHour() * 60L + at.getMinute())
                        .sum();
        return BruteForce.answer(
                problem,
                rotation.fairness().loads().stream()
                        .mapToLong(l -> l.burden().thousandths())
                        .toArray(),
                starts);
    }

    @Provide
    Arbitrary<RotationProblem> tiny() {
        return problems(3, 2, Arbitraries.of(60, 120));
    }

    @Provide
    Arbitrary<RotationProblem> small() {
        return problems(5, 8, Arbitraries.of(15, 30, 60));
    }

    private static Arbitrary<RotationProblem> problems(
            int maxGroups, int maxSessions, Arbitrary<Integer> grids) {
        Arbitrary<List<String>> zones =
                Arbitraries.of(ZONES).list().uniqueElements().ofMinSize(1).ofMaxSize(maxGroups);
        Arbitrary<LocalDate> dates =
                Arbitraries.integers().between(0, 364).map(LocalDate.of(2026, 1, 1)::plusDays);
        return Combinators.combine(
                        zones,
                        Arbitraries.integers().between(1, maxSessions),
                        dates,
                        Arbitraries.of(ZONES),
                        grids,
                        Arbitraries.of(BurdenProfile.standard(), ReferenceInstance.costModelV1()),
                        Arbitraries.integers().between(0, 1000))
                .as(RotationPropertiesTest::problem);
    }

    private static RotationProblem problem(
            List<String> zones,
            int count,
            LocalDate first,
            String anchor,
            int grid,
            BurdenProfile profile,
            int seed) {
        var random = new Random(seed);
        var groups = new ArrayList<Group>();
        for (String zone : zones) {
            int start = 360 + 30 * random.nextInt(10);
            groups.add(
                    RotationFixture.group(
                            zone,
                            WorkingHours.on(
                                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                    new Window(start, start + 480)),
                            1 + random.nextInt(50)));
        }
        List<SessionRequest> sessions =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new SessionRequest(
                                                "s" + i,
                                                first.plusWeeks(i),
                                                45 + 15 * random.nextInt(5),
                                                Attendance.MANDATORY))
                        .toList();
        return new RotationProblem(groups, sessions, ZoneId.of(anchor), grid, profile);
    }
}
