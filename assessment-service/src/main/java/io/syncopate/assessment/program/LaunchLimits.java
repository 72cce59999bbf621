package io.syncopate.assessment.program;

import io.syncopate.assessment.program.LiveSchedule.LiveSeries;
import io.syncopate.assessment.program.Production.SelfPacedWork;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the contracts of series and campaigns allow, checked before a launch is recorded. A test
 * holds it against the contracts themselves.
 */
final class LaunchLimits {

    private static final int EARLIEST_YEAR = 1970;
    private static final int LATEST_YEAR = 2199;
    private static final int NAME = 200;
    private static final int SESSIONS = 104;
    private static final int GROUPS = 400;
    private static final int PEOPLE = 10_000_000;
    private static final int WEEKS = 52;
    private static final int MINUTES = 1440;
    private static final int ASSETS = 500;
    private static final int TITLE = 1000;
    private static final int NOTES = 4000;
    private static final int OBJECTIVE = 8000;

    private final List<Violation> violations = new ArrayList<>();

    private LaunchLimits() {}

    static void check(LocalDate start) {
        if (start.getYear() < EARLIEST_YEAR || start.getYear() > LATEST_YEAR) {
            throw new InvalidException(
                    "start_date",
                    start,
                    "a date from %d-01-01 to %d-12-31".formatted(EARLIEST_YEAR, LATEST_YEAR));
        }
    }

    /**
     * @throws ProgramException.NotLaunchable naming each field, its value and what was expected
     */
    static void check(JourneyInServices journey) {
        var limits = new LaunchLimits();
        limits.text("display_name", journey.displayName(), NAME);
        LiveSeries series = journey.series();
        if (!series.items().isEmpty()) {
            limits.series(series);
        }
        SelfPacedWork campaign = journey.campaign();
        if (!campaign.items().isEmpty()) {
            limits.campaign(campaign);
        }
        journey.assessment().answer().journey().forEach(limits::activity);
        if (!limits.violations.isEmpty()) {
            throw new ProgramException.NotLaunchable(limits.violations);
        }
    }

    private void series(LiveSeries series) {
        atMost("brief.activities", series.items().size(), SESSIONS, "live sessions, runs counted");
        atMost("brief.audience.zones", series.groups().size(), GROUPS, "zones");
        between("brief.audience.live_time.every_weeks", series.everyWeeks(), 1, WEEKS);
        series.groups()
                .forEach(
                        group ->
                                between(
                                        "brief.audience.zones[%s]".formatted(group.key()),
                                        group.people(),
                                        1,
                                        PEOPLE));
        days(series);
    }

    /** Zones that have moved over the date line lack a day. */
    private void days(LiveSeries series) {
        ZoneId zone = ZoneId.of(series.anchorZone());
        IntStream.range(0, series.items().size())
                .mapToObj(i -> series.firstDate().plusWeeks((long) i * series.everyWeeks()))
                .filter(day -> !day.atStartOfDay(zone).toLocalDate().equals(day))
                .findFirst()
                .ifPresent(
                        day ->
                                violations.add(
                                        Violation.of(
                                                "start_date",
                                                series.firstDate(),
                                                "one from which no session is on %s, a day that %s does not have"
                                                        .formatted(day, zone))));
    }

    private void campaign(SelfPacedWork campaign) {
        atMost("brief.activities", campaign.items().size(), ASSETS, "self-paced activities");
        text("brief.objective.statement", campaign.brief(), OBJECTIVE);
        campaign.items()
                .forEach(
                        item ->
                                text(
                                        "brief.activities[%s].reason".formatted(item.activity()),
                                        item.notes(),
                                        NOTES));
    }

    private void activity(JourneyItem item) {
        String field = "brief.activities[%s].".formatted(item.activity());
        text(field + "text", item.text(), TITLE);
        if (item.live()) {
            between(field + "minutes", item.minutes(), 1, MINUTES);
        }
    }

    private void atMost(String field, int count, int limit, String what) {
        if (count > limit) {
            violations.add(Violation.ofCount(field, count, "at most %d %s".formatted(limit, what)));
        }
    }

    private void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            violations.add(Violation.of(field, value, "%d to %d".formatted(least, most)));
        }
    }

    private void text(String field, String text, int limit) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            violations.add(Violation.of(field, text, "some words"));
        } else if (length > limit) {
            violations.add(
                    Violation.ofCount(field, length, "at most %d characters".formatted(limit)));
        }
    }
}
