package io.syncopate.asset.campaign;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Keeps the campaigns. */
public interface Campaigns extends Aggregates<Campaign> {

    /** Ids of the tenant's campaigns that are fanning out. */
    Set<String> fanningOut(TenantId tenant);

    /** Campaigns of all tenants that have been fanning out since before this time, oldest first. */
    List<Located> unfinished(Instant before, int limit);
}
