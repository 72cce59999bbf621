package io.syncopate.gateway.keys;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;

import java.util.List;

/** Keeps the keys of each tenant. */
public interface ApiKeys extends Aggregates<ApiKey> {

    /** At most 200 of those that call in the person's name. */
    List<Versioned<ApiKey>> of(TenantId tenant, Uid person);
}
