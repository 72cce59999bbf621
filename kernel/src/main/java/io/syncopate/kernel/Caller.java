package io.syncopate.kernel;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Who asks: a person or a service of one tenant, with their teams and rights. */
public record Caller(
        TenantId tenant,
        Uid uid,
        Set<String> teams,
        Set<Grant> grants,
        Optional<String> actingService) {

    public Caller {
        teams = Set.copyOf(teams);
        grants = Set.copyOf(grants);
    }

    /** The widest scope in which this caller holds the permission; empty when not at all. */
    public Optional<Scope> scopeOf(String permission) {
        return grants.stream()
                .filter(grant -> grant.covers(permission))
                .map(Grant::scope)
                .max(Comparator.naturalOrder());
    }
}
