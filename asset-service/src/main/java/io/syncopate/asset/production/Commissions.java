package io.syncopate.asset.production;

import io.syncopate.kernel.TenantId;

import java.util.Optional;
import java.util.Set;

/**
 * The campaigns whose assets are all there. The assets of a campaign that is still fanning out are
 * stored one by one, and nobody sees or takes any before the last.
 */
public interface Commissions {

    /** Empty when there is no such campaign, and while it fans out. */
    Optional<Commission> find(TenantId tenant, String campaign);

    /** Ids of the tenant's campaigns that are fanning out at the moment. */
    Set<String> fanningOut(TenantId tenant);
}
