package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.journey.Layout;
import io.syncopate.assessment.journey.LiveGroups;
import io.syncopate.assessment.journey.Stop;
import io.syncopate.assessment.journey.WeekLoad;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What in the layout of a journey asks too much of people, or cannot be followed. */
final class LayoutWarnings {

    /** Nobody learns in a longer one, whatever its breaks. */
    private static final int LONGEST_SESSION = 180;

    private LayoutWarnings() {}

    /**
     * @param circle keys of activities that build on each other in a circle; empty when it is in none
     */
    static List<Mistake> about(Brief brief, Stop stop, Layout layout, List<String> circle) {
        var warnings = new ArrayList<Mistake>();
        if (!circle.isEmpty()) {
            warnings.add(circle(circle));
        }
        if (stop.live()) {
            stop.activity().minutes().ifPresent(minutes -> warnings.addAll(length(brief, minutes)));
            layout.groups().flatMap(groups -> groups(brief, stop, groups)).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Mistake circle(List<String> keys) {
        return JourneyWarnings.warning(
                "builds-on-circle",
                "These build on each other in a circle: %s, %s. No order can be right."
                        .formatted(String.join(", ", keys), keys.getFirst()),
                "Take one of them out of what another builds on.",
                "L-086",
                "Leadership scenario: each session builds on the previous one");
    }

    /** Of what is stated alone: a length that nobody stated is the model's, and not to be mended. */
    private static List<Mistake> length(Brief brief, int minutes) {
        var warnings = new ArrayList<Mistake>();
        if (minutes > LONGEST_SESSION) {
            warnings.add(
                    JourneyWarnings.warning(
                            "session-too-long",
                            "It takes %d minutes, and after %d people take nothing in, whatever the breaks."
                                    .formatted(minutes, LONGEST_SESSION),
                            "Split it over several sessions.",
                            "L-072",
                            "Comparison, cognitive load: high in sessions, breaks are needed"));
        }
        OptionalDouble time = brief.number("audience.live_time.minutes");
        if (time.isPresent() && minutes > time.getAsDouble()) {
            warnings.add(
                    JourneyWarnings.warning(
                            "longer-than-live-time",
                            "It takes %d minutes, and learners can give %.0f at a time."
                                    .formatted(minutes, time.getAsDouble()),
                            "Shorten it, or move part of it to self-paced work.",
                            "L-044",
                            "Step 2: time zones, availability"));
        }
        return warnings;
    }

    /** When the hours of those who can lead groups are known, and do not suffice. */
    private static Optional<Mistake> groups(Brief brief, Stop stop, LiveGroups groups) {
        OptionalDouble facilitators = brief.number("resources.facilitator_count");
        OptionalDouble hours = brief.number("resources.facilitator_hours_per_week");
        if (facilitators.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        double weeks = brief.number("audience.live_time.every_weeks").orElse(1);
        double led =
                facilitators.getAsDouble()
                        * Math.floor(hours.getAsDouble() * 60 * weeks / stop.minutes());
        return groups.count() <= led
                ? Optional.empty()
                : Optional.of(
                        JourneyWarnings.warning(
                                "too-many-groups",
                                "%s The facilitators' hours suffice for %.0f."
                                        .formatted(groups.reason(), led),
                                "Find more of them or more of their hours, hold it less often, or"
                                        + " move part of it to self-paced work.",
                                "L-087",
                                "Comparison, scalability: limited by instructor availability"));
    }

    /** When a week asks for more than learners have. */
    static Optional<Mistake> load(Brief brief, List<WeekLoad> load) {
        int over = load.stream().filter(WeekLoad::over).mapToInt(WeekLoad::weeks).sum();
        return load.stream()
                .filter(WeekLoad::over)
                .max(Comparator.comparing(WeekLoad::minutes))
                .map(
                        most ->
                                JourneyWarnings.warning(
                                        "weekly-load",
                                        "Learners have %.0f minutes a week, and %s for more: week %d for %d live and %d self-paced."
                                                .formatted(
                                                        brief.number("audience.minutes_per_week")
                                                                .orElseThrow(),
                                                        over == 1
                                                                ? "1 week asks"
                                                                : over + " weeks ask",
                                                        most.firstWeek(),
                                                        most.liveMinutes(),
                                                        most.selfPacedMinutes()),
                                        "Spread it over more weeks, shorten it, or leave something"
                                                + " out.",
                                        "L-055",
                                        "Common mistakes: learners are overwhelmed"));
    }
}
