package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.UnstatedZones;
import io.syncopate.assessment.brief.Zone;
import io.syncopate.assessment.journey.Layout;
import io.syncopate.assessment.program.LiveSchedule.Group;
import io.syncopate.assessment.program.LiveSchedule.LiveSeries;
import io.syncopate.assessment.program.Production.SelfPacedWork;
import io.syncopate.assessment.scoring.JourneyItem;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a journey asks of the other services: one series of its live part, one campaign of the rest. */
record JourneyInServices(
        String id, Launch.Terms terms, Set<String> teams, Assessment assessment, LocalDate start) {

    private static final String ZONE_WITHOUT_ZONES = "UTC";
    private static final int TITLE_LENGTH = 1000;

    String displayName() {
        return terms.displayName();
    }

    LiveSeries series() {
        Brief brief = assessment.brief();
        return new LiveSeries(
                displayName(),
                "programs/" + id,
                teams,
                groups(brief),
                start,
                assessment.everyWeeks(),
                terms.bufferWeeks(),
                anchor(brief),
                sessions());
    }

    SelfPacedWork campaign() {
        return new SelfPacedWork(
                displayName(),
                "programs/" + id,
                assessment.brief().objective(),
                teams,
                assessment.answer().journey().stream()
                        .filter(item -> !item.live())
                        .map(item -> new Production.Item(item.activity(), item.text(), notes(item)))
                        .toList());
    }

    /** What became of the series, with what its owner has to know of it. */
    String told(String what) {
        return UnstatedZones.of(assessment.brief())
                .map(known -> "%s Everybody counts as one group at UTC: %s".formatted(what, known))
                .orElse(what);
    }

    /** One session per run; runs of one activity are told apart by their number. */
    private List<LiveSchedule.Item> sessions() {
        List<JourneyItem> live =
                assessment.answer().journey().stream().filter(JourneyItem::live).toList();
        var keys =
                new Keys(
                        live.stream()
                                .filter(item -> item.repeat() == 1)
                                .map(JourneyItem::activity));
        return live.stream().flatMap(item -> sessions(item, keys)).toList();
    }

    private Stream<LiveSchedule.Item> sessions(JourneyItem item, Keys keys) {
        if (item.repeat() == 1) {
            return Stream.of(session(item, item.activity(), item.text()));
        }
        return IntStream.rangeClosed(1, item.repeat())
                .mapToObj(
                        run -> {
                            String number = " (%d of %d)".formatted(run, item.repeat());
                            return session(
                                    item,
                                    keys.numbered(item.activity(), run),
                                    SessionContent.shortened(
                                                    item.text(), TITLE_LENGTH - number.length())
                                            + number);
                        });
    }

    private LiveSchedule.Item session(JourneyItem item, String key, String title) {
        return new LiveSchedule.Item(
                key,
                title,
                item.minutes(),
                item.attendance().orElseThrow(),
                SessionContent.of(item, assessment.answer().journey()));
    }

    /** One asset per activity; of what parts it is made is for who makes it. */
    private static String notes(JourneyItem item) {
        return item.layout()
                .map(Layout::modules)
                .filter(modules -> modules.size() > 1)
                .map(
                        modules ->
                                "%s To be made in %d modules, of %s minutes."
                                        .formatted(
                                                item.reason(),
                                                modules.size(),
                                                modules.stream()
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining(", "))))
                .orElse(item.reason());
    }

    private static List<Group> groups(Brief brief) {
        if (brief.zones().isEmpty()) {
            return List.of(
                    new Group(
                            "everybody",
                            ZONE_WITHOUT_ZONES,
                            (int) brief.number("audience.size").orElse(1)));
        }
        var keys = new Keys(Stream.of());
        return brief.zones().stream()
                .map(zone -> new Group(keys.own(slug(zone.id())), zone.id(), zone.people()))
                .toList();
    }

    /** Where most are; of several, the first that is stated. */
    private static String anchor(Brief brief) {
        return brief.zones().stream()
                .sorted(Comparator.comparingInt(Zone::people).reversed())
                .findFirst()
                .map(Zone::id)
                .orElse(ZONE_WITHOUT_ZONES);
    }

    private static String slug(String zone) {
        return zone.toLowerCase(Locale.ROOT)
                .replace("+", "-plus-")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
