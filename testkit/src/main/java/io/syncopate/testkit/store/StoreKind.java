package io.syncopate.testkit.store;

import java.util.Locale;

/** The stores that Syncopate runs on. */
public enum StoreKind {
    /** The one in this process, in memory. */
    EMBEDDED,
    /** A MongoDB server, wherever one is found: a replica set of at least one node. */
    MONGOD,
    /** A MongoDB server in a container of its own, even where another one is at hand. */
    DOCKER;

    /** As {@code SYNCOPATE_REQUIRE} spells it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
