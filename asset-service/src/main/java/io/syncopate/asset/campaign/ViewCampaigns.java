package io.syncopate.asset.campaign;

import io.syncopate.asset.production.Assets;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Campaigns with how far they have come. */
public final class ViewCampaigns {

    private final Campaigns campaigns;
    private final Assets assets;

    public ViewCampaigns(Campaigns campaigns, Assets assets) {
        this.campaigns = campaigns;
        this.assets = assets;
    }

    /**
     * @throws io.syncopate.kernel.NotFoundException when none with this id is in reach
     */
    public Progress get(Reach reach, String id) {
        return of(reach.tenant(), campaigns.get(reach, id));
    }

    public Progress of(TenantId tenant, Versioned<Campaign> campaign) {
        int done = assets.doneCounts(tenant, Set.of(campaign.id())).getOrDefault(campaign.id(), 0);
        return new Progress(campaign, done);
    }

    public Page<Progress> list(Reach reach, PageRequest page) {
        Page<Versioned<Campaign>> found = campaigns.list(reach, page);
        Set<String> ids = found.items().stream().map(Versioned::id).collect(Collectors.toSet());
        Map<String, Integer> done = assets.doneCounts(reach.tenant(), ids);
        return found.map(campaign -> new Progress(campaign, done.getOrDefault(campaign.id(), 0)));
    }

    /** A campaign and how many of its assets are done. */
    public record Progress(Versioned<Campaign> campaign, int done) {

        public boolean isComplete() {
            return done == campaign.value().plan().assets().size();
        }
    }
}
