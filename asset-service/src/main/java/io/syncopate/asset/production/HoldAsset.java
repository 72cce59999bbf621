package io.syncopate.asset.production;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
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
     * @param reach claims of others are seen on assets in reach
     * @throws NotFoundException when there never was such a claim in reach, or its asset has long
     *     forgotten it
     */
    public HeldClaim get(Caller by, Reach reach, String claim) {
        return held(asset(by, reach, claim), claim);
    }

    /** The lease runs anew from now. */
    public HeldClaim renew(Command by, String claim) {
        return step(by, claim, held -> held.renew(by.at()));
    }

    /** The item goes back to its place in the queue. */
    public HeldClaim release(Command by, String claim, String notes) {
        return step(by, claim, held -> held.release(notes, by.at()));
    }

    private HeldClaim step(Command asked, String claim, Function<Claimed, Transition> step) {
        Versioned<Asset> before = asset(asked.by(), asked.reach(), claim);
        Command by = asked.inWholeTenant();
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

    private Versioned<Asset> asset(Caller by, Reach reach, String claim) {
        return tickets.find(by.tenant(), claim)
                .flatMap(asset -> assets.find(by.tenant(), asset.value()))
                .filter(
                        asset ->
                                reach.covers(asset.ownership())
                                        || isHolder(by, asset.value(), claim))
                .orElseThrow(() -> notFound(claim));
    }

    private static boolean isHolder(Caller by, Asset asset, String claim) {
        return asset.claims()
                .find(claim)
                .filter(held -> held.holder().equals(by.uid()))
                .isPresent();
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
