package io.syncopate.kernel.reservation;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Keys with at most one holder each. A holder takes all it needs, is stored, and confirms:
 *
 * <pre>{@code
 * switch (reservations.take(command, name, keys, soon)) {
 *     case Taken taken -> {
 *         store the holder, as one that does not count yet
 *         if (reservations.confirm(taken.reservation(), end)) { have it count }
 *         else { undo it: it came too late }
 *     }
 *     case Refused refused -> tell which key is taken
 * }
 * }</pre>
 *
 * Whoever dies on the way leaves keys that run out and come free, unless the holder was stored; and
 * keys of a holder that has ended are free to whoever wants them, given back or not. Keys are taken in order
 * and given back when one is refused, so that nobody waits for anybody.
 */
public interface Reservations {

    /** Clocks of two replicas may differ by this much. */
    Duration MAX_SKEW = Duration.ofSeconds(5);

    /** Of a key that is held until it is given back. */
    Instant FOR_GOOD = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Takes all keys or none. Those that the holder has already are kept, so that a repeat is
     * harmless.
     *
     * @param holder such as the resource name that the command creates, the same in every repeat
     * @param until by when the holder will have confirmed
     */
    Taking take(Command by, String holder, Set<Key> wanted, Instant until);

    /**
     * Holds the keys until then, or until they are given back. To be called once the holder is stored.
     *
     * @return false when one of them was lost meanwhile: then the holder must not stay
     */
    boolean confirm(Reservation reservation, Instant until);

    /** Gives back what was taken, as far as it is still held. */
    void give(Reservation reservation);

    /** Gives back everything that the holder has. */
    void giveAll(TenantId tenant, String holder);

    /** What the holder has, confirmed or not. */
    Set<Key> heldBy(TenantId tenant, String holder);

    /**
     * Settles what ran out, in all tenants: goes on holding it for holders that need it, frees the rest,
     * and forgets what has been free for a day. To be called by a sweep.
     *
     * @return how many were settled
     */
    int reconcile();
}
