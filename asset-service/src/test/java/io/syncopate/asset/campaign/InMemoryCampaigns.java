package io.syncopate.asset.campaign;

import io.syncopate.kernel.Located;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The port without a store, for the tenants that it is told of. */
public final class InMemoryCampaigns extends InMemoryAggregates<Campaign> implements Campaigns {

    private final List<TenantId> tenants;

    public InMemoryCampaigns(Clock clock, TenantId... tenants) {
        super("campaigns", clock);
        this.tenants = List.of(tenants);
    }

    @Override
    public Set<String> fanningOut(TenantId tenant) {
        return all(tenant, Campaign.FanningOut.class::isInstance).stream()
                .map(Versioned::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Located> unfinished(Instant before, int limit) {
        return tenants.stream()
                .flatMap(
                        tenant ->
                                all(tenant, Campaign.FanningOut.class::isInstance).stream()
                                        .filter(found -> found.createTime().isBefore(before))
                                        .map(found -> new Located(tenant, found.id())))
                .limit(limit)
                .toList();
    }
}
