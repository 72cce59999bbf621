package io.syncopate.asset.campaign;

import io.syncopate.asset.pipeline.AvailablePipelines;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

/** Stores a campaign and fans it out. */
public final class CreateCampaign {

    private final Campaigns campaigns;
    private final AvailablePipelines pipelines;
    private final FanOut fanOut;

    public CreateCampaign(Campaigns campaigns, AvailablePipelines pipelines, FanOut fanOut) {
        this.campaigns = campaigns;
        this.pipelines = pipelines;
        this.fanOut = fanOut;
    }

    /**
     * A repeat finishes what the first call began.
     *
     * @param ownership of the campaign and its assets
     * @param usable pipelines that the caller may read
     * @throws io.syncopate.kernel.NotFoundException when there is no such pipeline
     */
    public Versioned<Campaign> create(
            Command by, Ownership ownership, Reach usable, CampaignPlan plan) {
        String id = Ids.forCommand(by);
        Versioned<Campaign> stored =
                campaigns
                        .answered(by, id)
                        .orElseGet(
                                () -> {
                                    Pipeline pipeline =
                                            pipelines.get(usable, plan.pipeline()).value();
                                    return campaigns.add(
                                            by,
                                            ownership,
                                            id,
                                            new Campaign.FanningOut(plan, pipeline, by.by().uid()),
                                            new CampaignEvent.CampaignCreated(
                                                    plan.assets().size()));
                                });
        return fanOut.complete(by.tenant(), stored);
    }
}
