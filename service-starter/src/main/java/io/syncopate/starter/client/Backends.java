package io.syncopate.starter.client;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.stub.AbstractStub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The other services, by name; each has one channel and one guard, made when it is first asked. */
public final class Backends implements AutoCloseable {

    private static final String IN_PROCESS = "in-process:";
    private static final long CLOSE_SECONDS = 5;

    private final Map<String, BackendSettings> settings;
    private final OutgoingTokens tokens;
    private final List<ClientInterceptor> interceptors;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    /**
     * @param interceptors what each call passes, besides those that add token and request id
     */
    public Backends(
            Map<String, BackendSettings> settings,
            OutgoingTokens tokens,
            List<ClientInterceptor> interceptors) {
        this.settings = Map.copyOf(settings);
        this.tokens = tokens;
        this.interceptors = List.copyOf(interceptors);
        this.breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .failureRateThreshold(50)
                                .waitDurationInOpenState(Duration.ofSeconds(5))
                                .permittedNumberOfCallsInHalfOpenState(3)
                                .recordException(Guard::isOutage)
                                .build());
    }

    /**
     * @param name as in {@code syncopate.backends.<name>}; also the audience of the tokens for it
     * @param stub makes the stub for a channel: {@code ProgramServiceGrpc::newBlockingStub}
     * @throws IllegalStateException when no address is set for it
     */
    public <S extends AbstractStub<S>> Backend<S> backend(String name, Function<Channel, S> stub) {
        Connection connection = connections.computeIfAbsent(name, this::connect);
        return new Backend<>(
                connection.guard(),
                stub.apply(connection.channel()).withInterceptors(interceptorsFor(name)));
    }

    public CircuitBreakerRegistry circuitBreakers() {
        return breakers;
    }

    public BulkheadRegistry bulkheads() {
        return bulkheads;
    }

    /** Lets calls under way end for five seconds. */
    @Override
    public void close() {
        connections.values().forEach(connection -> connection.channel().shutdown());
        for (Connection connection : connections.values()) {
            try {
                if (!connection.channel().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    connection.channel().shutdownNow();
                }
            } catch (InterruptedException e) {
                connection.channel().shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private ClientInterceptor[] interceptorsFor(String name) {
        List<ClientInterceptor> all = new ArrayList<>();
        // The one added last is called first: what observes a call sees all of it.
        all.add(new CallMetadata(name, tokens));
        all.addAll(interceptors);
        return all.toArray(ClientInterceptor[]::new);
    }

    private Connection connect(String name) {
        BackendSettings backend = settings.get(name);
        if (backend == null) {
            throw new IllegalStateException(
                    "syncopate.backends.%s.address is not set: expected host:port or in-process:<name>"
                            .formatted(name));
        }
        Guard guard =
                new Guard(
                        name,
                        backend,
                        breakers.circuitBreaker(name),
                        bulkheads.bulkhead(
                                name,
                                BulkheadConfig.custom()
                                        .maxConcurrentCalls(backend.maxConcurrent())
                                        .maxWaitDuration(Duration.ZERO)
                                        .build()));
        return new Connection(channel(backend), guard);
    }

    private static ManagedChannel channel(BackendSettings backend) {
        String address = backend.address();
        if (address.startsWith(IN_PROCESS)) {
            return InProcessChannelBuilder.forName(address.substring(IN_PROCESS.length())).build();
        }
        return Reconnection.build(
                ManagedChannelBuilder.forTarget(address)
                        .usePlaintext()
                        .maxInboundMessageSize(Math.toIntExact(backend.messageLimit().toBytes()))
                        // Several replicas share the calls: dns:/// of a headless service, or
                        // static:///.
                        .defaultLoadBalancingPolicy("round_robin")
                        // Retries happen in one layer: in Guard.
                        .disableRetry()
                        // A peer that went silent is noticed by then, not when TCP gives up.
                        .keepAliveTime(10, TimeUnit.SECONDS)
                        .keepAliveTimeout(5, TimeUnit.SECONDS));
    }

    private record Connection(ManagedChannel channel, Guard guard) {}
}
