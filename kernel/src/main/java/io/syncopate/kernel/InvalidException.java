package io.syncopate.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The request says something that cannot be, whatever is stored. */
public final class InvalidException extends RefusedException {

    private static final long serialVersionUID = 1;

    public InvalidException(List<Violation> violations) {
        super(
                Kind.INVALID_ARGUMENT,
                "REQUEST_INVALID",
                violations.stream()
                        .map(violation -> violation.field() + ": " + violation.description())
                        .collect(Collectors.joining("; ")),
                Map.of(),
                violations);
    }

    public InvalidException(String field, String description) {
        this(List.of(new Violation(field, description)));
    }
}
