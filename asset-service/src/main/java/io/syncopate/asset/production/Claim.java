package io.syncopate.asset.production;

import io.syncopate.kernel.Uid;

import java.time.Duration;
import java.time.Instant;

/**
 * A lease on an asset by one person. Its id is never used again, so a write that shows it can only
 * happen under this very lease.
 *
 * @param queue the queue that the asset was taken from
 * @param fence grows with every claim on the asset
 * @param lease for how long it holds from the last renewal
 * @param expires from then on the holder can write no more
 * @param version grows with every change of the claim
 */
public record Claim(
        String id,
        String queue,
        Uid holder,
        long fence,
        Instant granted,
        Duration lease,
        Instant expires,
        State state,
        int version,
        Instant changed) {

    /**
     * How far the clocks of two servers may be apart. Others can take an item only when its lease
     * has been over for this long, so that a holder whose server is behind is not surprised; that
     * there is one holder at most does not rest on clocks, but on the asset's version.
     */
    public static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(2);

    static Claim grant(
            String id, String queue, Uid holder, long fence, Instant at, Duration lease) {
        return new Claim(id, queue, holder, fence, at, lease, at.plus(lease), State.ACTIVE, 1, at);
    }

    Claim renewed(Instant at) {
        return new Claim(
                id, queue, holder, fence, granted, lease, at.plus(lease), state, version + 1, at);
    }

    Claim ended(State how, Instant at) {
        return new Claim(id, queue, holder, fence, granted, lease, expires, how, version + 1, at);
    }

    public boolean isLive(Instant at) {
        return state == State.ACTIVE && at.isBefore(expires);
    }

    /** The state as it is at a time: a lease that nobody renewed is over before a sweep notes it. */
    public State stateAt(Instant at) {
        return state == State.ACTIVE && !at.isBefore(expires) ? State.EXPIRED : state;
    }

    /** From when on others can have the item. */
    public Instant lost() {
        return expires.plus(MAX_CLOCK_SKEW);
    }

    /** Whether a claim holds. */
    public enum State {
        ACTIVE,
        COMPLETED,
        RELEASED,
        EXPIRED
    }
}
