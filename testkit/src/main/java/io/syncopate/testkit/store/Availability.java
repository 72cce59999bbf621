package io.syncopate.testkit.store;

import java.util.Arrays;
import java.util.Map;

/** A server, or why there is none. */
sealed interface Availability {

    record Here(Server server) implements Availability {}

    record Missing(String reason) implements Availability {}

    /** Whether the environment says that a store's absence is an error: {@code SYNCOPATE_REQUIRE=mongod,docker}. */
    static boolean required(StoreKind kind, Map<String, String> environment) {
        String required = environment.getOrDefault("SYNCOPATE_REQUIRE", "");
        return Arrays.stream(required.split(",")).map(String::strip).anyMatch(kind.label()::equals);
    }
}
