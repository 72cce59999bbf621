package io.syncopate.asset.production;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;

/**
 * Assets as callers see them: all of a campaign's, or none while it is fanning out. An asset is its
 * campaign's; who has taken it from a queue reaches it too.
 */
public final class ViewAssets {

    private final Assets assets;
    private final Commissions commissions;

    public ViewAssets(Assets assets, Commissions commissions) {
        this.assets = assets;
        this.commissions = commissions;
    }

    /**
     * @throws NotFoundException when there is none in reach, or its campaign is still fanning out
     */
    public AssetView get(Caller by, Reach reach, AssetId id) {
        TenantId tenant = reach.tenant();
        return commissions
                .find(tenant, id.campaign())
                .flatMap(
                        commission ->
                                assets.find(tenant, id.value())
                                        .map(asset -> new AssetView(asset, commission)))
                .filter(
                        found ->
                                reach.covers(found.stored().ownership())
                                        || found.asset().wasTakenBy(by.uid()))
                .orElseThrow(() -> new NotFoundException("asset", id.resourceName()));
    }

    /**
     * In the order of the campaign.
     *
     * @throws NotFoundException when no such campaign is in reach, or it is still fanning out
     */
    public Page<AssetView> list(Reach reach, String campaign, PageRequest page) {
        Commission commission =
                commissions
                        .find(reach.tenant(), campaign)
                        .filter(found -> reach.covers(found.ownership()))
                        .orElseThrow(
                                () -> new NotFoundException("campaign", "campaigns/" + campaign));
        return assets.ofCampaign(reach.tenant(), campaign, page)
                .map(asset -> new AssetView(asset, commission));
    }
}
