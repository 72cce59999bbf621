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

    /** Where a refusal says that a person's rights come from. */
    public static final String FIELD = "person.roles";

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

    /** What a role permits to who has it without a narrower reach; nothing where it is not configured. */
    public Set<Grant> grantsOf(String role) {
        return grants.getOrDefault(role, Set.of());
    }

    /**
     * @param roles as a person has them, {@code designer} or {@code producer:TEAM}; one that is no
     *     longer configured gives nothing
     */
    public Set<Grant> grantsOf(Set<String> roles) {
        var all = new HashSet<Grant>();
        for (String text : roles) {
            GivenRole.parse(text)
                    .ifPresent(
                            role ->
                                    grantsOf(role.name())
                                            .forEach(grant -> all.add(role.narrowed(grant))));
        }
        return all;
    }

    /**
     * @throws PeopleException.UnknownRole one is not configured
     * @throws PeopleException.GrantBeyondOwn the caller does not hold everything they give
     */
    public void requireGivable(Set<String> roles, Caller by) {
        for (String text : roles) {
            boolean given =
                    GivenRole.parse(text)
                            .map(GivenRole::name)
                            .filter(grants::containsKey)
                            .isPresent();
            if (!given) {
                throw new PeopleException.UnknownRole(text, names());
            }
        }
        requireHeld(grantsOf(roles), by, FIELD);
    }

    /**
     * @param field what gives them, for the refusal
     * @throws PeopleException.GrantBeyondOwn the caller does not hold all of them
     */
    public static void requireHeld(Set<Grant> wanted, Caller by, String field) {
        for (Grant grant : wanted) {
            boolean held =
                    by.grants().stream()
                            .anyMatch(
                                    own ->
                                            own.covers(grant.permission())
                                                    && own.scope().covers(grant.scope()));
            if (!held) {
                throw new PeopleException.GrantBeyondOwn(field, grant);
            }
        }
    }

    /** What both allow, each in the narrower scope. */
    public static Set<Grant> intersection(Set<Grant> one, Set<Grant> other) {
        var both = new HashSet<Grant>();
        for (Grant a : one) {
            for (Grant b : other) {
                if (a.covers(b.permission())) {
                    both.add(b.within(a.scope()));
                } else if (b.covers(a.permission())) {
                    both.add(a.within(b.scope()));
                }
            }
        }
        return both;
    }
}
