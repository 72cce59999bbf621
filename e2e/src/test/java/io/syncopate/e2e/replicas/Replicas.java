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
 * Gateways and services as processes of their own, two of each or one, over one store. The gateways reach
 * the services, and the assessment-service the others, by lists of their addresses; the services
 * reach the gateways by one address.
 */
public final class Replicas implements AutoCloseable {

    private static final String SECRET = "a-secret-that-these-processes-share";

    private final Path directory;
    private final Wiring wiring;
    private final int ofEach;
    private final Map<Service, List<Integer>> grpcPorts = new EnumMap<>(Service.class);
    private final List<Integer> gatewayPorts;
    private final Balancer balancer;
    private final List<Replica> gateways = new ArrayList<>();
    private final Map<Service, List<Replica>> services = new EnumMap<>(Service.class);

    private Replicas(Path directory, Wiring wiring, int ofEach) {
        this.directory = directory;
        this.wiring = wiring;
        this.ofEach = ofEach;
        for (Service service : Service.values()) {
            grpcPorts.put(service, ports());
        }
        this.gatewayPorts = ports();
        this.balancer = new Balancer(gatewayPorts);
        for (Service service : Service.values()) {
            var replicas = new ArrayList<Replica>();
            for (int i = 0; i < ofEach; i++) {
                replicas.add(service(service, i));
            }
            services.put(service, replicas);
        }
        for (int i = 0; i < ofEach; i++) {
            gateways.add(gateway(i));
        }
    }

    /** Two of each. */
    public static Replicas start(Path directory, Wiring wiring) {
        return start(directory, wiring, 2);
    }

    /**
     * Starts as many at a time as there are processors, those that the others call first, and waits
     * until each is ready: all at once they only keep each other from getting anywhere.
     */
    public static Replicas start(Path directory, Wiring wiring, int ofEach) {
        var replicas = new Replicas(directory, wiring, ofEach);
        // Whoever stops the build in the middle leaves nothing behind.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> replicas.all().forEach(Replica::close)));
        try {
            replicas.startAll();
            return replicas;
        } catch (RuntimeException | Error e) {
            replicas.close();
            throw e;
        }
    }

    private void startAll() {
        List<Replica> order = all();
        int atOnce = Math.max(2, Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < order.size(); i++) {
            if (i >= atOnce) {
                order.get(i - atOnce).awaitReady();
            }
            order.get(i).start();
        }
        order.forEach(Replica::awaitReady);
    }

    /** Calls one gateway, then the other. */
    public Api api() {
        var endpoints = new ArrayList<Api.Gateway>();
        for (int i = 0; i < ofEach; i++) {
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
                module,
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

    private List<Integer> ports() {
        return Stream.generate(Ports::free).limit(ofEach).collect(Collectors.toList());
    }

    @Override
    public void close() {
        all().forEach(Replica::close);
        balancer.close();
    }
}
