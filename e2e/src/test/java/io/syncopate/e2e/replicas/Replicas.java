package io.syncopate.e2e.replicas;

import io.syncopate.e2e.Api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two gateways and two of each service as processes of their own, over one store. The gateways reach
 * the services, and the assessment-service the others, by lists of their addresses; the services
 * reach the gateways by one address.
 */
public final class Replicas implements AutoCloseable {

    private static final int OF_EACH = 2;
    private static final String SECRET = "a-secret-that-these-processes-share";

    private final Path directory;
    private final Wiring wiring;
    private final Map<Service, List<Integer>> grpcPorts = new EnumMap<>(Service.class);
    private final List<Integer> gatewayPorts;
    private final Balancer balancer;
    private final List<Replica> gateways = new ArrayList<>();
    private final Map<Service, List<Replica>> services = new EnumMap<>(Service.class);

    private Replicas(Path directory, Wiring wiring) {
        this.directory = directory;
        this.wiring = wiring;
        for (Service service : Service.values()) {
            grpcPorts.put(service, ports());
        }
        this.gatewayPorts = ports();
        this.balancer = new Balancer(gatewayPorts);
        for (Service service : Service.values()) {
            var replicas = new ArrayList<Replica>();
            for (int i = 0; i < OF_EACH; i++) {
                replicas.add(service(service, i));
            }
            services.put(service, replicas);
        }
        for (int i = 0; i < OF_EACH; i++) {
            gateways.add(gateway(i));
        }
    }

    /** Starts all at once and waits until each says that it is ready. */
    public static Replicas start(Path directory, Wiring wiring) {
        var replicas = new Replicas(directory, wiring);
        // Whoever stops the build in the middle leaves nothing behind.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> replicas.all().forEach(Replica::close)));
        try {
            replicas.all().forEach(Replica::start);
            replicas.all().forEach(Replica::awaitReady);
            return replicas;
        } catch (RuntimeException | Error e) {
            replicas.close();
            throw e;
        }
    }

    /** Calls one gateway, then the other. */
    public Api api() {
        var endpoints = new ArrayList<Api.Gateway>();
        for (int i = 0; i < OF_EACH; i++) {
            try {
                endpoints.add(
                        new Api.Gateway(
                                URI.create("http://127.0.0.1:" + gatewayPorts.get(i)),
                                Files.readString(developerKey(i)).strip()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Api.inTurn(endpoints);
    }

    public List<Replica> all() {
        return Stream.concat(services.values().stream().flatMap(List::stream), gateways.stream())
                .toList();
    }

    public List<Replica> gateways() {
        return List.copyOf(gateways);
    }

    public List<Replica> of(Service service) {
        return List.copyOf(services.getOrDefault(service, List.of()));
    }

    /** One address for both gateways. */
    public URI address() {
        return balancer.address();
    }

    public String secret() {
        return SECRET;
    }

    /** Where the replicas of a service serve gRPC. */
    public String grpcTarget(Service service) {
        return "127.0.0.1:" + grpcPorts.getOrDefault(service, List.of()).getFirst();
    }

    private Replica gateway(int index) {
        String name = "gateway-" + (index + 1);
        int port = gatewayPorts.get(index);
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=" + port);
        arguments.add("--syncopate.gateway.developer.key-file=" + developerKey(index));
        for (Service service : Service.values()) {
            arguments.add(backend(name, service));
        }
        return replica(name, "gateway", arguments, port, "/actuator/health/readiness");
    }

    private Replica service(Service service, int index) {
        String name = service.label() + "-" + (index + 1);
        int http = Ports.free();
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=" + http);
        arguments.add(
                "--spring.grpc.server.port="
                        + grpcPorts.getOrDefault(service, List.of()).get(index));
        arguments.add("--syncopate.security.issuer-uri=" + balancer.address());
        if (service == Service.ASSESSMENT) {
            arguments.add(backend(name, Service.SCHEDULING));
            arguments.add(backend(name, Service.ASSET));
        }
        return replica(name, service.module(), arguments, http, "/actuator/health");
    }

    private Replica replica(
            String name, String module, List<String> arguments, int http, String health) {
        var all = new ArrayList<>(arguments);
        all.add("--syncopate.mongodb.uri=" + wiring.store(name));
        all.add("--syncopate.security.service-secret=" + SECRET);
        return new Replica(
                name,
                jar(module),
                all,
                URI.create("http://127.0.0.1:" + http + health),
                directory.resolve(name + ".log"));
    }

    private String backend(String from, Service to) {
        List<Integer> ports = grpcPorts.getOrDefault(to, List.of());
        var addresses = new ArrayList<String>();
        for (int i = 0; i < ports.size(); i++) {
            String name = to.label() + "-" + (i + 1);
            addresses.add("127.0.0.1:" + wiring.port(from, name, ports.get(i)));
        }
        return "--syncopate.backends.%s.address=static:///%s"
                .formatted(to.label(), String.join(",", addresses));
    }

    private Path developerKey(int index) {
        return directory.resolve("developer-" + (index + 1) + ".key");
    }

    private static List<Integer> ports() {
        return Stream.generate(Ports::free).limit(OF_EACH).collect(Collectors.toList());
    }

    private static Path jar(String module) {
        Path jar =
                Path.of(System.getProperty("syncopate.root"))
                        .resolve(
                                "%s/target/syncopate-%s-%s-exec.jar"
                                        .formatted(
                                                module,
                                                module,
                                                System.getProperty("syncopate.version")));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build the module first");
        }
        return jar;
    }

    @Override
    public void close() {
        all().forEach(Replica::close);
        balancer.close();
    }
}
