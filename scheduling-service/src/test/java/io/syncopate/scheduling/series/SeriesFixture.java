package io.syncopate.scheduling.series;

import io.syncopate.scheduling.rotation.Attendance;
import io.syncopate.scheduling.rotation.BurdenProfile;
import io.syncopate.scheduling.rotation.Fairness;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.Points;
import io.syncopate.scheduling.rotation.WorkingHours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

public final class SeriesFixture {

    private static final List<Group> GROUPS =
            List.of(
                    new Group("paris", ZoneId.of("Europe/Paris"), WorkingHours.standard(), 3),
                    new Group(
                            "nepal", ZoneId.of("Asia/Kathmandu"), WorkingHours.daily(480, 960), 5));

    private SeriesFixture() {}

    /** Weekly in spring 2026, an hour each, for Paris and Nepal. */
    public static Outline outline(String displayName, int sessions) {
        return new Outline(
                displayName,
                new Audience.OfGroups(GROUPS),
                LocalDate.parse("2026-03-18"),
                1,
                2,
                IntStream.rangeClosed(1, sessions)
                        .mapToObj(
                                i ->
                                        new Item(
                                                "week-" + i,
                                                "Week " + i,
                                                60,
                                                i % 2 == 0
                                                        ? Attendance.OPTIONAL
                                                        : Attendance.MANDATORY,
                                                new Item.Content(
                                                        List.of("Hard examples of week " + i),
                                                        List.of(
                                                                new Item.Break(20, 5),
                                                                new Item.Break(40, 5)),
                                                        List.of("Recorded lecture " + i))))
                        .toList(),
                ZoneId.of("Europe/Paris"),
                15,
                Optional.of(BurdenProfile.standard()),
                Optional.of("p1"));
    }

    /** Every part of a series with something in it. */
    public static Series numbered(int number) {
        return new Series(
                outline("Series " + number, 2),
                new Plan(
                        GROUPS,
                        List.of(
                                new Plan.Start(
                                        LocalDateTime.parse("2026-03-18T09:00"),
                                        ZoneOffset.ofHours(1)),
                                new Plan.Start(
                                        LocalDateTime.parse("2026-03-25T09:15"),
                                        ZoneOffset.ofHours(1))),
                        new Fairness(
                                List.of(
                                        new Fairness.Load("paris", 3, Points.of(number), 0),
                                        new Fairness.Load("nepal", 5, Points.of(1), 1)),
                                Points.ZERO,
                                number % 2 == 0,
                                new Fairness.FixedTime(540, Points.of(9))),
                        List.of(
                                new Notice(
                                        Notice.Kind.NO_FAIR_SLOT,
                                        "none",
                                        Optional.of("week-1"),
                                        Optional.empty())),
                        "2026a"),
                new Stage.Draft());
    }
}
