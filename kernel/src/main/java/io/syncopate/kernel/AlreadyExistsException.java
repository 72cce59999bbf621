package io.syncopate.kernel;

import java.util.List;
import java.util.Map;

/** The id is taken by something that another request created. */
public final class AlreadyExistsException extends RefusedException {

    private static final long serialVersionUID = 1;

    public AlreadyExistsException(String type, String name) {
        super(
                Kind.ALREADY_EXISTS,
                "RESOURCE_ALREADY_EXISTS",
                "%s '%s' exists already".formatted(type, name),
                Map.of(RESOURCE_TYPE, type, RESOURCE_NAME, name),
                List.of());
    }
}
