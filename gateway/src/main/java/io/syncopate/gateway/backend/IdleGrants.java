package io.syncopate.gateway.backend;

import io.syncopate.gateway.people.Roles;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Grants of roles that open nothing: a slip in the configuration, or a contract that has changed. */
final class IdleGrants {

    private final Roles roles;

    IdleGrants(Roles roles) {
        this.roles = roles;
    }

    /**
     * One sentence for each; grants of what the backend may not ask for are not looked at.
     *
     * @param asked the narrowest scope that admits, by each permission that its methods ask for
     */
    List<String> among(BackendSettings backend, Map<String, Scope> asked) {
        var found = new ArrayList<String>();
        for (String role : new TreeSet<>(roles.names())) {
            roles.grantsOf(role).stream()
                    .filter(grant -> backend.mayAskFor(grant.permission()))
                    .sorted(Comparator.comparing(Grant::permission))
                    .forEach(grant -> check(role, grant, asked, found));
        }
        return found;
    }

    private static void check(
            String role, Grant grant, Map<String, Scope> asked, List<String> found) {
        List<Scope> opened =
                asked.entrySet().stream()
                        .filter(each -> grant.covers(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        if (opened.isEmpty()) {
            found.add(
                    "role %s: %s opens nothing: expected one of %s"
                            .formatted(role, grant, new TreeSet<>(asked.keySet())));
        } else if (opened.stream().noneMatch(grant.scope()::covers)) {
            found.add(
                    "role %s: %s opens nothing: expected :%s"
                            .formatted(
                                    role,
                                    grant,
                                    opened.stream().min(Comparator.naturalOrder()).orElseThrow()));
        }
    }
}
