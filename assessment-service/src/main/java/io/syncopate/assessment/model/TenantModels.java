package io.syncopate.assessment.model;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

/** Keeps the models of tenants, each with its last save. */
public interface TenantModels extends Aggregates<TenantModel> {

    /** Those in reach that are not deleted, in order of creation. */
    Page<Versioned<TenantModel>> inUse(Reach reach, PageRequest page);

    /** How many the tenant has, deleted ones included. */
    long count(TenantId tenant);
}
