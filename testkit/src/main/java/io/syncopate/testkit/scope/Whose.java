package io.syncopate.testkit.scope;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.kernel.Callers;

import java.util.Optional;
import java.util.Set;

/** Whose the things are that mia of the team ops asks for, and which right shows them to her. */
public enum Whose {
    MINE(member("mia", Scope.TENANT, "ops"), Set.of(Scope.OWN, Scope.TEAM, Scope.TENANT)),
    MY_TEAMS(member("mate", Scope.TENANT, "ops"), Set.of(Scope.TEAM, Scope.TENANT)),
    OTHERS(member("eve", Scope.TENANT, "sales"), Set.of(Scope.TENANT));

    private final Caller owner;
    private final Set<Scope> seenBy;

    Whose(Caller owner, Set<Scope> seenBy) {
        this.owner = owner;
        this.seenBy = seenBy;
    }

    Caller owner() {
        return owner;
    }

    boolean isSeenBy(Scope scope) {
        return seenBy.contains(scope);
    }

    static Caller mia(Scope scope) {
        return member("mia", scope, "ops");
    }

    /** Somebody of the tenant who may do everything as far as the scope reaches. */
    public static Caller member(String uid, Scope scope, String... teams) {
        return new Caller(
                Callers.ACME,
                new Uid(uid),
                Set.of(teams),
                Set.of(new Grant("*", scope)),
                Optional.empty());
    }
}
