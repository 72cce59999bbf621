package io.syncopate.gateway.backend;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.syncopate.starter.client.Reconnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One service behind the gateway: its connection and the last contracts that it was seen with. */
public final class Backend {

    /** How it stands. */
    public enum State {
        /** Not asked yet. */
        UNKNOWN,
        /** It answered when it was last asked. */
        READY,
        /** It did not; calls to it are still tried. */
        DOWN
    }

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final String IN_PROCESS = "in-process:";
    private static final Duration ANSWER_TO_REFLECTION = Duration.ofSeconds(5);

    private final String name;
    private final BackendSettings settings;
    private final ManagedChannel channel;
    private volatile Contracts contracts;
    private volatile State state = State.UNKNOWN;
    private volatile boolean known;

    Backend(String name, BackendSettings settings, Contracts known) {
        this.name = name;
        this.settings = settings;
        this.contracts = known;
        this.known = !known.services().isEmpty();
        this.channel = connect(settings);
    }

    private static ManagedChannel connect(BackendSettings settings) {
        String address = settings.address();
        // Calls are made and answered on the event loop: handing over to a pool costs more than the
        // work
        return address.startsWith(IN_PROCESS)
                ? InProcessChannelBuilder.forName(address.substring(IN_PROCESS.length()))
                        .directExecutor()
                        .build()
                : Reconnection.build(
                        NettyChannelBuilder.forTarget(address)
                                .usePlaintext()
                                .directExecutor()
                                .maxInboundMessageSize(
                                        Math.toIntExact(settings.messageLimit().toBytes()))
                                // Several replicas share the calls: dns:/// of a headless service,
                                // or static:///
                                .defaultLoadBalancingPolicy("round_robin")
                                // A peer that went silent is noticed by then, not when TCP gives up
                                .keepAliveTime(10, TimeUnit.SECONDS)
                                .keepAliveTimeout(5, TimeUnit.SECONDS));
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    public Duration deadline() {
        return settings.deadline();
    }

    public ManagedChannel channel() {
        return channel;
    }

    /** Full names of the services that it is known to have. */
    public List<String> services() {
        var fence = new Fence(settings);
        return contracts.services().stream()
                .map(service -> service.getFullName())
                .filter(fence::allowsService)
                .sorted()
                .toList();
    }

    /** Whether anybody knows what it serves: its contract comes with the gateway, or it was there. */
    boolean isKnown() {
        return known;
    }

    Contracts contracts() {
        return contracts;
    }

    BackendSettings settings() {
        return settings;
    }

    /**
     * Asks it what it serves.
     *
     * @return whether that has changed
     */
    boolean refresh() throws InterruptedException {
        State before = state;
        // else gRPC would wait up to two minutes before it looks again for one that was away
        channel.resetConnectBackoff();
        try {
            Contracts seen =
                    new Reflection(channel, ANSWER_TO_REFLECTION)
                            .contracts(new Fence(settings)::allowsService);
            state = State.READY;
            if (before != state) {
                LOG.info("Backend {} is ready", name);
            }
            boolean changed = !known || !seen.sameAs(contracts);
            known = true;
            contracts = seen;
            return changed;
        } catch (StatusRuntimeException e) {
            state = State.DOWN;
            if (before != state) {
                LOG.warn("Backend {} is down: {}", name, e.getStatus());
            }
            return false;
        } catch (IllegalArgumentException e) {
            state = State.READY;
            boolean changed = !known;
            known = true;
            LOG.warn("Backend {}: what it says of itself is refused: {}", name, e.getMessage());
            return changed;
        }
    }

    /** Runs once when the connection is no longer what it is now. */
    void onConnectionChange(Runnable action) {
        channel.notifyWhenStateChanged(channel.getState(false), action);
    }

    boolean connected() {
        return channel.getState(false) == ConnectivityState.READY;
    }

    void close() {
        channel.shutdownNow();
    }

    @Override
    public String toString() {
        return name;
    }
}
