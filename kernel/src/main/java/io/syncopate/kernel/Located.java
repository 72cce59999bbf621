package io.syncopate.kernel;

/** Where something is kept: what work over all tenants starts from. */
public record Located(TenantId tenant, String id) {}
