package io.syncopate.kernel.reservation;

import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.Optional;

/** Knows which holders have come about, and what they still need. */
@FunctionalInterface
public interface Holders {

    /**
     * Until when the holder needs the key, as it is stored; empty when it does not, because it was never
     * stored, has ended, or has no use for this key. It is asked about confirmed keys, and about
     * those that ran out before they were confirmed: a process may die between storing the holder and confirming,
     * or between ending the holder and giving back.
     *
     * @return in the future, or {@link Reservations#FOR_GOOD}
     */
    Optional<Instant> needs(TenantId tenant, String holder, Key key);
}
