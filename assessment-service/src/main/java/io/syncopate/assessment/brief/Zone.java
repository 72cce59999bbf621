package io.syncopate.assessment.brief;

import io.syncopate.kernel.InvalidException;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;

/**
 * Learners of one time zone.
 *
 * @param id IANA name, such as {@code Europe/Berlin}
 * @param people how many, at least one
 */
public record Zone(String id, int people) {

    public Zone {
        // Those of ZoneId would be copied for each zone.
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(id)) {
            throw new UnknownTimeZoneException(id);
        }
        if (people < 1) {
            throw new InvalidException(
                    "brief.audience.zones", people, "1 or more people in %s".formatted(id));
        }
    }

    public ZoneRules rules() {
        return ZoneId.of(id).getRules();
    }
}
