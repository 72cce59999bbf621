package io.syncopate.e2e.tenants;

import io.syncopate.e2e.Api;
import io.syncopate.e2e.ServiceToken;
import io.syncopate.e2e.StandaloneProcess;
import io.syncopate.e2e.replicas.Ports;
import io.syncopate.e2e.replicas.Replica;
import io.syncopate.e2e.replicas.Service;
import io.syncopate.testkit.store.TestStore;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two tenants on one platform, whose time can be moved; and of each service a process beside it on
 * the same data, which serves gRPC to other services as on servers.
 *
 * @param strangers something of the other tenant in each service
 */
record World(
        StandaloneProcess platform,
        PersonTokens persons,
        Map<Service, Replica> processes,
        Map<Service, InternalCalls> internal,
        SeededTenant seeded,
        Api stranger,
        Map<Service, String> strangers)
        implements AutoCloseable {

    static final String STRANGER = "stranger";
    static final String SEEDED = "default";
    private static final String SECRET = "a-secret-that-services-of-this-test-share";

    /** In one life the developer's key is of the other tenant; in the next, which stays, of the seeded. */
    static World start(TestStore store) throws IOException {
        Path directory = Files.createTempDirectory("syncopate-tenants");
        String strangerKey;
        try (var first =
                platform(
                        directory.resolve("first"),
                        store,
                        Stream.of("--syncopate.gateway.developer.tenant=" + STRANGER))) {
            strangerKey = SeededTenant.unmarkedFullKey(first.api());
        }
        var persons = new PersonTokens();
        var platform =
                platform(
                        directory.resolve("second"),
                        store,
                        Stream.concat(
                                Stream.of("--syncopate.time.adjustable=true"),
                                persons.asBackend()));
        var processes = new EnumMap<Service, Replica>(Service.class);
        var internal = new EnumMap<Service, InternalCalls>(Service.class);
        try {
            SeededTenant seeded = SeededTenant.seed(platform.api());
            for (Service service : Service.values()) {
                int port = Ports.free();
                processes.put(
                        service, process(service, port, platform.address(), directory, store));
                internal.put(service, new InternalCalls(port));
            }
            var stranger = new Api(platform.address(), strangerKey);
            return new World(
                    platform,
                    persons,
                    processes,
                    internal,
                    seeded,
                    stranger,
                    Map.of(
                            Service.ASSESSMENT,
                            made(stranger, "programs", "learning/data-analysis-course.json"),
                            Service.SCHEDULING,
                            made(stranger, "cohorts"),
                            Service.ASSET,
                            made(stranger, "campaigns", "production/social-team-campaign.json")));
        } catch (RuntimeException | Error e) {
            processes.values().forEach(Replica::close);
            platform.close();
            persons.close();
            throw e;
        }
    }

    /** Somebody with every right over the seeded tenant. */
    Api its() {
        return new Api(platform.address(), seeded.key());
    }

    ServiceToken tokens() {
        return new ServiceToken(platform.address(), SECRET);
    }

    InternalCalls internal(Service service) {
        return Objects.requireNonNull(internal.get(service));
    }

    /** What the seeded tenant's events of a service are asked by. */
    InternalCalls.Wanted wantedOfTheSeeded(Service service) {
        String collection =
                switch (service) {
                    case ASSESSMENT -> "programs/*";
                    case SCHEDULING -> "cohorts/*";
                    case ASSET -> "campaigns/*";
                };
        return new InternalCalls.Wanted(
                seeded.names().all(), seeded.names().fitting(collection).orElseThrow());
    }

    /** The other tenant asks for the same, and knows the end of its stream by something of its own. */
    InternalCalls.Wanted wantedByTheStranger(Service service) {
        String own = Objects.requireNonNull(strangers.get(service));
        return new InternalCalls.Wanted(
                Stream.concat(seeded.names().all().stream(), Stream.of(own)).toList(), own);
    }

    private static StandaloneProcess platform(
            Path data, TestStore store, Stream<String> arguments) {
        return StandaloneProcess.start(
                data,
                Optional.of(store.uri()),
                Stream.concat(
                                Stream.of(
                                        "--syncopate.mongodb.database-prefix=" + prefix(store),
                                        "--syncopate.security.service-secret=" + SECRET),
                                arguments)
                        .toArray(String[]::new));
    }

    private static Replica process(
            Service service, int port, URI gateway, Path directory, TestStore store) {
        int http = Ports.free();
        var process =
                new Replica(
                        service.label(),
                        service.module(),
                        List.of(
                                "--spring.grpc.server.port=" + port,
                                "--server.port=" + http,
                                "--syncopate.mongodb.uri=" + store.uri(),
                                "--syncopate.mongodb.database=" + prefix(store) + service.label(),
                                "--syncopate.security.service-secret=" + SECRET,
                                "--syncopate.security.issuer-uri=" + gateway),
                        URI.create("http://127.0.0.1:%d/actuator/health".formatted(http)),
                        directory.resolve(service.label() + ".log"));
        // Whoever stops the build in the middle leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::close));
        process.start();
        process.awaitReady();
        return process;
    }

    private static String prefix(TestStore store) {
        return store.databaseName() + "_";
    }

    private static String made(Api api, String collection) {
        return name(api.post("/v1/" + collection, "{\"displayName\": \"of the stranger\"}"));
    }

    private static String made(Api api, String collection, String example) {
        return name(api.post("/v1/" + collection, Api.example(example)));
    }

    private static String name(Api.Answer created) {
        return created.ok().path("name").asString();
    }

    @Override
    public void close() {
        internal.values().forEach(InternalCalls::close);
        processes.values().forEach(Replica::close);
        platform.close();
        persons.close();
    }
}
