package io.syncopate.asset.campaign;

import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.kernel.Uid;

/**
 * One production goal. It keeps the pipeline as it was when it began: a team that changes its
 * pipeline does not change the definition of done of work that is under way.
 */
public sealed interface Campaign {

    CampaignPlan plan();

    Pipeline pipeline();

    Uid creator();

    /** Its assets are being stored one by one; nobody sees them yet. */
    record FanningOut(CampaignPlan plan, Pipeline pipeline, Uid creator) implements Campaign {

        Open open() {
            return new Open(plan, pipeline, creator);
        }
    }

    /** All its assets are there. */
    record Open(CampaignPlan plan, Pipeline pipeline, Uid creator) implements Campaign {}
}
