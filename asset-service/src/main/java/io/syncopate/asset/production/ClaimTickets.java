package io.syncopate.asset.production;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers for each claim's id which asset it is on. It is written before the asset is taken, so a
 * claim that holds can always be found; a ticket whose asset does not know the claim is one that
 * did not come to it.
 *
 * <p>A claim's id derives from its request; but which asset a pull takes depends on the moment. So a
 * repeat finds the first one's ticket instead of taking a second asset.
 */
public interface ClaimTickets {

    /**
     * Takes the claim's id for this request, or tells who has it.
     *
     * @throws io.syncopate.kernel.RequestReusedException when the request id was used for a
     *     different pull
     */
    Issue issue(Command by, String claim);

    /** Takes over a ticket that somebody left since before this time; false when another did. */
    boolean takeOver(Command by, String claim, Instant left);

    /** The claim is about to be tried on this asset. */
    void point(Command by, String claim, AssetId asset);

    /** The pull came to nothing and may be made again. */
    void drop(TenantId tenant, String claim);

    Optional<AssetId> find(TenantId tenant, String claim);

    /** Tickets of all tenants that were written before this time, the oldest first. */
    List<Ticket> olderThan(Instant before, int limit);

    /** Deletes it unless it was written since; false when it was, or is gone. */
    boolean forget(Ticket ticket);

    /** Counts its age from this time on, unless it was written since. */
    void keep(Ticket ticket, Instant at);

    /**
     * A ticket as it was read.
     *
     * @param asset the last one that its claim was tried on
     * @param since when it was written
     */
    record Ticket(TenantId tenant, String claim, Optional<AssetId> asset, Instant since) {}

    /** What there is of a ticket. */
    sealed interface Issue {
        record Fresh() implements Issue {}

        /**
         * @param asset the last one that it was tried on
         * @param since when somebody began to work on it
         */
        record Known(Optional<AssetId> asset, Instant since) implements Issue {}
    }
}
