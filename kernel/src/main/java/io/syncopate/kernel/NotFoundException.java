package io.syncopate.kernel;

import java.util.List;
import java.util.Map;

/** There is no such thing in the caller's tenant. */
public final class NotFoundException extends RefusedException {

    private static final long serialVersionUID = 1;

    /**
     * @param type such as {@code program}
     * @param name such as {@code programs/abc}
     */
    public NotFoundException(String type, String name) {
        super(
                Kind.NOT_FOUND,
                "RESOURCE_NOT_FOUND",
                "%s '%s' does not exist".formatted(type, name),
                Map.of(RESOURCE_TYPE, type, RESOURCE_NAME, name),
                List.of());
    }
}
