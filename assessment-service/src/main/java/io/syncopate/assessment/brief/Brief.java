package io.syncopate.assessment.brief;

import io.syncopate.kernel.InvalidException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is stated about one programme. Only the statement of the objective is required; what is not
 * stated is no error, it is named in the answer.
 */
public record Brief(SortedMap<Fact, Value> stated, List<Zone> zones, List<Activity> activities) {

    public Brief {
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
        zones = List.copyOf(zones);
        activities = List.copyOf(activities);
        if (text(stated, "objective.statement").isBlank()) {
            throw InvalidException.missing(
                    "brief.objective.statement", "what learners can do or know afterwards");
        }
        stated.forEach(Brief::check);
        refuseRepeatedKeys(activities);
        refuseUnknownKeys(activities);
    }

    public boolean states(String path) {
        return stated.containsKey(Facts.at(path));
    }

    public Optional<String> choice(String path) {
        return stated.get(Facts.at(path)) instanceof Value.Choice(String value)
                ? Optional.of(value)
                : Optional.empty();
    }

    public boolean is(String path, String value) {
        return choice(path).filter(value::equals).isPresent();
    }

    public OptionalDouble number(String path) {
        return stated.get(Facts.at(path)) instanceof Value.Amount(double value)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }

    public Optional<Boolean> flag(String path) {
        return stated.get(Facts.at(path)) instanceof Value.Flag(boolean value)
                ? Optional.of(value)
                : Optional.empty();
    }

    public String objective() {
        return text(stated, "objective.statement");
    }

    /** The same brief with one fact stated otherwise. */
    public Brief with(String path, Value value) {
        var changed = new TreeMap<>(stated);
        changed.put(Facts.at(path), value);
        return new Brief(changed, zones, activities);
    }

    /** The same brief with some facts stated otherwise. */
    public Brief with(SortedMap<Fact, Value> otherwise) {
        var changed = new TreeMap<>(stated);
        changed.putAll(otherwise);
        return new Brief(changed, zones, activities);
    }

    /**
     * One text for one brief and another for every other: each value with its length, so that none
     * can run into the next.
     */
    public String canonical() {
        var text = new StringBuilder();
        stated.forEach((fact, value) -> append(text, fact.path(), value.toString()));
        zones.forEach(zone -> append(text, "zone", zone.id() + " " + zone.people()));
        activities.forEach(activity -> append(text, "activity", activity.canonical()));
        return text.toString();
    }

    /** Hex SHA-256 of {@link #canonical()}. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static void append(StringBuilder text, String key, String value) {
        text.append(key).append(':').append(value.length()).append(':').append(value).append('\n');
    }

    private static String text(Map<Fact, Value> stated, String path) {
        return stated.get(Facts.at(path)) instanceof Value.Text(String value) ? value : "";
    }

    private static void check(Fact fact, Value value) {
        boolean fits =
                switch (value) {
                    case Value.Flag flag -> fact.kind() == Fact.Kind.FLAG;
                    case Value.Choice choice -> fact.values().contains(choice.value());
                    case Value.Amount number ->
                            fact.kind() == Fact.Kind.NUMBER && number.value() >= 0;
                    case Value.Text text -> fact.kind() == Fact.Kind.TEXT;
                    case Value.Texts texts -> fact.kind() == Fact.Kind.TEXTS;
                };
        if (!fits) {
            throw new InvalidException("brief." + fact.path(), value, expected(fact));
        }
    }

    private static String expected(Fact fact) {
        return switch (fact.kind()) {
            case FLAG -> "true or false";
            case CHOICE -> "one of " + String.join(", ", fact.values());
            case NUMBER -> "a number, 0 or more";
            case TEXT -> "a text";
            case TEXTS -> "a list of texts";
        };
    }

    private static void refuseUnknownKeys(List<Activity> activities) {
        if (activities.stream().allMatch(activity -> activity.buildsOn().isEmpty())) {
            return;
        }
        Set<String> keys = activities.stream().map(Activity::key).collect(Collectors.toSet());
        for (int i = 0; i < activities.size(); i++) {
            Activity activity = activities.get(i);
            for (String other : activity.buildsOn()) {
                if (!keys.contains(other)) {
                    throw new InvalidException(
                            "brief.activities[%d].builds_on".formatted(i),
                            other,
                            "the key of another activity for '%s'".formatted(activity.key()));
                }
            }
        }
    }

    private static void refuseRepeatedKeys(List<Activity> activities) {
        var seen = new HashSet<String>();
        for (Activity activity : activities) {
            if (!seen.add(activity.key())) {
                throw new InvalidException(
                        "brief.activities.key",
                        activity.key(),
                        "a key of its own for each activity");
            }
        }
    }
}
