package io.syncopate.asset.campaign;

import io.syncopate.asset.production.Asset;
import io.syncopate.asset.production.Assets;
import io.syncopate.asset.production.Deliverable;
import io.syncopate.asset.production.Transition;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Stores a campaign's assets, then opens it. Each asset's id and each step's request id follow from
 * the campaign alone, so whoever does it, a second time or at the same time, does the same.
 */
public final class FanOut {

    private static final String METHOD = "asset.campaign.FanOut";

    /** Longer than any call may take: who has not finished by then is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int BATCH = 100;

    private final Campaigns campaigns;
    private final Assets assets;
    private final OneByOne oneByOne;
    private final Clock clock;

    public FanOut(Campaigns campaigns, Assets assets, OneByOne oneByOne, Clock clock) {
        this.campaigns = campaigns;
        this.assets = assets;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** Finishes fan-outs whose server stopped; returns how many. */
    public int completeForgotten() {
        return oneByOne.each(
                "complete-fan-outs",
                campaigns.unfinished(clock.instant().minus(PATIENCE), BATCH),
                found -> complete(found.tenant(), campaigns.get(found.tenant(), found.id())));
    }

    Versioned<Campaign> complete(TenantId tenant, Versioned<Campaign> campaign) {
        return switch (campaign.value()) {
            case Campaign.Open _ -> campaign;
            case Campaign.FanningOut fanningOut -> fanOut(tenant, campaign, fanningOut);
        };
    }

    private Versioned<Campaign> fanOut(
            TenantId tenant, Versioned<Campaign> before, Campaign.FanningOut campaign) {
        Caller service =
                new Caller(
                        tenant,
                        Uid.ofService("asset"),
                        Set.of(),
                        Set.of(),
                        Optional.of("asset-service"));
        for (Deliverable deliverable : campaign.plan().deliverables(before.id())) {
            String id = deliverable.id().value();
            Transition created = create(deliverable, campaign, before);
            assets.add(
                    command(service, id, before),
                    before.ownership(),
                    id,
                    created.after(),
                    created.event());
        }
        try {
            return campaigns.change(
                    command(service, before.id(), before),
                    before,
                    campaign.open(),
                    new CampaignEvent.CampaignOpened(campaign.plan().assets().size()));
        } catch (StaleEtagException _) {
            return campaigns.get(tenant, before.id());
        }
    }

    private static Transition create(
            Deliverable deliverable, Campaign.FanningOut campaign, Versioned<Campaign> stored) {
        return Asset.create(
                deliverable,
                campaign.pipeline(),
                campaign.plan().assets().get(deliverable.ordinal()).contextNotes(),
                campaign.creator(),
                stored.createTime());
    }

    private static Command command(Caller by, String id, Versioned<Campaign> campaign) {
        return Command.internal(by, METHOD, id, campaign.createTime());
    }
}
