package io.syncopate.kernel;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a tenant somebody may see and change by a right. What lies outside of it does not exist
 * for them.
 *
 * @param keys of ownership of which one has to match; empty when everything does
 */
public record Reach(TenantId tenant, Optional<Set<String>> keys) {

    public Reach {
        keys = keys.map(Set::copyOf);
    }

    public static Reach everything(TenantId tenant) {
        return new Reach(tenant, Optional.empty());
    }

    /** What a right of this width reaches: one's own, with TEAM also that of one's teams. */
    public static Reach of(Caller caller, Scope scope) {
        return switch (scope) {
            case OWN ->
                    new Reach(
                            caller.tenant(),
                            Optional.of(new Ownership(Optional.of(caller.uid()), Set.of()).keys()));
            case TEAM -> new Reach(caller.tenant(), Optional.of(Ownership.of(caller).keys()));
            case TENANT -> everything(caller.tenant());
        };
    }

    /** By the widest grant of the permission that the caller holds; nothing without one. */
    public static Reach of(Caller caller, String permission) {
        return caller.scopeOf(permission)
                .map(scope -> of(caller, scope))
                .orElseGet(() -> new Reach(caller.tenant(), Optional.of(Set.of())));
    }

    public boolean covers(Ownership ownership) {
        return keys.map(wanted -> !Collections.disjoint(wanted, ownership.keys())).orElse(true);
    }

    /**
     * Whose something new is that the caller shares with teams; without any, with all of the
     * caller's.
     *
     * @param field that names the teams, for the refusal
     * @throws InvalidException when the caller reaches less than the tenant and is in none of a team
     */
    public Ownership sharing(Caller caller, List<String> teams, String field) {
        if (teams.isEmpty()) {
            return Ownership.of(caller);
        }
        var foreign = new HashSet<>(teams);
        foreign.removeAll(caller.teams());
        if (keys.isPresent() && !foreign.isEmpty()) {
            throw new InvalidException(
                    field,
                    sorted(foreign),
                    "teams that you are in: %s".formatted(sorted(caller.teams())));
        }
        return new Ownership(Optional.of(caller.uid()), Set.copyOf(teams));
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
