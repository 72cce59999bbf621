package io.syncopate.testkit.kernel;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Who calls in a test, and what they command. */
public final class Callers {

    public static final TenantId ACME = new TenantId("acme");
    public static final TenantId OTHER = new TenantId("other");

    private Callers() {}

    /** May do everything in the tenant. */
    public static Caller ann() {
        return of(ACME, "ann");
    }

    public static Caller of(TenantId tenant, String uid) {
        return new Caller(
                tenant,
                new Uid(uid),
                Set.of(),
                Set.of(new Grant("*", Scope.TENANT)),
                Optional.empty());
    }

    /** A command without a request id. */
    public static Command command(Caller by, String method, Instant at) {
        return new Command(by, method, Optional.empty(), method, at);
    }

    /**
     * @param body stands for what the request says; another body gives another fingerprint
     */
    public static Command command(
            Caller by, String method, String requestId, String body, Instant at) {
        return new Command(by, method, Optional.of(requestId), body, at);
    }
}
