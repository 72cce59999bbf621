package io.syncopate.assessment.brief;

import java.util.List;

/**
 * Something that a brief may state.
 *
 * @param path where it stands in the brief, such as {@code audience.size}
 * @param kind what its value is
 * @param values the ladder of a {@link Kind#CHOICE}, lowest first; empty for the other kinds
 */
public record Fact(String path, Kind kind, List<String> values) implements Comparable<Fact> {

    public Fact {
        values = List.copyOf(values);
        if ((kind == Kind.CHOICE) == values.isEmpty()) {
            throw new IllegalArgumentException(
                    "fact %s: expected values for a choice and for nothing else".formatted(path));
        }
    }

    /** What kind of value a fact takes. */
    public enum Kind {
        FLAG,
        CHOICE,
        NUMBER,
        TEXT,
        TEXTS
    }

    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.TEXTS;
    }

    static Fact flag(String path) {
        return new Fact(path, Kind.FLAG, List.of());
    }

    static Fact choice(String path, String... values) {
        return new Fact(path, Kind.CHOICE, List.of(values));
    }

    static Fact number(String path) {
        return new Fact(path, Kind.NUMBER, List.of());
    }

    static Fact text(String path) {
        return new Fact(path, Kind.TEXT, List.of());
    }

    static Fact texts(String path) {
        return new Fact(path, Kind.TEXTS, List.of());
    }

    @Override
    public int compareTo(Fact other) {
        return path.compareTo(other.path);
    }
}
