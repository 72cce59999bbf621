package io.syncopate.testkit.store;

import java.util.Locale;

/** The stores that Syncopate runs on. */
public enum StoreKind {
    /** The one in this process, in memory. */
    EMBEDDED,
    /** A MongoDB server: a replica set of at least one node. */
    MONGOD;

    /** As {@code SYNCOPATE_REQUIRE} and the log of executions spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
