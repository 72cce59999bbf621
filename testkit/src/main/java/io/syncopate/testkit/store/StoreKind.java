package io.syncopate.testkit.store;

import io.syncopate.testkit.part.RealPart;

import java.util.Optional;

/** The stores that Syncopate runs on. */
public enum StoreKind {
    /** The one in this process, in memory. */
    EMBEDDED,
    /** A MongoDB server, wherever one is found: a replica set of at least one node. */
    MONGOD,
    /** A MongoDB server in a container of its own, even where another one is at hand. */
    DOCKER;

    /** What has to be found for it; the embedded one is always here. */
    Optional<RealPart> part() {
        return switch (this) {
            case EMBEDDED -> Optional.empty();
            case MONGOD -> Optional.of(RealPart.MONGOD);
            case DOCKER -> Optional.of(RealPart.DOCKER);
        };
    }
}
