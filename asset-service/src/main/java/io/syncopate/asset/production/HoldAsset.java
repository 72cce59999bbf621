package io.syncopate.asset.production;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.function.Function;

/** What a holder does with the claim alone: look at it, keep it, or give the item back. */
public final class HoldAsset {

    private final Assets assets;
    private final ClaimTickets tickets;

    public HoldAsset(Assets assets, ClaimTickets tickets) {
        this.assets = assets;
        this.tickets = tickets;
    }

    /**
     * @param scope what of the tenant the caller may see: only TENANT reaches claims of others
     * @throws NotFoundException when there never was such a claim, or its asset has long forgotten
     *     it
     * @throws ProductionException.ClaimOfOther when it is somebody else's
     */
    public HeldClaim get(Caller by, Scope scope, String claim) {
        HeldClaim held = held(asset(by.tenant(), claim), claim);
        if (scope != Scope.TENANT && !held.claim().holder().equals(by.uid())) {
            throw new ProductionException.ClaimOfOther(held.asset(), held.claim());
        }
        return held;
    }

    /** The lease runs anew from now. */
    public HeldClaim renew(Command by, String claim) {
        return step(by, claim, held -> held.renew(by.at()));
    }

    /** The item goes back to its place in the queue. */
    public HeldClaim release(Command by, String claim, String notes) {
        return step(by, claim, held -> held.release(notes, by.at()));
    }

    private HeldClaim step(Command by, String claim, Function<Claimed, Transition> step) {
        Versioned<Asset> before = asset(by.tenant(), claim);
        Versioned<Asset> after =
                assets.answered(by, before.id())
                        .orElseGet(
                                () -> {
                                    var proof = new ClaimProof(claim, by.by().uid());
                                    Transition done =
                                            step.apply(before.value().heldBy(proof, by.at()));
                                    return assets.change(by, before, done.after(), done.event());
                                });
        return held(after, claim);
    }

    private Versioned<Asset> asset(TenantId tenant, String claim) {
        return tickets.find(tenant, claim)
                .flatMap(asset -> assets.find(tenant, asset.value()))
                .orElseThrow(() -> notFound(claim));
    }

    private static HeldClaim held(Versioned<Asset> asset, String claim) {
        return asset.value()
                .claims()
                .find(claim)
                .map(found -> new HeldClaim(asset.value().id(), found))
                .orElseThrow(() -> notFound(claim));
    }

    private static NotFoundException notFound(String claim) {
        return new NotFoundException("claim", "claims/" + claim);
    }
}
