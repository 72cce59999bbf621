package io.syncopate.gateway.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who uses the platform; the id under which it is kept is the uid.
 *
 * @param email empty when unknown
 * @param zone empty when unknown
 */
public record Person(
        String displayName,
        Optional<String> email,
        Optional<ZoneId> zone,
        Set<String> teams,
        Set<String> roles) {

    public Person {
        if (displayName.isBlank()) {
            throw new IllegalArgumentException("a person without a display name");
        }
        teams = Set.copyOf(teams);
        roles = Set.copyOf(roles);
    }

    /**
     * @throws PeopleException.UnknownTimeZone the time zone database has no such zone
     */
    public static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new PeopleException.UnknownTimeZone(id);
        }
    }
}
