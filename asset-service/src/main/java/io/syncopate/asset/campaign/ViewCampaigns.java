package io.syncopate.asset.campaign;

import io.syncopate.asset.production.Assets;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
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
     * @throws io.syncopate.kernel.NotFoundException when the tenant has none with this id
     */
    public Progress get(TenantId tenant, String id) {
        return of(tenant, campaigns.get(tenant, id));
    }

    public Progress of(TenantId tenant, Versioned<Campaign> campaign) {
        int done = assets.doneCounts(tenant, Set.of(campaign.id())).getOrDefault(campaign.id(), 0);
        return new Progress(campaign, done);
    }

    public Page<Progress> list(TenantId tenant, PageRequest page) {
        Page<Versioned<Campaign>> found = campaigns.list(tenant, page);
        Set<String> ids = found.items().stream().map(Versioned::id).collect(Collectors.toSet());
        Map<String, Integer> done = assets.doneCounts(tenant, ids);
        return found.map(campaign -> new Progress(campaign, done.getOrDefault(campaign.id(), 0)));
    }

    /** A campaign and how many of its assets are done. */
    public record Progress(Versioned<Campaign> campaign, int done) {

        public boolean isComplete() {
            return done == campaign.value().plan().assets().size();
        }
    }
}
