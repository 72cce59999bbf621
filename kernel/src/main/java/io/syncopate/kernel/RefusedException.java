package io.syncopate.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An expected refusal. The caller sees all of it: message, reason, metadata and violations are part
 * of the contract and name the value that was refused and what was expected. A feature extends it
 * by a sealed hierarchy of its own.
 */
public abstract class RefusedException extends RuntimeException {

    /** Metadata that names the resource at fault, such as {@code program}. */
    public static final String RESOURCE_TYPE = "resourceType";

    /** Metadata that names the resource at fault, such as {@code programs/abc}. */
    public static final String RESOURCE_NAME = "resourceName";

    private static final long serialVersionUID = 1;
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{1,61}[A-Z0-9]");

    private final Kind kind;
    private final String reason;
    private final transient Map<String, String> metadata;
    private final transient List<Violation> violations;

    protected RefusedException(Kind kind, String reason, String message) {
        this(kind, reason, message, Map.of(), List.of());
    }

    protected RefusedException(
            Kind kind,
            String reason,
            String message,
            Map<String, String> metadata,
            List<Violation> violations) {
        super(message, null, false, false);
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException(
                    "reason '%s': expected UPPER_SNAKE_CASE".formatted(reason));
        }
        this.kind = kind;
        this.reason = reason;
        this.metadata = Map.copyOf(metadata);
        this.violations = List.copyOf(violations);
    }

    public final Kind kind() {
        return kind;
    }

    /** Stable within the domain {@code syncopate}; clients branch on it. */
    public final String reason() {
        return reason;
    }

    public final Map<String, String> metadata() {
        return metadata;
    }

    public final List<Violation> violations() {
        return violations;
    }

    /** How long to wait before it is worth trying again; empty when waiting does not help. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** What a caller can do about it; each is the gRPC status of the same name. */
    public enum Kind {
        INVALID_ARGUMENT,
        NOT_FOUND,
        ALREADY_EXISTS,
        FAILED_PRECONDITION,
        ABORTED,
        PERMISSION_DENIED,
        UNAUTHENTICATED,
        RESOURCE_EXHAUSTED,
        UNAVAILABLE
    }

    /**
     * One thing that was wrong.
     *
     * @param field path of the request's field, or the thing whose state stands in the way
     * @param value what was found there, shortened; empty where nothing was, or where it is not said
     * @param expected what would have been right; empty where only the description tells
     * @param description both in words
     */
    public record Violation(
            String field, Optional<String> value, Optional<String> expected, String description) {

        private static final int SHOWN = 80;

        public Violation(String field, String description) {
            this(field, Optional.empty(), Optional.empty(), description);
        }

        /**
         * @param value what was found; text is shown in quotes, and its beginning where it is long
         * @param expected such as {@code 1 to 20}
         */
        public static Violation of(String field, Object value, String expected) {
            String shown = shortened(value.toString());
            String quoted = value instanceof CharSequence ? "'" + shown + "'" : shown;
            return new Violation(
                    field,
                    Optional.of(shown),
                    Optional.of(expected),
                    quoted + ": expected " + expected);
        }

        /** A list, a map or bytes of which there are too many or too few. */
        public static Violation ofCount(String field, int count, String expected) {
            return new Violation(
                    field,
                    Optional.of(Integer.toString(count)),
                    Optional.of(expected),
                    "has %d: expected %s".formatted(count, expected));
        }

        public static Violation missing(String field, String expected) {
            return new Violation(
                    field,
                    Optional.empty(),
                    Optional.of(expected),
                    "is missing: expected " + expected);
        }

        public Violation at(String prefix) {
            return new Violation(prefix + field, value, expected, description);
        }

        /** A value as it may be told: its beginning, never half a character. */
        public static String shortened(String value) {
            if (value.length() <= SHOWN) {
                return value;
            }
            int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
            return "%s… (%d characters)".formatted(value.substring(0, end), value.length());
        }
    }
}
