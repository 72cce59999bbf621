package io.syncopate.gateway.passthrough;

import io.grpc.HandlerRegistry;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.syncopate.gateway.proxy.OpenStreams;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The port for clients of gRPC. */
public final class GrpcDoor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GrpcDoor.class);

    /** Longer than most calls may take. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(15);

    private final ExecutorService handlers =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("gateway-grpc-", 0).factory());
    private final OpenStreams streams;
    private final InetSocketAddress address;
    private final Server server;
    private volatile boolean running;

    /**
     * @param at the web server's address; null for every one of this machine
     * @param streams ended before the rest is waited for
     */
    GrpcDoor(
            PassThroughSettings settings,
            @Nullable InetAddress at,
            List<ServerServiceDefinition> own,
            HandlerRegistry passed,
            OpenStreams streams) {
        this.streams = streams;
        int port = Objects.requireNonNull(settings.port());
        this.address = at == null ? new InetSocketAddress(port) : new InetSocketAddress(at, port);
        this.server =
                NettyServerBuilder.forAddress(address)
                        .addServices(own)
                        .fallbackHandlerRegistry(passed)
                        .executor(handlers)
                        .maxInboundMessageSize(Math.toIntExact(settings.messageLimit().toBytes()))
                        .maxConcurrentCallsPerConnection(1000)
                        // as the services permit it: clients that find out early who went silent
                        .permitKeepAliveTime(10, TimeUnit.SECONDS)
                        .permitKeepAliveWithoutCalls(true)
                        // a client that went silent holds nothing for long, nor one that asks
                        // nothing
                        .maxConnectionIdle(5, TimeUnit.MINUTES)
                        .keepAliveTime(60, TimeUnit.SECONDS)
                        .keepAliveTimeout(10, TimeUnit.SECONDS)
                        .build();
    }

    /** The one that was taken, where any was to be. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "clients of gRPC cannot be served at %s; syncopate.gateway.grpc.port chooses another port"
                            .formatted(address),
                    e);
        }
        LOG.info("Clients of gRPC are served on port {}", port());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        server.shutdown();
        // here: this is stopped before them, whatever the phases, because it uses them
        streams.end();
        try {
            if (!server.awaitTermination(LAST_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        handlers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }
}
