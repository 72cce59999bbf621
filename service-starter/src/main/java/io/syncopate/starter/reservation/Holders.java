package io.syncopate.starter.reservation;

import io.syncopate.kernel.TenantId;

/** Knows which holders have come about. */
@FunctionalInterface
public interface Holders {

    /**
     * Whether the holder is stored and needs the key: asked about reservations that ran out before
     * they were confirmed, because a process may die between storing the holder and confirming.
     */
    boolean needs(TenantId tenant, String holder, Key key);
}
