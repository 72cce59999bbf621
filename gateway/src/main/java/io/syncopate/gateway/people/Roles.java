package io.syncopate.gateway.people;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
     * To be asked of a person as they are to be: their roles are configured, and the caller may give
     * what comes of them.
     *
     * @throws PeopleException.UnknownRole one is not configured
     * @throws PeopleException.GrantBeyondOwn the caller does not hold everything they give
     * @throws PeopleException.TeamBeyondOwn they reach a team that the caller does not
     */
    public void requireGivable(Person person, Caller by) {
        for (String text : person.roles()) {
            boolean given =
                    GivenRole.parse(text)
                            .map(GivenRole::name)
                            .filter(grants::containsKey)
                            .isPresent();
            if (!given) {
                throw new PeopleException.UnknownRole(text, names());
            }
        }
        requireHeld(person, by);
    }

    /**
     * To be asked of a person as they are, before they are changed or erased. What reaches the tenant
     * the caller has to hold over the tenant, and what reaches teams over the tenant or over these
     * very teams. What reaches a person's own things the caller has to hold in any width: nobody gets
     * into those things by giving it, because a key in that person's name takes more.
     *
     * @throws PeopleException.GrantBeyondOwn the caller does not hold everything the person does
     * @throws PeopleException.TeamBeyondOwn the person reaches a team that the caller does not
     */
    public void requireHeld(Person person, Caller by) {
        for (Grant grant : grantsOf(person.roles())) {
            Scope held =
                    widest(by, grant)
                            .filter(scope -> scope.covers(grant.scope()))
                            .orElseThrow(() -> new PeopleException.GrantBeyondOwn(FIELD, grant));
            if (grant.scope() == Scope.TEAM && held == Scope.TEAM) {
                requireIn(person.teams(), by, grant);
            }
        }
    }

    private static void requireIn(Set<String> teams, Caller by, Grant grant) {
        var foreign = new TreeSet<>(teams);
        foreign.removeAll(by.teams());
        if (!foreign.isEmpty()) {
            throw new PeopleException.TeamBeyondOwn(foreign.first(), grant, by.teams());
        }
    }

    /**
     * To be asked of rights with which somebody is to call in a person's name: the caller's own name,
     * or another one. My own things are not yours, and my teams' not all of yours: in another name
     * only what is held over the tenant is held at all.
     *
     * @param field what gives them, for the refusal
     * @throws PeopleException.GrantBeyondOwn the caller does not hold all of them
     */
    public static void requireHeldAs(Uid person, Set<Grant> wanted, Caller by, String field) {
        for (Grant grant : wanted) {
            Scope needed = person.equals(by.uid()) ? grant.scope() : Scope.TENANT;
            if (widest(by, grant).filter(scope -> scope.covers(needed)).isEmpty()) {
                throw new PeopleException.GrantBeyondOwn(field, grant);
            }
        }
    }

    /** How widely the caller holds all that the grant's permission stands for. */
    private static Optional<Scope> widest(Caller by, Grant grant) {
        return by.scopeOf(grant.permission());
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
