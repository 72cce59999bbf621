package io.syncopate.scheduling.series.grpc;

import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.scheduling.v1.BurdenProfile.Knot;
import io.syncopate.proto.scheduling.v1.BurdenProfile.OffLimits;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.scheduling.rotation.Attendance;
import io.syncopate.scheduling.rotation.BurdenCurve;
import io.syncopate.scheduling.rotation.BurdenProfile;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.Points;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.rotation.Zones;
import io.syncopate.scheduling.series.Audience;
import io.syncopate.scheduling.series.Item;
import io.syncopate.scheduling.series.Outline;
import io.syncopate.scheduling.shared.grpc.WorkingHoursMessages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** From the contract's messages to the core; a refusal names the message's field. */
final class Requests {

    private static final int MINUTES_OF_DAY = 24 * 60;

    private Requests() {}

    static Outline outline(Series series) {
        return within(
                "series.",
                () ->
                        new Outline(
                                series.getDisplayName(),
                                audience(series),
                                date(series.getFirstDate()),
                                series.getEveryWeeks() == 0 ? 1 : series.getEveryWeeks(),
                                series.getBufferWeeks(),
                                items(series.getItemsList()),
                                anchor(series.getAnchorZone()),
                                series.getSlotMinutes() == 0 ? 15 : series.getSlotMinutes(),
                                series.hasBurdenProfile()
                                        ? Optional.of(profile(series.getBurdenProfile()))
                                        : Optional.empty(),
                                Optional.of(series.getSourceProgram())
                                        .filter(name -> !name.isEmpty())
                                        .map(Requests::last)));
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Audience audience(Series series) {
        if (!series.getCohort().isEmpty()) {
            return new Audience.OfCohort(last(series.getCohort()));
        }
        var groups = new ArrayList<Group>();
        for (int i = 0; i < series.getGroupsCount(); i++) {
            Series.Group group = series.getGroups(i);
            String path = "groups[%d].".formatted(i);
            ZoneId zone = Zones.of("series." + path + "zone", group.getZone());
            groups.add(
                    within(
                            path,
                            () ->
                                    new Group(
                                            group.getKey(),
                                            zone,
                                            WorkingHoursMessages.read(group.getWorkingHours()),
                                            group.getHeadCount())));
        }
        return new Audience.OfGroups(groups);
    }

    private static ZoneId anchor(String id) {
        return Zones.of("series.anchor_zone", id.isEmpty() ? "UTC" : id);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            var refusal =
                    new InvalidException(
                            "first_date", text, "a date that exists, such as 2026-09-07");
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static List<Item> items(List<Series.Item> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> within("items[%d].".formatted(i), () -> item(items.get(i))))
                .toList();
    }

    private static Item item(Series.Item item) {
        return new Item(
                item.getKey(),
                item.getTitle(),
                item.getMinutes(),
                attendance(item.getAttendance()),
                new Item.Content(
                        item.getAgendaList(),
                        item.getBreaksList().stream()
                                .map(
                                        each ->
                                                new Item.Break(
                                                        each.getStartMinute(), each.getMinutes()))
                                .toList(),
                        item.getBuildsOnList()));
    }

    private static Attendance attendance(
            io.syncopate.proto.scheduling.v1.Attendance.Value attendance) {
        return switch (attendance) {
            case MANDATORY -> Attendance.MANDATORY;
            case RECOMMENDED -> Attendance.RECOMMENDED;
            case OPTIONAL -> Attendance.OPTIONAL;
            case VALUE_UNSPECIFIED, UNRECOGNIZED ->
                    throw InvalidException.missing(
                            "attendance", "MANDATORY, RECOMMENDED or OPTIONAL");
        };
    }

    private static BurdenProfile profile(io.syncopate.proto.scheduling.v1.BurdenProfile profile) {
        return new BurdenProfile(
                within("burden_profile.before.", () -> curve(profile.getBeforeList())),
                within("burden_profile.after.", () -> curve(profile.getAfterList())),
                switch (profile.getAggregation()) {
                    case SUM -> BurdenProfile.PerSession.SUM;
                    case PEAK -> BurdenProfile.PerSession.PEAK;
                    case AGGREGATION_UNSPECIFIED, UNRECOGNIZED ->
                            throw InvalidException.missing(
                                    "burden_profile.aggregation", "SUM or PEAK");
                },
                profile.hasOffLimits()
                        ? Optional.of(offLimits(profile.getOffLimits()))
                        : Optional.empty());
    }

    private static BurdenCurve curve(List<Knot> knots) {
        return new BurdenCurve(
                knots.stream()
                        .map(
                                knot ->
                                        new BurdenCurve.Knot(
                                                knot.getMinutesOutside(),
                                                new Points(knot.getMillipoints())))
                        .toList());
    }

    /** A span passes midnight when it ends before it starts. */
    private static Window offLimits(OffLimits span) {
        int start = span.getStartMinute();
        int end = span.getEndMinute();
        if (start == end) {
            throw new InvalidException(
                    "burden_profile.off_limits.end_minute",
                    end,
                    "another minute than the start, or no off_limits");
        }
        return new Window(start, end > start ? end : end + MINUTES_OF_DAY);
    }

    private static <T> T within(String prefix, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidException e) {
            var refusal =
                    new InvalidException(e.violations().stream().map(v -> v.at(prefix)).toList());
            refusal.addSuppressed(e);
            throw refusal;
        }
    }
}
