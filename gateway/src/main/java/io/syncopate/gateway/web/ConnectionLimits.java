package io.syncopate.gateway.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;

import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds connections to their number and to the time in which they ask for something, and the server to
 * reading what they ask next.
 */
final class ConnectionLimits implements NettyServerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimits.class);

    private final WebSettings settings;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicBoolean full = new AtomicBoolean();

    ConnectionLimits(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> limit(channel));
    }

    private void limit(Channel channel) {
        boolean tooMany = open.incrementAndGet() > settings.mostConnections();
        ChannelFuture _ = channel.closeFuture().addListener(_ -> closed());
        if (tooMany && !full.getAndSet(true)) {
            LOG.warn(
                    "{} connections are open (syncopate.gateway.most-connections): more are closed"
                            + " at once",
                    settings.mostConnections());
        }
        if (tooMany) {
            ChannelFuture _ = channel.close();
        } else {
            channel.pipeline()
                    .addAfter(
                            NettyPipeline.HttpCodec,
                            "syncopate.headerDeadline",
                            new HeaderDeadline(settings.headerTime()))
                    .addAfter(NettyPipeline.HttpCodec, "syncopate.nextRequest", new NextRequest());
        }
    }

    /** Told again only after it has been half empty: around the limit it would be told each time. */
    private void closed() {
        if (open.decrementAndGet() < settings.mostConnections() / 2) {
            full.set(false);
        }
    }
}
