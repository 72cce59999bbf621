package io.syncopate.testkit.store;

import io.syncopate.store.EmbeddedStore;

import java.util.EnumMap;
import java.util.Map;

/** One server of each kind for the whole JVM, started when the first test asks for it. */
final class Servers {

    private static final Map<StoreKind, Availability> SERVERS = new EnumMap<>(StoreKind.class);

    private Servers() {}

    static synchronized Availability get(StoreKind kind) {
        return SERVERS.computeIfAbsent(kind, Servers::start);
    }

    private static Availability start(StoreKind kind) {
        return switch (kind) {
            case EMBEDDED -> embedded();
            case MONGOD -> Mongod.find(System.getenv());
            case DOCKER -> Mongod.inDocker(System.getenv());
        };
    }

    @SuppressWarnings("resource") // open until the JVM ends
    private static Availability embedded() {
        String uri = EmbeddedStore.inMemory().connectionString();
        return new Availability.Here(Server.at(uri));
    }
}
