package io.syncopate.gateway.backend;

import com.google.protobuf.Descriptors.MethodDescriptor;

import io.syncopate.gateway.transcoding.HttpRules;
import io.syncopate.gateway.transcoding.Route;
import io.syncopate.gateway.transcoding.RouteTable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All backends and the one table of their routes. Asks each backend anew when its connection
 * changes and from time to time; a backend that does not answer keeps the routes it was last known
 * to have.
 */
public final class Backends implements SmartLifecycle, ApplicationListener<ContextRefreshedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
    private static final Duration ASK_ABSENT_EVERY = Duration.ofSeconds(2);
    private static final String CONTRACTS = "META-INF/syncopate/contracts.binpb";

    private final List<Backend> backends;
    private final Duration refreshEvery;
    private final Set<String> reported = new HashSet<>();
    private volatile RouteTable<Target> routes;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean running;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Backends::thread);

    /**
     * @param settings by name, in the order in which they win a path that two want
     * @param refreshEvery how often a backend is asked that stays connected
     */
    public Backends(Map<String, BackendSettings> settings, Duration refreshEvery) {
        this.refreshEvery = refreshEvery;
        this.backends =
                settings.entrySet().stream()
                        .map(e -> new Backend(e.getKey(), e.getValue(), builtIn(e.getValue())))
                        .toList();
        this.routes = table();
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().name("gateway-backends").daemon().unstarted(work);
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
        return routes;
    }

    /** Asks these backends now. */
    private void refresh(List<Backend> which) throws InterruptedException {
        boolean changed = false;
        for (Backend backend : which) {
            changed |= backend.refresh();
        }
        if (changed) {
            routes = table();
        }
    }

    private RouteTable<Target> table() {
        var table = new RouteTable.Builder<Target>();
        int count = 0;
        for (Backend backend : backends) {
            var fence = new Fence(backend.settings());
            for (var service : backend.contracts().services()) {
                if (!fence.allowsService(service.getFullName())) {
                    continue;
                }
                for (MethodDescriptor method : service.getMethods()) {
                    count += add(backend, fence, method, table);
                }
            }
        }
        LOG.info("{} routes to {} backends", count, backends.size());
        return table.build();
    }

    private int add(
            Backend backend,
            Fence fence,
            MethodDescriptor method,
            RouteTable.Builder<Target> table) {
        if (method.isClientStreaming() || method.isServerStreaming()) {
            return 0;
        }
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
                table.add(
                        route.httpMethod(),
                        route.template(),
                        Target.of(backend, route, backend.contracts().types()));
                added++;
            } catch (RouteTable.ConflictException e) {
                refuse(backend, route.toString(), String.valueOf(e.getMessage()));
            }
        }
        return added;
    }

    private void refuse(Backend backend, String what, String why) {
        if (reported.add(backend + what + why)) {
            LOG.warn("Backend {}: {} is refused: {}", backend, what, why);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Begins to ask when everything of this context is up, the gateway's own services too. */
    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (begun.getAndSet(true)) {
            return;
        }
        worker.scheduleWithFixedDelay(
                () -> quietly(all()), 0, refreshEvery.toMillis(), TimeUnit.MILLISECONDS);
        worker.scheduleWithFixedDelay(
                () -> quietly(absent()),
                ASK_ABSENT_EVERY.toMillis(),
                ASK_ABSENT_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        backends.forEach(this::watch);
    }

    private void watch(Backend backend) {
        backend.onConnectionChange(
                () -> {
                    try {
                        if (backend.connected()) {
                            worker.execute(() -> quietly(List.of(backend)));
                        }
                        if (running) {
                            watch(backend);
                        }
                    } catch (RejectedExecutionException e) {
                        LOG.debug("Backend {} changed while stopping", backend, e);
                    }
                });
    }

    private List<Backend> absent() {
        return backends.stream().filter(b -> b.state() != Backend.State.READY).toList();
    }

    private void quietly(List<Backend> which) {
        try {
            refresh(which);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("The backends could not be asked", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        worker.shutdownNow();
        backends.forEach(Backend::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A stopped one cannot be started again: its connections are closed. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Stops after the web server, so that requests under way are still answered. */
    @Override
    public int getPhase() {
        return 0;
    }
}
