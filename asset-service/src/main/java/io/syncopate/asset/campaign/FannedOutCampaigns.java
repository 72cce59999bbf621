package io.syncopate.asset.campaign;

import io.syncopate.asset.production.Commission;
import io.syncopate.asset.production.Commissions;
import io.syncopate.kernel.TenantId;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells production which campaigns are complete. What it tells of an open campaign never changes, so
 * it remembers the ones asked for last.
 */
public final class FannedOutCampaigns implements Commissions {

    private static final int REMEMBERED = 500;

    private final Campaigns campaigns;
    private final Map<Key, Commission> open =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Key, Commission> eldest) {
                            return size() > REMEMBERED;
                        }
                    });

    public FannedOutCampaigns(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public Optional<Commission> find(TenantId tenant, String campaign) {
        var key = new Key(tenant, campaign);
        Optional<Commission> known = Optional.ofNullable(open.get(key));
        if (known.isPresent()) {
            return known;
        }
        Optional<Commission> found = read(tenant, campaign);
        found.ifPresent(commission -> open.put(key, commission));
        return found;
    }

    private Optional<Commission> read(TenantId tenant, String campaign) {
        return campaigns
                .find(tenant, campaign)
                .flatMap(
                        found ->
                                switch (found.value()) {
                                    case Campaign.Open open ->
                                            Optional.of(
                                                    new Commission(
                                                            open.pipeline(),
                                                            open.plan().brief(),
                                                            found.ownership()));
                                    case Campaign.FanningOut _ -> Optional.empty();
                                });
    }

    @Override
    public Set<String> fanningOut(TenantId tenant) {
        return campaigns.fanningOut(tenant);
    }

    private record Key(TenantId tenant, String campaign) {}
}
