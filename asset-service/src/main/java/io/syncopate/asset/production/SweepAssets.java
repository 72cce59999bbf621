package io.syncopate.asset.production;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings to an end what nobody is there to end: claims that were not renewed, and assets left
 * blocked by a server that stopped between an approval and what follows from it.
 */
public final class SweepAssets {

    private static final String METHOD = "asset.production.SweepAssets";
    private static final int BATCH = 500;

    /** An approval may be as long on its way, and the clocks of two replicas as far apart. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Assets assets;
    private final UnblockAssets unblock;
    private final OneByOne oneByOne;
    private final Clock clock;

    /** When this process looked last for what can be unblocked; guarded by this. */
    private Optional<Instant> looked = Optional.empty();

    /** Campaigns where that failed; guarded by this. */
    private Set<Located> again = Set.of();

    public SweepAssets(Assets assets, UnblockAssets unblock, OneByOne oneByOne, Clock clock) {
        this.assets = assets;
        this.unblock = unblock;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** Puts items back into their queues whose lease is lost; returns how many were looked at. */
    public int expireClaims() {
        Instant at = now();
        return oneByOne.each("expire-claims", assets.lost(at, BATCH), found -> expire(found, at));
    }

    /**
     * Looks where something was approved since the last look of this process; at its first one, where
     * anything is blocked.
     */
    public synchronized void unblockForgotten() {
        Instant at = now();
        Set<Located> left = new LinkedHashSet<>();
        unblock(List.copyOf(again), at, left);
        Optional<Located> last = Optional.empty();
        List<Located> found;
        do {
            found = toLookAt(last);
            unblock(found, at, left);
            last = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        } while (found.size() == BATCH);
        again = left;
        looked = Optional.of(at);
    }

    private List<Located> toLookAt(Optional<Located> after) {
        return looked.map(last -> assets.withApprovals(last.minus(LATE), after, BATCH))
                .orElseGet(() -> assets.withBlocked(after, BATCH));
    }

    /**
     * @param left where what could not be done is kept
     */
    private void unblock(List<Located> campaigns, Instant at, Set<Located> left) {
        oneByOne.each(
                "unblock-assets",
                campaigns,
                each -> {
                    left.add(each);
                    unblock.inCampaign(service(each.tenant()), each.id(), at);
                    left.remove(each);
                });
    }

    private void expire(Located found, Instant at) {
        Optional<Versioned<Asset>> before = assets.find(found.tenant(), found.id());
        if (before.isEmpty() || !(before.get().value() instanceof Claimed claimed)) {
            return;
        }
        Caller by = service(found.tenant());
        Optional<Transition> lost = claimed.expire(by.uid(), at);
        if (lost.isEmpty()) {
            return;
        }
        String request = found.id() + "/" + claimed.claim().id();
        try {
            assets.change(
                    Command.internal(by, METHOD, request, at),
                    before.get(),
                    lost.get().after(),
                    lost.get().event());
        } catch (StaleEtagException _) {
            // Its holder renewed it in time, or another sweep or a pull was faster.
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Caller service(TenantId tenant) {
        return new Caller(
                tenant, Uid.ofService("asset"), Set.of(), Set.of(), Optional.of("asset-service"));
    }
}
