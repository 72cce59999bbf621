package io.syncopate.asset.production;

import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Puts assets into their queues whose dependencies are all approved by now. An approval is never
 * taken back, so looking again can only unblock what another look has missed.
 */
public final class UnblockAssets {

    private static final String METHOD = "asset.production.UnblockAssets";

    private final Assets assets;
    private final Commissions commissions;

    public UnblockAssets(Assets assets, Commissions commissions) {
        this.assets = assets;
        this.commissions = commissions;
    }

    public void inCampaign(Caller by, String campaign, Instant at) {
        commissions
                .find(by.tenant(), campaign)
                .ifPresent(
                        commission -> inCampaign(by, campaign, commission.pipeline().first(), at));
    }

    private void inCampaign(Caller by, String campaign, Stage first, Instant at) {
        List<Versioned<Asset>> waiting = assets.blocked(by.tenant(), campaign);
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> approved = assets.approved(by.tenant(), campaign);
        for (Versioned<Asset> asset : waiting) {
            if (asset.value() instanceof Blocked blocked) {
                blocked.unblock(approved, first, by.uid(), at)
                        .ifPresent(step -> unblock(by, asset, step, at));
            }
        }
    }

    private void unblock(Caller by, Versioned<Asset> before, Transition step, Instant at) {
        try {
            assets.change(
                    Command.internal(by, METHOD, before.id(), at),
                    before,
                    step.after(),
                    step.event());
        } catch (StaleEtagException _) {
            // Another approval of the same moment unblocked it: a blocked asset has no other step.
        }
    }
}
