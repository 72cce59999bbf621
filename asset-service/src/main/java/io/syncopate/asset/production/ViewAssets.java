package io.syncopate.asset.production;

import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;

/** Assets as callers see them: all of a campaign's, or none while it is fanning out. */
public final class ViewAssets {

    private final Assets assets;
    private final Commissions commissions;

    public ViewAssets(Assets assets, Commissions commissions) {
        this.assets = assets;
        this.commissions = commissions;
    }

    /**
     * @throws NotFoundException when there is none, or its campaign is still fanning out
     */
    public AssetView get(TenantId tenant, AssetId id) {
        return commissions
                .find(tenant, id.campaign())
                .flatMap(
                        commission ->
                                assets.find(tenant, id.value())
                                        .map(asset -> new AssetView(asset, commission)))
                .orElseThrow(() -> new NotFoundException("asset", id.resourceName()));
    }

    /**
     * In the order of the campaign.
     *
     * @throws NotFoundException when there is no such campaign, or it is still fanning out
     */
    public Page<AssetView> list(TenantId tenant, String campaign, PageRequest page) {
        Commission commission =
                commissions
                        .find(tenant, campaign)
                        .orElseThrow(
                                () -> new NotFoundException("campaign", "campaigns/" + campaign));
        return assets.ofCampaign(tenant, campaign, page)
                .map(asset -> new AssetView(asset, commission));
    }
}
