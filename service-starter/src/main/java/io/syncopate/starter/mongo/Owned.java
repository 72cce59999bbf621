package io.syncopate.starter.mongo;

import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

/** An aggregate with its tenant, as background work finds it. */
public record Owned<T>(TenantId tenant, Versioned<T> aggregate) {}
