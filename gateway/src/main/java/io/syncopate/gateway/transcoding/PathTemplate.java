package io.syncopate.gateway.transcoding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path of {@code google.api.http}, for example {@code /v1/{name=programs/*}:assess}.
 *
 * @param segments what the path consists of, variables taken apart into their segments
 * @param variables which segments each variable captures
 * @param verb the part behind the colon, empty when there is none
 */
public record PathTemplate(
        String text, List<Segment> segments, List<Variable> variables, String verb) {

    /** One part between two slashes. */
    public sealed interface Segment {
        /** Matches exactly this text. */
        record Literal(String text) implements Segment {}

        /** {@code *}: one segment that is not empty. */
        record Any() implements Segment {}

        /** {@code **}: zero or more segments; only as the last one. */
        record Rest() implements Segment {}
    }

    /**
     * @param field the dotted path of the request field
     * @param from index of its first segment
     * @param to index behind its last segment
     * @param single whether it is exactly one {@code *}: then "%2F" in the address is decoded
     */
    public record Variable(String field, int from, int to, boolean single) {}

    private static final Pattern FIELD = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~!$&'()+,;@%-]+");

    /**
     * @throws IllegalArgumentException the text is no template; the message says where and why
     */
    public static PathTemplate parse(String text) {
        return new Parser(text).parse();
    }

    /** Without variables: {@code /v1/programs/*:assess}. Equal forms match the same paths. */
    public String shape() {
        var shape = new StringBuilder();
        for (Segment segment : segments) {
            shape.append('/').append(written(segment));
        }
        return verb.isEmpty() ? shape.toString() : shape.append(':').append(verb).toString();
    }

    @Override
    public String toString() {
        return text;
    }

    private static String written(Segment segment) {
        return switch (segment) {
            case Segment.Literal literal -> literal.text();
            case Segment.Any _ -> "*";
            case Segment.Rest _ -> "**";
        };
    }

    private static final class Parser {
        private final String text;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Variable> variables = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        PathTemplate parse() {
            expect('/');
            segments(false);
            String verb = "";
            if (at < text.length() && text.charAt(at) == ':') {
                verb = literal(text.substring(at + 1));
                at = text.length();
            }
            if (at != text.length()) {
                throw refused("unexpected '" + text.charAt(at) + "'");
            }
            restOnlyAtTheEnd();
            eachFieldOnce();
            return new PathTemplate(text, List.copyOf(segments), List.copyOf(variables), verb);
        }

        private void segments(boolean insideVariable) {
            do {
                if (at < text.length() && text.charAt(at) == '{') {
                    if (insideVariable) {
                        throw refused("a variable inside a variable");
                    }
                    variable();
                } else {
                    segment();
                }
            } while (taken('/'));
        }

        private void variable() {
            expect('{');
            String field = until("=}");
            if (!FIELD.matcher(field).matches()) {
                throw refused("'" + field + "' is no field path");
            }
            int from = segments.size();
            if (taken('=')) {
                segments(true);
            } else {
                segments.add(new Segment.Any());
            }
            expect('}');
            int to = segments.size();
            boolean single = to == from + 1 && segments.get(from) instanceof Segment.Any;
            variables.add(new Variable(field, from, to, single));
        }

        private void segment() {
            String word = until("/:}");
            segments.add(
                    switch (word) {
                        case "*" -> new Segment.Any();
                        case "**" -> new Segment.Rest();
                        default -> new Segment.Literal(literal(word));
                    });
        }

        private String literal(String word) {
            if (!LITERAL.matcher(word).matches()) {
                throw refused(word.isEmpty() ? "an empty segment" : "'" + word + "' is no literal");
            }
            return word;
        }

        private String until(String ends) {
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean taken(char c) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private void expect(char c) {
            if (!taken(c)) {
                throw refused("expected '" + c + "'");
            }
        }

        private void restOnlyAtTheEnd() {
            for (int i = 0; i < segments.size() - 1; i++) {
                if (segments.get(i) instanceof Segment.Rest) {
                    throw refused("** is not the last segment");
                }
            }
        }

        private void eachFieldOnce() {
            var seen = new HashSet<String>();
            for (Variable variable : variables) {
                if (!seen.add(variable.field())) {
                    throw refused("field " + variable.field() + " twice");
                }
            }
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException(
                    "path template '" + text + "', position " + at + ": " + why);
        }
    }
}
