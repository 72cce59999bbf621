package io.syncopate.asset.production;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private final Assets assets;
    private final UnblockAssets unblock;
    private final Clock clock;

    public SweepAssets(Assets assets, UnblockAssets unblock, Clock clock) {
        this.assets = assets;
        this.unblock = unblock;
        this.clock = clock;
    }

    /** Puts items back into their queues whose lease is lost; returns how many. */
    public int expireClaims() {
        Instant at = now();
        int expired = 0;
        for (Assets.Located found : assets.lost(at, BATCH)) {
            if (expire(found, at)) {
                expired++;
            }
        }
        return expired;
    }

    public void unblockForgotten() {
        Instant at = now();
        Optional<Assets.Located> last = Optional.empty();
        List<Assets.Located> found;
        do {
            found = assets.withBlocked(last, BATCH);
            found.forEach(each -> unblock.inCampaign(service(each.tenant()), each.id(), at));
            last = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        } while (found.size() == BATCH);
    }

    private boolean expire(Assets.Located found, Instant at) {
        Optional<Versioned<Asset>> before = assets.find(found.tenant(), found.id());
        if (before.isEmpty() || !(before.get().value() instanceof Claimed claimed)) {
            return false;
        }
        Caller by = service(found.tenant());
        Optional<Transition> lost = claimed.expire(by.uid(), at);
        if (lost.isEmpty()) {
            return false;
        }
        String request = found.id() + "/" + claimed.claim().id();
        try {
            assets.change(
                    Command.internal(by, METHOD, request, at),
                    before.get(),
                    lost.get().after(),
                    lost.get().event());
            return true;
        } catch (StaleEtagException _) {
            // Its holder renewed it in time, or another sweep or a pull was faster.
            return false;
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
