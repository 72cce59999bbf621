package io.syncopate.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The request says something that cannot be, whatever is stored. */
public final class InvalidException extends RefusedException {

    private static final long serialVersionUID = 1;

    public InvalidException(List<Violation> violations) {
        this("INVALID_REQUEST", violations);
    }

    private InvalidException(String reason, List<Violation> violations) {
        super(
                Kind.INVALID_ARGUMENT,
                reason,
                violations.stream()
                        .map(violation -> violation.field() + ": " + violation.description())
                        .collect(Collectors.joining("; ")),
                Map.of(),
                violations);
    }

    public InvalidException(String field, String description) {
        this(List.of(new Violation(field, description)));
    }

    public InvalidException(Violation violation) {
        this(List.of(violation));
    }

    /**
     * @param value what was sent
     * @param expected what would have been right, such as {@code 1 to 20}
     */
    public InvalidException(String field, Object value, String expected) {
        this(Violation.of(field, value, expected));
    }

    public static InvalidException missing(String field, String expected) {
        return new InvalidException(Violation.missing(field, expected));
    }

    /** A list cannot go on from this token. */
    public static InvalidException pageToken(String token) {
        return new InvalidException(
                "INVALID_PAGE_TOKEN",
                List.of(
                        Violation.of(
                                "page_token",
                                token,
                                "the next_page_token of a page of this list")));
    }
}
