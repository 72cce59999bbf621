package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Activity.Attendance;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.program.LiveSchedule.Group;
import io.syncopate.assessment.program.LiveSchedule.LiveSeries;
import io.syncopate.assessment.program.Production.SelfPacedWork;
import io.syncopate.assessment.scoring.JourneyItem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a journey asks of the other services: one series of its live part, one campaign of the rest. */
final class JourneyInServices {

    private static final int KEY_LENGTH = 63;

    private JourneyInServices() {}

    static LiveSeries series(
            String id, String displayName, Assessment assessment, LocalDate firstDate) {
        Brief brief = assessment.brief();
        return new LiveSeries(
                displayName,
                "programs/" + id,
                groups(brief),
                firstDate,
                (int) brief.number("audience.live_time.every_weeks").orElse(1),
                assessment.answer().journey().stream()
                        .filter(JourneyItem::live)
                        .flatMap(JourneyInServices::sessions)
                        .toList());
    }

    static SelfPacedWork campaign(String id, String displayName, Assessment assessment) {
        return new SelfPacedWork(
                displayName,
                "programs/" + id,
                assessment.brief().objective(),
                assessment.answer().journey().stream()
                        .filter(item -> !item.live())
                        .map(
                                item ->
                                        new Production.Item(
                                                item.activity(), item.text(), item.reason()))
                        .toList());
    }

    /** One session per run; runs of one activity are told apart by their number. */
    private static Stream<LiveSchedule.Item> sessions(JourneyItem item) {
        return IntStream.rangeClosed(1, item.repeat())
                .mapToObj(
                        run ->
                                new LiveSchedule.Item(
                                        item.repeat() == 1
                                                ? item.activity()
                                                : numbered(item.activity(), run),
                                        item.repeat() == 1
                                                ? item.text()
                                                : "%s (%d of %d)"
                                                        .formatted(
                                                                shortened(item.text()),
                                                                run,
                                                                item.repeat()),
                                        item.minutes(),
                                        item.attendance().orElse(Attendance.MANDATORY)));
    }

    private static String numbered(String key, int run) {
        String number = "-" + run;
        int room = KEY_LENGTH - number.length();
        return (key.length() > room ? key.substring(0, room) : key) + number;
    }

    private static String shortened(String text) {
        int room = 980;
        return text.length() > room ? text.substring(0, room) + "…" : text;
    }

    /** Without zones everybody is taken to be in one, at UTC. */
    private static List<Group> groups(Brief brief) {
        if (brief.zones().isEmpty()) {
            return List.of(
                    new Group("everybody", "UTC", (int) brief.number("audience.size").orElse(1)));
        }
        var groups = new ArrayList<Group>();
        brief.zones()
                .forEach(zone -> groups.add(new Group(key(zone.id()), zone.id(), zone.people())));
        return groups;
    }

    private static String key(String zone) {
        return zone.toLowerCase(Locale.ROOT)
                .replace("+", "-plus-")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
