package io.syncopate.gateway.audit;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;

import java.time.Instant;

/** Keeps the audit of each tenant. */
public interface AuditEntries {

    /** Once, however often the same entry comes. */
    void add(AuditEntry entry);

    /**
     * Those of the tenant that pass, the newest first.
     *
     * @throws io.syncopate.kernel.InvalidException the page token is not of this list
     */
    Page<AuditEntry> list(TenantId tenant, AuditFilter filter, PageRequest page);

    /**
     * Removes some of those that happened before a moment, of all tenants.
     *
     * @return how many; fewer than {@code most} when there are no more
     */
    int forget(Instant before, int most);
}
