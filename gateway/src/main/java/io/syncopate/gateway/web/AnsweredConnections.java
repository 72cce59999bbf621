package io.syncopate.gateway.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServer;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connections whose last answer was sent, when the gateway stops. Reactor Netty waits for
 * the end of each exchange; one that ends at that very moment is not noticed (1 of 400 stops), and it
 * waits on until the client lets go of the connection: most keep it for half a minute or longer.
 */
final class AnsweredConnections implements NettyServerCustomizer, SmartLifecycle {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("gateway-connections").daemon().factory());
    private Set<Channel> answered = Set.of();
    private volatile boolean running;

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnConnection(connection -> add(connection.channel()));
    }

    void add(Channel channel) {
        open.add(channel);
    }

    /** Closes what was found answered before and has not had a request since. */
    void look() {
        var found = new HashSet<Channel>();
        for (Channel channel : open) {
            if (isAnswered(channel)) {
                found.add(channel);
            }
        }
        for (Channel channel : found) {
            if (answered.contains(channel)) {
                ChannelFuture _ = channel.close();
            }
        }
        answered = found;
        if (open.isEmpty()) {
            looking.shutdown();
        }
    }

    private static boolean isAnswered(Channel channel) {
        ChannelOperations<?, ?> exchange = ChannelOperations.get(channel);
        boolean ended =
                exchange == null
                        || (exchange.isSubscriptionDisposed() && exchange.isInboundDisposed());
        ChannelOutboundBuffer unsent = channel.unsafe().outboundBuffer();
        return ended && (unsent == null || unsent.totalPendingWriteBytes() == 0);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        Future<?> _ =
                looking.scheduleWithFixedDelay(
                        this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Just before the web server waits for its exchanges. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }
}
