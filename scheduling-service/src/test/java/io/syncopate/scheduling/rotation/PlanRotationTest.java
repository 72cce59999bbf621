package io.syncopate.scheduling.rotation;

import static io.syncopate.scheduling.rotation.RotationFixture.group;
import static io.syncopate.scheduling.rotation.RotationFixture.problem;
import static io.syncopate.scheduling.rotation.RotationFixture.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.syncopate.kernel.InvalidException;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

class PlanRotationTest {

    private final PlanRotation planner = new PlanRotation();

    @Test
    void sharesWhatAFixedTimeWouldPutOnOneRegion() {
        Rotation rotation =
                planner.plan(
                        problem(
                                "UTC",
                                weekly("2026-01-07", 12),
                                group("America/Los_Angeles", 10),
                                group("Asia/Kolkata", 10)));

        assertThat(rotation.fairness().worst()).isLessThan(rotation.fairness().bestFixed().worst());
        assertThat(spread(rotation)).isLessThanOrEqualTo(4);
        assertThat(rotation.fairness().evenness().orElseThrow()).isGreaterThan(0.99);
    }

    private static double spread(Rotation rotation) {
        var burdens =
                rotation.fairness().loads().stream()
                        .mapToDouble(l -> l.burden().value())
                        .summaryStatistics();
        return burdens.getMax() - burdens.getMin();
    }

    @Test
    void meetsInTheOverlapAtNoCostAndAsEarlyAsThatGoes() {
        Rotation rotation =
                planner.plan(
                        problem(
                                "Europe/Paris",
                                weekly("2026-01-07", 3),
                                group("Europe/Paris", 4),
                                group("Africa/Lagos", 4)));

        assertThat(rotation.fairness().worst()).isEqualTo(Points.ZERO);
        assertThat(rotation.fairness().evenness()).isEmpty();
        assertThat(rotation.fairness().gap()).isZero();
        assertThat(rotation.sessions())
                .allSatisfy(
                        s ->
                                assertThat(s.meetings().getFirst().localStart().toLocalTime())
                                        .isEqualTo(LocalTime.of(9, 0)));
    }

    @Test
    void saysWhenThereIsNoFairSlot() {
        Rotation rotation =
                planner.plan(
                        problem(
                                "UTC",
                                weekly("2026-01-07", 4),
                                group("America/Los_Angeles", 10),
                                group("Europe/London", 10),
                                group("Asia/Kolkata", 10),
                                group("America/New_York", 10),
                                group("Pacific/Auckland", 10)));

        assertThat(rotation.unfair()).hasSize(4);
        assertThat(rotation.sessions()).allMatch(Rotation.Placed::isUnacceptable);
        assertThat(
                        rotation.fairness().loads().stream()
                                .mapToInt(Fairness.Load::offLimitSessions)
                                .sum())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void keepsOutOfOffLimitHoursEvenWhereThatCostsMore() {
        Rotation rotation =
                planner.plan(
                        problem(
                                "UTC",
                                weekly("2026-01-07", 6),
                                group("America/New_York", 9),
                                group("Europe/London", 7),
                                group("Asia/Tokyo", 14)));

        assertThat(rotation.unfair()).isEmpty();
        assertThat(rotation.fairness().loads()).allMatch(load -> load.offLimitSessions() == 0);
    }

    @Test
    void flagsAMandatorySessionOnARestDayButNotAnOptionalOne() {
        LocalDate saturday = LocalDate.parse("2026-01-10");
        Rotation rotation =
                planner.plan(
                        problem(
                                "UTC",
                                List.of(
                                        new SessionRequest("a", saturday, 60, Attendance.MANDATORY),
                                        new SessionRequest(
                                                "b",
                                                saturday.plusWeeks(1),
                                                60,
                                                Attendance.OPTIONAL)),
                                group("Europe/London", 7)));

        assertThat(rotation.sessions())
                .extracting(Rotation.Placed::isUnacceptable)
                .containsExactly(true, false);
        assertThat(rotation.unfair()).hasSize(2);
    }

    @Test
    void doesNotPutAllAwkwardHoursInARow() {
        Rotation rotation =
                planner.plan(
                        problem(
                                "UTC",
                                weekly("2026-01-07", 8),
                                group("America/New_York", 9),
                                group("Asia/Tokyo", 14)));

        double newYork = 0;
        double tokyo = 0;
        double largestSession =
                rotation.sessions().stream()
                        .flatMap(s -> s.meetings().stream())
                        .mapToDouble(m -> m.burden().value())
                        .max()
                        .orElseThrow();
        for (Rotation.Placed session : rotation.sessions()) {
            newYork += session.meetings().get(0).burden().value();
            tokyo += session.meetings().get(1).burden().value();
            assertThat(Math.abs(newYork - tokyo)).isLessThanOrEqualTo(largestSession);
        }
    }

    @Test
    void plansTenThousandPeopleInAHundredGroupsOverAYear() {
        List<String> zones =
                java.time.ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                        .filter(id -> !id.startsWith("SystemV/"))
                        .sorted()
                        .toList();
        Group[] groups =
                java.util.stream.IntStream.range(0, 100)
                        .mapToObj(i -> group(zones.get(i * zones.size() / 100), 100))
                        .toArray(Group[]::new);

        Rotation rotation = planner.plan(problem("UTC", weekly("2026-01-07", 52), groups));

        assertThat(rotation.fairness().gap()).isLessThan(0.02);
    }

    @Test
    void refusesWhatCannotBePlanned() {
        assertThatThrownBy(() -> group("Europe/Paris", -3))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("-3: expected 1 to");
        assertThatThrownBy(() -> problem("UTC", List.of(), group("UTC", 1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("sessions");
        assertThatThrownBy(() -> problem("UTC", weekly("2026-01-07", 1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("groups");
        assertThatThrownBy(
                        () -> problem("UTC", weekly("2026-01-07", 2).reversed(), group("UTC", 1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining(
                        "2026-01-07: expected a date after 2026-01-14, when 's2' is, for 's1'");
        assertThatThrownBy(
                        () ->
                                problem(
                                        "UTC",
                                        weekly("2026-01-07", 2),
                                        group("UTC", 1),
                                        group("UTC", 1)))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("'UTC': expected each key once");
        assertThatThrownBy(
                        () ->
                                new RotationProblem(
                                        List.of(group("UTC", 1)),
                                        weekly("2026-01-07", 2),
                                        ZoneOffset.UTC,
                                        25,
                                        BurdenProfile.standard()))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("25: expected a multiple of");
    }
}
