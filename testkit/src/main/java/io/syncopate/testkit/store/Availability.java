package io.syncopate.testkit.store;

/** A server, or why there is none. */
sealed interface Availability {

    record Here(Server server) implements Availability {}

    record Missing(String reason) implements Availability {}
}
