package io.syncopate.gateway.audit;

import io.syncopate.gateway.audit.AuditFilter.Subject;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the part of AIP-160 that the audit is asked by, from left to right. */
final class FilterParser {

    private static final String FIELDS = "actor, subject, type or time";
    private static final Pattern FIELD = Pattern.compile("\\s*([A-Za-z_.]+)");
    private static final Pattern OPERATOR = Pattern.compile("\\s*(>=|<=|!=|=|>|<|:)");

    /** Quoted with \" and \\ inside of it, or one word. */
    private static final Pattern VALUE =
            Pattern.compile(
                    "\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'((?:[^'\\\\]|\\\\.)*+)'|([^\\s\"'()=<>!]+))");

    private static final Pattern AND = Pattern.compile("\\s+AND(?=\\s|$)");
    private static final Pattern END = Pattern.compile("\\s*");

    private final String text;
    private int place;
    private @Nullable String actor;
    private @Nullable Subject subject;
    private @Nullable String type;
    private @Nullable Instant from;
    private @Nullable Instant until;

    FilterParser(String text) {
        this.text = text;
    }

    AuditFilter filter() {
        if (!text.isBlank()) {
            comparison();
            while (!isAtEnd()) {
                next(AND, "AND between two comparisons");
                comparison();
            }
        }
        return new AuditFilter(
                Optional.ofNullable(actor),
                Optional.ofNullable(subject),
                Optional.ofNullable(type),
                Optional.ofNullable(from),
                Optional.ofNullable(until));
    }

    private void comparison() {
        int begin = place;
        String field = next(FIELD, FIELDS).group(1);
        String operator = next(OPERATOR, "an operator after " + field).group(1);
        String value = value(next(VALUE, "a value after %s %s".formatted(field, operator)));
        if (value.isEmpty()) {
            throw refused(begin, "a value for " + field);
        }
        switch (field) {
            case "actor" -> actor = equality(begin, operator, actor, value);
            case "type" -> type = equality(begin, operator, type, value);
            case "subject" -> subject = equality(begin, operator, subject, subject(value));
            case "time" -> time(begin, operator, value);
            default -> throw refused(begin, FIELDS);
        }
    }

    private <T> T equality(int begin, String operator, @Nullable T before, T value) {
        if (!operator.equals("=")) {
            throw refused(begin, "= and a value; only time has an order");
        }
        if (before != null) {
            throw refused(begin, "each field once");
        }
        return value;
    }

    private static Subject subject(String value) {
        return value.endsWith("*")
                ? new Subject.Beginning(value.substring(0, value.length() - 1))
                : new Subject.Named(value);
    }

    /** What is kept is in milliseconds: a bound between two of them is moved to the next. */
    private void time(int begin, String operator, String value) {
        Instant bound = instant(begin, value);
        Instant floor = bound.truncatedTo(ChronoUnit.MILLIS);
        Instant ceiling = floor.equals(bound) ? floor : floor.plusMillis(1);
        switch (operator) {
            case ">=" -> from = side(begin, from, ceiling);
            case ">" -> from = side(begin, from, floor.plusMillis(1));
            case "<" -> until = side(begin, until, ceiling);
            case "<=" -> until = side(begin, until, floor.plusMillis(1));
            default -> throw refused(begin, ">=, >, < or <= for time");
        }
    }

    private Instant side(int begin, @Nullable Instant before, Instant bound) {
        if (before != null) {
            throw refused(begin, "time once from each side");
        }
        return bound;
    }

    private Instant instant(int begin, String value) {
        try {
            Instant instant = OffsetDateTime.parse(value).toInstant();
            if (instant.isAfter(Instant.EPOCH.minusSeconds(1))
                    && instant.isBefore(Instant.parse("9999-12-31T23:59:59Z"))) {
                return instant;
            }
        } catch (DateTimeException e) {
            // refused below, as a time out of range is
        }
        throw refused(begin, "a time like 2026-03-01T00:00:00Z, from 1970 to 9999");
    }

    private static String value(Matcher found) {
        String quoted = Optional.ofNullable(found.group(1)).orElse(found.group(2));
        return quoted == null ? found.group(3) : quoted.replaceAll("\\\\(.)", "$1");
    }

    private boolean isAtEnd() {
        return END.matcher(text).region(place, text.length()).matches();
    }

    private Matcher next(Pattern wanted, String expected) {
        Matcher found =
                wanted.matcher(text)
                        .region(place, text.length())
                        .useTransparentBounds(true)
                        .useAnchoringBounds(false);
        if (!found.lookingAt()) {
            throw refused(place, expected);
        }
        place = found.end();
        return found;
    }

    private AuditException refused(int begin, String expected) {
        return new AuditException.InvalidFilter(text.substring(begin).strip(), expected);
    }
}
