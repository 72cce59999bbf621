package io.syncopate.scheduling.series;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

/** Keeps sessions under {@link Session#key()}. */
public interface Sessions extends Aggregates<Session> {

    /** Those of one series, in their order. */
    Page<Versioned<Session>> of(TenantId tenant, String series, PageRequest page);
}
