package io.syncopate.assessment.brief;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** A zone that is not in the time zone database. */
public final class UnknownTimeZoneException extends RefusedException {

    private static final long serialVersionUID = 1;

    public UnknownTimeZoneException(String zone) {
        super(
                Kind.INVALID_ARGUMENT,
                "UNKNOWN_TIME_ZONE",
                "'%s' is no known time zone; expected an IANA name such as Europe/Berlin"
                        .formatted(zone),
                Map.of("zone", zone),
                List.of(
                        Violation.of(
                                "brief.audience.zones",
                                zone,
                                "an IANA name such as Europe/Berlin")));
    }
}
