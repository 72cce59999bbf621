package io.syncopate.gateway.people;

import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;

import java.util.Arrays;
import java.util.Optional;

/**
 * A role as a person has it: {@code designer} as it is configured, or {@code producer:TEAM}, which
 * reaches no further than what the person's teams share.
 */
record GivenRole(String name, Scope reach) {

    /** Empty where what follows the colon is no scope. */
    static Optional<GivenRole> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.of(new GivenRole(text, Scope.TENANT));
        }
        String reach = text.substring(colon + 1);
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.name().equals(reach))
                .findFirst()
                .map(scope -> new GivenRole(text.substring(0, colon), scope));
    }

    Grant narrowed(Grant grant) {
        return grant.within(reach);
    }
}
