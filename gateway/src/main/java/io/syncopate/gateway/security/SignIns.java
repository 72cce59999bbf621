package io.syncopate.gateway.security;

import io.syncopate.gateway.keys.SecretHash;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;

/** Keeps the sign-in codes that can still be used, and the browsers that are signed in. */
public interface SignIns {

    /** Who is meant. */
    record Person(TenantId tenant, Uid uid) {}

    /**
     * Whom a code or a session lets in.
     *
     * @param entered when the person was: nobody is let in who has got the uid since; empty where that
     *     was not kept yet
     */
    record Holder(Person person, Optional<Instant> entered) {}

    void addCode(SecretHash code, Holder holder, Instant until);

    /** Uses the code up: of several that try, one gets an answer. */
    Optional<Holder> redeem(SecretHash code, Instant now);

    void addSession(SecretHash session, Holder holder, Instant until);

    Optional<Holder> session(SecretHash session, Instant now);

    void endSession(SecretHash session);

    void endAll(Person person);

    /** Removes what has expired; nothing rests on when that happens. */
    void forget(Instant now);
}
