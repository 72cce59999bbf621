package io.syncopate.gateway.people;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What each role permits. */
public final class Roles {

    private final Map<String, Set<Grant>> grants;

    /**
     * @param table the grants of each role, each as {@code permission:SCOPE}
     */
    public Roles(Map<String, ? extends Collection<String>> table) {
        var parsed = new HashMap<String, Set<Grant>>();
        table.forEach(
                (role, texts) -> {
                    var each = new HashSet<Grant>();
                    texts.forEach(text -> each.add(Grant.parse(text)));
                    parsed.put(role, Set.copyOf(each));
                });
        this.grants = Map.copyOf(parsed);
    }

    public Set<String> names() {
        return grants.keySet();
    }

    /** Of all these roles; one that is no longer configured gives nothing. */
    public Set<Grant> grantsOf(Set<String> roles) {
        var all = new HashSet<Grant>();
        roles.forEach(role -> all.addAll(grants.getOrDefault(role, Set.of())));
        return all;
    }

    /**
     * @throws PeopleException.UnknownRole one is not configured
     * @throws PeopleException.GrantBeyondOwn the caller does not hold everything they give
     */
    public void requireGivable(Set<String> roles, Caller by) {
        for (String role : roles) {
            if (!grants.containsKey(role)) {
                throw new PeopleException.UnknownRole(role, names());
            }
        }
        requireHeld(grantsOf(roles), by);
    }

    /**
     * @throws PeopleException.GrantBeyondOwn the caller does not hold all of them
     */
    public static void requireHeld(Set<Grant> wanted, Caller by) {
        for (Grant grant : wanted) {
            boolean held =
                    by.grants().stream()
                            .anyMatch(
                                    own ->
                                            own.covers(grant.permission())
                                                    && own.scope().covers(grant.scope()));
            if (!held) {
                throw new PeopleException.GrantBeyondOwn(grant.toString());
            }
        }
    }

    /** What both allow, each in the narrower scope. */
    public static Set<Grant> intersection(Set<Grant> one, Set<Grant> other) {
        var both = new HashSet<Grant>();
        for (Grant a : one) {
            for (Grant b : other) {
                var scope = a.scope().covers(b.scope()) ? b.scope() : a.scope();
                if (a.covers(b.permission())) {
                    both.add(new Grant(b.permission(), scope));
                } else if (b.covers(a.permission())) {
                    both.add(new Grant(a.permission(), scope));
                }
            }
        }
        return both;
    }
}
