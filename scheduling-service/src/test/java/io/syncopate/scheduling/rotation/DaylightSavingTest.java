package io.syncopate.scheduling.rotation;

import static io.syncopate.scheduling.rotation.RotationFixture.group;
import static io.syncopate.scheduling.rotation.RotationFixture.problem;
import static io.syncopate.scheduling.rotation.RotationFixture.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

class DaylightSavingTest {

    /** New York and Paris are five hours apart, not six, from 8 to 28 March 2026. */
    @Test
    void followsTheWeeksInWhichNewYorkAndParisComeCloser() {
        Rotation rotation =
                new PlanRotation()
                        .plan(
                                problem(
                                        "UTC",
                                        weekly("2026-03-04", 5),
                                        group("America/New_York", 5),
                                        group("Europe/Paris", 5)));

        assertThat(apart(rotation)).containsExactly(6, 5, 5, 5, 6);
        // 9 in New York is 15 in Paris, or 14: an hour for both inside working hours every week.
        assertThat(rotation.fairness().worst()).isEqualTo(Points.ZERO);
        assertThat(rotation.fairness().exact()).isTrue();
    }

    @Test
    void followsTheWeekInWhichTheyComeCloserInAutumn() {
        Rotation rotation =
                new PlanRotation()
                        .plan(
                                problem(
                                        "UTC",
                                        weekly("2026-10-21", 3),
                                        group("America/New_York", 5),
                                        group("Europe/Paris", 5)));

        assertThat(apart(rotation)).containsExactly(6, 5, 6);
    }

    private static List<Integer> apart(Rotation rotation) {
        return rotation.sessions().stream()
                .map(
                        s ->
                                (s.meetings().get(1).offset().getTotalSeconds()
                                                - s.meetings().get(0).offset().getTotalSeconds())
                                        / 3600)
                .toList();
    }

    /** Days on which a clock changes have as many quarter hours as they last. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-03-29, 92, 00:00",
        "Europe/Paris, 2026-10-25, 100, 00:00",
        "Australia/Lord_Howe, 2026-04-05, 98, 00:00",
        "Australia/Lord_Howe, 2026-10-04, 94, 00:00",
        "America/Santiago, 2026-09-06, 92, 01:00",
        "Africa/Cairo, 2026-04-24, 92, 01:00",
        "Africa/Cairo, 2026-10-29, 100, 00:00",
        "Asia/Kathmandu, 2026-05-05, 96, 00:00"
    })
    void offersEveryQuarterHourOfTheDay(String zone, LocalDate date, int slots, String first) {
        RotationProblem problem =
                problem(
                        zone,
                        List.of(new SessionRequest("s", date, 60, Attendance.MANDATORY)),
                        group(zone, 1));

        SessionCosts costs = SessionCosts.of(problem).getFirst();

        assertThat(costs.slots()).hasSize(slots).isSorted().doesNotHaveDuplicates();
        LocalDateTime start = LocalDateTime.ofInstant(costs.slots().getFirst(), ZoneId.of(zone));
        assertThat(start).isEqualTo(date.atTime(java.time.LocalTime.parse(first)));
    }

    @Test
    void stepsThroughAClockChangeWithinASession() {
        // Lord Howe sets its clock back from 02:00 to 01:30 on 5 April 2026, a Sunday.
        var allWeek = WorkingHours.daily(9 * 60, 17 * 60);
        RotationProblem problem =
                new RotationProblem(
                        List.of(
                                group("Australia/Lord_Howe", allWeek, 1),
                                group("Asia/Tokyo", allWeek, 1)),
                        List.of(
                                new SessionRequest(
                                        "s",
                                        LocalDate.parse("2026-04-05"),
                                        120,
                                        Attendance.MANDATORY)),
                        ZoneId.of("Australia/Lord_Howe"),
                        15,
                        new BurdenProfile(
                                BurdenCurve.through(new int[][] {{0, 0}, {1440, 96}}),
                                BurdenCurve.through(new int[][] {{0, 0}, {1440, 960}}),
                                BurdenProfile.PerSession.SUM,
                                java.util.Optional.empty()));
        SessionCosts costs = SessionCosts.of(problem).getFirst();

        int slot = costs.slots().indexOf(Instant.parse("2026-04-04T14:00:00Z"));
        assertThat(costs.table().startMinute(slot)).isEqualTo(60);
        // A point per quarter hour before nine: 1:00 1:15 1:30 1:45 | 1:30 1:45 2:00 2:15.
        assertThat(costs.table().points(slot)[0])
                .isEqualTo(1000L * (32 + 31 + 30 + 29 + 30 + 29 + 28 + 27));
    }

    @Test
    void collapsesAYearToTheClassesThatDaylightSavingMakes() {
        RotationProblem problem =
                problem(
                        "UTC",
                        weekly("2026-01-07", 52),
                        group("America/New_York", 1),
                        group("Europe/London", 1),
                        group("Asia/Tokyo", 1));

        CollapsedProblem collapsed = CollapsedProblem.of(problem, SessionCosts.of(problem));

        assertThat(collapsed.members).extracting(List::size).containsExactly(18, 4, 30);
    }

    @Test
    void acceptsPlacesOnTheTwoSidesOfTheDateLine() {
        Rotation rotation =
                new PlanRotation()
                        .plan(
                                problem(
                                        "UTC",
                                        weekly("2026-06-03", 2),
                                        group("Pacific/Kiritimati", 1),
                                        group("Pacific/Pago_Pago", 1)));

        for (Rotation.Placed session : rotation.sessions()) {
            LocalDateTime east = session.meetings().get(0).localStart();
            LocalDateTime west = session.meetings().get(1).localStart();
            assertThat(Duration.between(west, east)).isEqualTo(Duration.ofHours(25));
        }
    }
}
