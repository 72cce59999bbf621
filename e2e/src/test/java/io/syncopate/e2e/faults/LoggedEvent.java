package io.syncopate.e2e.faults;

/**
 * One entry of a service's event log, however it was read.
 *
 * @param key of the request that made it; empty where a service did by itself, and in the feed, which
 *     does not tell it
 */
record LoggedEvent(
        String tenant, String aggregate, long version, int partition, long position, String key) {

    /** As other services read it. */
    LoggedEvent asInTheFeed() {
        return new LoggedEvent(tenant, aggregate, version, partition, position, "");
    }
}
