package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** A zone that the time zone database does not have. */
public final class UnknownTimeZoneException extends RefusedException {

    private static final long serialVersionUID = 1;

    public UnknownTimeZoneException(String field, String zone) {
        super(
                Kind.INVALID_ARGUMENT,
                "UNKNOWN_TIME_ZONE",
                "%s: '%s' is not in the time zone database".formatted(field, zone),
                Map.of("zone", zone),
                List.of(
                        Violation.of(
                                field,
                                zone,
                                "a zone of the time zone database, such as Europe/Paris")));
    }
}
