package io.syncopate.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a request was not carried out.
 *
 * @param status the HTTP status; 499 for a client that went away
 * @param reason stable, in UPPER_SNAKE_CASE; clients branch on it
 * @param detail one or more sentences about this occurrence
 * @param errors one entry for each thing that is wrong
 * @param metadata further facts, as the backend named them
 * @param retryAfter when it is worth trying again; null when that does not help or is not known
 * @param headers of the response
 */
public record Problem(
        int status,
        String reason,
        String detail,
        List<Violation> errors,
        Map<String, String> metadata,
        @Nullable Duration retryAfter,
        Map<String, String> headers) {

    static final String INVALID_REQUEST = "INVALID_REQUEST";
    private static final String TYPE = "urn:syncopate:problem:";
    private static final int CLIENT_CLOSED = 499;

    /**
     * One thing that is wrong.
     *
     * @param field the path as the client writes it; empty for the whole
     * @param value what was sent; null when nothing was, or when who refuses it does not say
     * @param expected what would have been right; null when only the description tells
     * @param description what is wrong, in words
     */
    public record Violation(
            String field, @Nullable String value, @Nullable String expected, String description) {

        private static final int MOST_TOLD = 3;

        /** The first of them in one sentence, by the names that the client knows. */
        static String sentence(List<Violation> violations) {
            String told =
                    violations.stream()
                            .limit(MOST_TOLD)
                            .map(each -> where(each.field()) + ": " + each.description())
                            .collect(Collectors.joining("; "));
            int more = violations.size() - MOST_TOLD;
            return more > 0 ? told + "; and " + more + " more" : told;
        }

        private static String where(String field) {
            return field.isEmpty() ? "the body" : field;
        }
    }

    public Problem {
        errors = List.copyOf(errors);
        metadata = Map.copyOf(metadata);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String reason, String detail) {
        return new Problem(status, reason, detail, List.of(), Map.of(), null, Map.of());
    }

    public Problem with(List<Violation> violations) {
        return new Problem(status, reason, detail, violations, metadata, retryAfter, headers);
    }

    public Problem retryAfter(Duration wait) {
        return new Problem(status, reason, detail, errors, metadata, wait, headers);
    }

    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, reason, detail, errors, metadata, retryAfter, more);
    }

    /** Identifies the kind of problem: the reason as a URN. */
    public String type() {
        return TYPE + reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        HttpStatus known = HttpStatus.resolve(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return status == CLIENT_CLOSED ? "Client Closed Request" : "Error";
    }
}
