package io.syncopate.e2e;

import io.syncopate.e2e.replicas.Ports;
import io.syncopate.e2e.replicas.Replica;
import io.syncopate.testkit.store.TestStore;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The example's service as a process beside a standalone, which knows it by settings alone. */
record RoomService(Replica process, int port) implements AutoCloseable {

    static final String NAME = "rooms";

    /** What has a gateway serve it. */
    static Stream<String> asBackend(int port) {
        return Stream.of(
                        "address=127.0.0.1:" + port,
                        "packages=acme.rooms.v1",
                        "paths=/v1/rooms",
                        "permissions=rooms")
                .map(setting -> "--syncopate.backends.%s.%s".formatted(NAME, setting));
    }

    static RoomService start(SharedStandalone.Running platform, TestStore store) {
        int http = Ports.free();
        var process =
                new Replica(
                        NAME,
                        "examples/room-service",
                        List.of(
                                "--spring.grpc.server.port=" + platform.roomsPort(),
                                "--server.port=" + http,
                                "--syncopate.mongodb.uri=" + store.uri(),
                                "--syncopate.mongodb.database=" + store.databaseName(),
                                "--syncopate.security.issuer-uri=" + platform.platform().address()),
                        URI.create("http://127.0.0.1:%d/actuator/health".formatted(http)),
                        platform.directory().resolve("rooms.log"));
        // Whoever stops the build in the middle leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        process.start();
        process.awaitReady();
        return new RoomService(process, platform.roomsPort());
    }

    @Override
    public void close() {
        process.close();
    }
}
