package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.List;

/** Keeps participants under {@link Participant#key}. */
public interface Participants extends Aggregates<Participant> {

    /** Those of one cohort, in order of joining. */
    Page<Versioned<Participant>> of(TenantId tenant, String cohort, PageRequest page);

    /** All of one cohort, in no order. */
    List<Participant> everyone(TenantId tenant, String cohort);

    boolean hasAny(TenantId tenant, String cohort);
}
