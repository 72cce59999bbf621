package io.syncopate.gateway.backend;

import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.gateway.background.BackgroundWork;
import io.syncopate.gateway.history.KnownKinds;
import io.syncopate.gateway.history.ResourceKind;
import io.syncopate.gateway.history.ResourceKinds;
import io.syncopate.gateway.people.Roles;
import io.syncopate.gateway.transcoding.HttpRules;
import io.syncopate.gateway.transcoding.Route;
import io.syncopate.gateway.transcoding.RouteTable;
import io.syncopate.kernel.Scope;
import io.syncopate.starter.call.AccessRule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All backends and the one table of their routes. Asks each backend anew when its connection
 * changes and from time to time; a backend that does not answer keeps the routes it was last known
 * to have.
 */
public final class Backends extends BackgroundWork implements KnownKinds {

    /** The backend that this process is itself. */
    public static final String OWN = "gateway";

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final Duration ASK_ABSENT_EVERY = Duration.ofSeconds(2);
    static final String CONTRACTS = "META-INF/syncopate/contracts.binpb";

    private final List<Backend> backends;
    private final Duration refreshEvery;
    private final IdleGrants idleGrants;
    private final Set<String> reported = new HashSet<>();
    private volatile Served served;

    /**
     * @param methods by full name
     * @param awaited those of which nobody knows yet what they serve
     */
    private record Served(
            RouteTable<Target> routes,
            Map<String, GrpcTarget> methods,
            Directory directory,
            ResourceKinds kinds,
            List<Backend> awaited) {}

    /**
     * @param settings by name, in the order in which they win a path that two want
     * @param refreshEvery how often a backend is asked that stays connected
     * @param roles whose grants are held against what the backends ask for
     */
    public Backends(Map<String, BackendSettings> settings, Duration refreshEvery, Roles roles) {
        super("gateway-backends");
        this.refreshEvery = refreshEvery;
        this.idleGrants = new IdleGrants(roles);
        this.backends =
                settings.entrySet().stream()
                        .map(e -> new Backend(e.getKey(), e.getValue(), builtIn(e.getValue())))
                        .toList();
        this.served = table();
    }

    /** What is known before a backend was ever there. */
    private static Contracts builtIn(BackendSettings settings) {
        try (InputStream set = Backends.class.getClassLoader().getResourceAsStream(CONTRACTS)) {
            return set == null
                    ? Contracts.of(List.of())
                    : Contracts.ofSet(set, settings.packages());
        } catch (IOException e) {
            throw new UncheckedIOException(CONTRACTS + " cannot be read", e);
        }
    }

    public List<Backend> all() {
        return backends;
    }

    public RouteTable<Target> routes() {
        return served.routes();
    }

    /**
     * Whose this path can be that was never there yet. To be asked before the routes: those that it
     * turns out to have may be there a moment later.
     */
    public Optional<Backend> awaited(String path) {
        return awaited(served, path);
    }

    private static Optional<Backend> awaited(Served served, String path) {
        return served.awaited().stream()
                .filter(backend -> new Fence(backend.settings()).allowsPath(path))
                .findFirst();
    }

    /**
     * Whose this service can be that was never there yet.
     *
     * @param service full name
     */
    public Optional<Backend> awaitedService(String service) {
        return served.awaited().stream()
                .filter(backend -> new Fence(backend.settings()).allowsService(service))
                .findFirst();
    }

    /**
     * The method for a client of gRPC. They are those that have a route: what has none is for
     * services only.
     *
     * @param fullName such as {@code syncopate.asset.v1.QueueService/ClaimAsset}
     */
    public Optional<GrpcTarget> method(String fullName) {
        return Optional.ofNullable(served.methods().get(fullName));
    }

    /** The services that have such methods, and the files that declare them. */
    public Directory directory() {
        return served.directory();
    }

    @Override
    public ResourceKind kindOf(String name) {
        Served now = served;
        return now.kinds()
                .find(name)
                .or(
                        () ->
                                awaited(now, "/v1/" + name)
                                        .map(backend -> new ResourceKind(name, backend.name())))
                .orElseThrow(() -> now.kinds().unknown(name));
    }

    /** Asks these backends now. */
    private void refresh(List<Backend> which) throws InterruptedException {
        boolean changed = false;
        for (Backend backend : which) {
            changed |= backend.refresh();
        }
        if (changed) {
            served = table();
        }
    }

