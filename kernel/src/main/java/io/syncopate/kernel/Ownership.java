package io.syncopate.kernel;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose an aggregate is. It is said at creation and stays.
 *
 * @param owner who created it; empty on what was stored before owners were kept
 * @param teams that share it
 */
public record Ownership(Optional<Uid> owner, Set<String> teams) {

    private static final String PERSON = "people/";
    private static final String TEAM = "teams/";

    public Ownership {
        teams = Set.copyOf(teams);
    }

    /** Nobody's: only who may see the whole tenant sees it. */
    public static Ownership none() {
        return new Ownership(Optional.empty(), Set.of());
    }

    /** The caller's, shared by all of the caller's teams. */
    public static Ownership of(Caller caller) {
        return new Ownership(Optional.of(caller.uid()), caller.teams());
    }

    /** As it is stored and matched: {@code people/ann}, {@code teams/ops}. */
    public Set<String> keys() {
        return Stream.concat(
                        owner.stream().map(uid -> PERSON + uid.value()),
                        teams.stream().map(team -> TEAM + team))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Ownership ofKeys(Iterable<String> keys) {
        Optional<Uid> owner = Optional.empty();
        var teams = new HashSet<String>();
        for (String key : keys) {
            if (key.startsWith(PERSON)) {
                owner = Optional.of(new Uid(key.substring(PERSON.length())));
            } else if (key.startsWith(TEAM)) {
                teams.add(key.substring(TEAM.length()));
            }
        }
        return new Ownership(owner, teams);
    }
}
