package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Zone;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A fact that follows from stated ones, so that a criterion need not care in which form they were
 * stated. Zero when nothing that it follows from is stated.
 */
public enum Derived {
    /** Learners: the stated size, else the sum over the zones. */
    PEOPLE("derived.people", "audience.size", Set.of("audience.size")),
    /**
     * Hours between the most western and the most eastern clock: as stated, else from the zones'
     * standard offsets, else one hour from each of the counted zones to the next.
     */
    SPREAD_HOURS("derived.spread_hours", "audience.time_zones", Roots.CLOCKS),
    /** 1 when the zones are known and their clocks are at most an hour apart, else 0. */
    ONE_ZONE("derived.one_zone", "audience.time_zones", Roots.CLOCKS),
    /** Minutes of the activities that need people together. */
    LIVE_MINUTES("derived.live_minutes", "activities", Set.of("activities")),
    /** Minutes of the activities that each learner can do alone. */
    SELF_PACED_MINUTES("derived.self_paced_minutes", "activities", Set.of("activities")),
    /** How even the two are: 0 when one is missing, 1 when both take the same time. */
    JOURNEY_MIX("derived.journey_mix", "activities", Set.of("activities")),
    /**
     * Learners who share one live group, when each facilitator leads as many as their hours allow
     * from one session to the next, which is a week where nobody says; infinite when those do not
     * suffice for a single one.
     */
    LIVE_GROUP("derived.live_group", "resources.facilitator_hours_per_week", Roots.SEATS);

    /** Those that follow from numbers alone, and not from the activities. */
    static final List<Derived> OF_NUMBERS = List.of(PEOPLE, SPREAD_HOURS, ONE_ZONE, LIVE_GROUP);

    /** The date at which zones' standard offsets are compared; fixed, so that today changes nothing. */
    public static final Instant OFFSETS_AT = Instant.parse("2026-05-01T00:00:00Z");

    private static final Map<String, Derived> BY_PATH =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Derived::path, Function.identity()));

    private final String path;
    private final String follows;
    private final Set<String> roots;

    Derived(String path, String follows, Set<String> roots) {
        this.path = path;
        this.follows = follows;
        this.roots = roots;
    }

    public String path() {
        return path;
    }

    /** What to state in the brief so that it is known. */
    public String follows() {
        return follows;
    }

    /** Paths in the brief that it follows from, all of them. */
    public Set<String> roots() {
        return roots;
    }

    static boolean followFromAny(Set<Fact> facts) {
        return facts.stream()
                .anyMatch(
                        fact ->
                                OF_NUMBERS.stream()
                                        .anyMatch(each -> each.roots.contains(fact.path())));
    }

    public static Optional<Derived> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** The path to state in the brief for a path that an expression reads. */
    public static String stated(String path) {
        return at(path).map(Derived::follows).orElse(path);
    }

    /** Whether the brief states anything that it follows from. */
    public boolean knownFrom(Brief brief) {
        return switch (this) {
            case PEOPLE -> brief.states("audience.size") || !brief.zones().isEmpty();
            case SPREAD_HOURS, ONE_ZONE ->
                    brief.states("audience.offset_spread_hours")
                            || brief.states("audience.time_zones")
                            || !brief.zones().isEmpty();
            case LIVE_MINUTES, SELF_PACED_MINUTES, JOURNEY_MIX -> !brief.activities().isEmpty();
            case LIVE_GROUP -> brief.states("resources.facilitator_hours_per_week");
        };
    }

    /** All of them. */
    static Map<Derived, Double> of(Brief brief, ActivityKinds kinds) {
        int live = 0;
        int selfPaced = 0;
        for (Activity activity : brief.activities()) {
            int minutes = kinds.minutes(activity) * activity.repeat();
            switch (kinds.read(activity).need()) {
                case TOGETHER -> live += minutes;
                case ALONE -> selfPaced += minutes;
                case EITHER -> {}
            }
        }
        var derived = new EnumMap<Derived, Double>(Derived.class);
        OF_NUMBERS.forEach(fact -> derived.put(fact, fact.ofNumbers(brief)));
        derived.putAll(ofMinutes(live, selfPaced));
        return derived;
    }

    double ofNumbers(Brief brief) {
        return switch (this) {
            case PEOPLE -> people(brief);
            case SPREAD_HOURS -> spreadHours(brief);
            case ONE_ZONE -> SPREAD_HOURS.knownFrom(brief) && spreadHours(brief) <= 1 ? 1 : 0;
            case LIVE_GROUP -> liveGroup(brief);
            case LIVE_MINUTES, SELF_PACED_MINUTES, JOURNEY_MIX ->
                    throw new IllegalArgumentException(this + " follows from the activities");
        };
    }

    /** Learners, as stated or else over the zones; 0 when nothing is stated of them. */
    public static double people(Brief brief) {
        return brief.number("audience.size")
                .orElseGet(() -> brief.zones().stream().mapToLong(Zone::people).sum());
    }

    private static double spreadHours(Brief brief) {
        OptionalDouble stated = brief.number("audience.offset_spread_hours");
        if (stated.isPresent()) {
            return stated.getAsDouble();
        }
        List<Integer> offsets =
                brief.zones().stream()
                        .map(zone -> zone.rules().getStandardOffset(OFFSETS_AT).getTotalSeconds())
                        .sorted()
                        .toList();
        return offsets.isEmpty()
                ? Math.max(0, brief.number("audience.time_zones").orElse(1) - 1)
                : (offsets.getLast() - offsets.getFirst()) / 3600.0;
    }

    private static double liveGroup(Brief brief) {
        OptionalDouble facilitators = brief.number("resources.facilitator_count");
        OptionalDouble hours = brief.number("resources.facilitator_hours_per_week");
        OptionalDouble minutes = brief.number("audience.live_time.minutes");
        if (facilitators.isEmpty() || hours.isEmpty() || minutes.isEmpty()) {
            return 0;
        }
        double weeks = brief.number("audience.live_time.every_weeks").orElse(1);
        double groupsEach = Math.floor(hours.getAsDouble() * 60 * weeks / minutes.getAsDouble());
        return people(brief) == 0 ? 0 : people(brief) / (facilitators.getAsDouble() * groupsEach);
    }

    /** What follows from activities that take so many minutes together and so many alone. */
    public static Map<Derived, Double> ofMinutes(double live, double selfPaced) {
        return Map.of(
                LIVE_MINUTES,
                live,
                SELF_PACED_MINUTES,
                selfPaced,
                JOURNEY_MIX,
                mix(live, selfPaced));
    }

    private static double mix(double live, double selfPaced) {
        return live + selfPaced == 0 ? 0 : 2 * Math.min(live, selfPaced) / (live + selfPaced);
    }

    private static final class Roots {
        static final Set<String> CLOCKS =
                Set.of("audience.offset_spread_hours", "audience.time_zones");
        static final Set<String> SEATS =
                Set.of(
                        "audience.size",
                        "audience.live_time.minutes",
                        "audience.live_time.every_weeks",
                        "resources.facilitator_count",
                        "resources.facilitator_hours_per_week");
    }
}
