package io.syncopate.assessment.brief;

import io.syncopate.kernel.InvalidException;

import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Learners of one time zone.
 *
 * @param id IANA name, such as {@code Europe/Berlin}
 * @param people how many, at least one
 */
public record Zone(String id, int people) {

    public Zone {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw new UnknownTimeZoneException(id);
        }
        if (people < 1) {
            throw new InvalidException(
                    "brief.audience.zones",
                    "%d people in %s: expected 1 or more".formatted(people, id));
        }
    }

    public ZoneRules rules() {
        return ZoneId.of(id).getRules();
    }
}
