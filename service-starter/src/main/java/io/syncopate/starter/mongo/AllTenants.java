package io.syncopate.starter.mongo;

/**
 * Marks a background sweep. Every other read names the tenant: the tests' stores refuse a read that does neither, because it
 * would show one tenant what is another's, and would ask all shards.
 */
public final class AllTenants {

    /** Of a query that no caller waits for. */
    public static final String COMMENT = "all tenants";

    private AllTenants() {}
}
