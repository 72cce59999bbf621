package io.syncopate.assessment.brief;

import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of where learners are when the zones themselves are not stated. */
public final class UnstatedZones {

    private static final double SAME_HOURS = 1;

    private UnstatedZones() {}

    /**
     * A sentence that names the missing fact and what is known instead; empty when zones are
     * stated.
     */
    public static Optional<String> of(Brief brief) {
        if (!brief.zones().isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble zones = brief.number("audience.time_zones");
        OptionalDouble hours = brief.number("audience.offset_spread_hours");
        String missing = "brief.audience.zones does not say which";
        if (zones.orElse(0) > 1 && hours.isPresent()) {
            return Optional.of(
                    "learners are in %s time zones, %s hours apart, and %s; no time was chosen to suit them."
                            .formatted(
                                    number(zones.getAsDouble()),
                                    number(hours.getAsDouble()),
                                    missing));
        }
        if (zones.orElse(0) > 1) {
            return Optional.of(
                    "learners are in %s time zones, and %s; no time was chosen to suit them."
                            .formatted(number(zones.getAsDouble()), missing));
        }
        if (hours.orElse(0) > SAME_HOURS) {
            return Optional.of(
                    "learners' clocks are %s hours apart, and brief.audience.zones does not say where; no time was chosen to suit them."
                            .formatted(number(hours.getAsDouble())));
        }
        if (zones.isPresent() || hours.isPresent()) {
            return Optional.of(
                    "learners share one time zone, and %s; times may lie outside their day."
                            .formatted(missing));
        }
        return Optional.of(
                "brief.audience.zones does not say where learners are; times may lie outside their"
                        + " day.");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