    private Served table() {
        var table = new RouteTable.Builder<Target>();
        var methods = new HashMap<String, GrpcTarget>();
        var kinds = new ResourceKinds.Builder();
        int count = 0;
        for (Backend backend : backends) {
            var fence = new Fence(backend.settings());
            var asked = new HashMap<String, Scope>();
            for (var service : backend.contracts().services()) {
                if (!fence.allowsService(service.getFullName())) {
                    continue;
                }
                for (MethodDescriptor method : service.getMethods()) {
                    count += add(backend, fence, method, table, methods);
                    AccessRule.of(method)
                            .ifPresent(
                                    rule ->
                                            asked.merge(
                                                    rule.permission(),
                                                    rule.scope(),
                                                    Scope::narrower));
                }
            }
            addKinds(backend, kinds);
            if (backend.isKnown()) {
                idleGrants.among(backend.settings(), asked).forEach(what -> warn(backend, what));
            }
        }
        LOG.info("{} routes to {} backends", count, backends.size());
        return new Served(
                table.build(),
                Map.copyOf(methods),
                Directory.of(backends, methods.values()),
                kinds.build(),
                backends.stream().filter(backend -> !backend.isKnown()).toList());
    }

    private int add(
            Backend backend,
            Fence fence,
            MethodDescriptor method,
            RouteTable.Builder<Target> table,
            Map<String, GrpcTarget> methods) {
        List<Route> rules;
        try {
            rules = HttpRules.routes(method);
        } catch (IllegalArgumentException e) {
            refuse(backend, method.getFullName(), String.valueOf(e.getMessage()));
            return 0;
        }
        int added = 0;
        for (Route route : rules) {
            var refusal = fence.refusal(route);
            if (refusal.isPresent()) {
                refuse(backend, route.toString(), refusal.get());
                continue;
            }
            try {
                Target target = Target.of(backend, route, backend.contracts().types());
                table.add(route.httpMethod(), route.template(), target);
                methods.putIfAbsent(target.call().getFullMethodName(), GrpcTarget.of(target));
                added++;
            } catch (RouteTable.ConflictException e) {
                refuse(backend, route.toString(), String.valueOf(e.getMessage()));
            }
        }
        return added;
    }

    /** Of its own contracts: what it imports is another's. */
    private void addKinds(Backend backend, ResourceKinds.Builder kinds) {
        for (Contracts.ResourcePattern resource : backend.contracts().resources()) {
            if (!backend.settings().packages().contains(resource.declaredIn())) {
                continue;
            }
            kinds.add(new ResourceKind(resource.pattern(), backend.name()))
                    .ifPresent(
                            taken ->
                                    refuse(
                                            backend,
                                            "resource " + resource.pattern(),
                                            "its names look like those of " + taken.backend()));
        }
    }

    private void refuse(Backend backend, String what, String why) {
        warn(backend, "%s is refused: %s".formatted(what, why));
    }

    private void warn(Backend backend, String what) {
        if (reported.add(backend + what)) {
            LOG.warn("Backend {}: {}", backend, what);
        }
    }

    /** The own services are asked before anybody else can ask for them. */
    @Override
    protected void begin() {
        all().stream().filter(b -> b.name().equals(OWN)).forEach(this::requireReady);
        every(refreshEvery, Duration.ZERO, () -> refresh(all()));
        every(ASK_ABSENT_EVERY, ASK_ABSENT_EVERY, () -> refresh(absent()));
        backends.forEach(this::watch);
    }

    private void requireReady(Backend own) {
        try {
            refresh(List.of(own));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (own.state() != Backend.State.READY) {
            throw new IllegalStateException(
                    "The gateway's own services do not answer at "
                            + own.settings().address()
                            + " (syncopate.backends.gateway.address): expected in-process: and"
                            + " the name in spring.grpc.server.inprocess.name");
        }
    }

    private void watch(Backend backend) {
        backend.onConnectionChange(
                () -> {
                    if (backend.connected()) {
                        soon(() -> refresh(List.of(backend)));
                    }
                    if (isRunning()) {
                        watch(backend);
                    }
                });
    }

    private List<Backend> absent() {
        return backends.stream().filter(b -> b.state() != Backend.State.READY).toList();
    }

    @Override
    protected void end() {
        backends.forEach(Backend::close);
    }
}
