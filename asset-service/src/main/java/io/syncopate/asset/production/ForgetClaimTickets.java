package io.syncopate.asset.production;

import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Deletes the tickets of claims that are over. A request can be repeated, and its claim be looked
 * up, for as long as its ticket is kept; one whose claim still holds is kept on for as long again.
 */
public final class ForgetClaimTickets {

    private static final int BATCH = 500;

    private final ClaimTickets tickets;
    private final Assets assets;
    private final Duration kept;
    private final Clock clock;

    /**
     * @param kept for how long a ticket is kept at least
     */
    public ForgetClaimTickets(ClaimTickets tickets, Assets assets, Duration kept, Clock clock) {
        if (!kept.isPositive()) {
            throw new IllegalArgumentException(
                    "kept is %s: expected more than zero".formatted(kept));
        }
        this.tickets = tickets;
        this.assets = assets;
        this.kept = kept;
        this.clock = clock;
    }

    /** Returns how many were deleted. */
    public int forget() {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int forgotten = 0;
        List<ClaimTickets.Ticket> old;
        do {
            old = tickets.olderThan(at.minus(kept), BATCH);
            for (ClaimTickets.Ticket ticket : old) {
                if (holds(ticket, at)) {
                    tickets.keep(ticket, at);
                } else if (tickets.forget(ticket)) {
                    forgotten++;
                }
            }
        } while (old.size() == BATCH);
        return forgotten;
    }

    private boolean holds(ClaimTickets.Ticket ticket, Instant at) {
        return ticket.asset()
                .flatMap(asset -> assets.find(ticket.tenant(), asset.value()))
                .map(Versioned::value)
                .flatMap(asset -> asset.claims().find(ticket.claim()))
                .filter(claim -> claim.isLive(at))
                .isPresent();
    }
}
