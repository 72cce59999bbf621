package io.syncopate.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyInbound;
import reactor.netty.NettyOutbound;
import reactor.netty.channel.ChannelOperations;

class AnsweredConnectionsTest {

    private final AnsweredConnections connections = new AnsweredConnections();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    @Test
    void closesWhatWasAnsweredAndIsStillHeldAtTheNextLook() {
        var exchange = new Exchange(channel);
        connections.add(channel);
        exchange.answer();

        connections.look();
        assertThat(channel.isOpen()).as("may end by itself").isTrue();
        connections.look();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesWhatHasNoRequest() {
        connections.add(channel);
        connections.look();
        connections.look();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void waitsForAnAnswer() {
        new Exchange(channel);
        connections.add(channel);
        connections.look();
        connections.look();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void waitsForAnAnswerThatIsNotSentToItsEnd() {
        var exchange = new Exchange(channel);
        connections.add(channel);
        ChannelFuture _ = channel.write(Unpooled.copiedBuffer(new byte[] {1, 2, 3}));
        exchange.answer();
        connections.look();
        connections.look();
        assertThat(channel.isOpen()).isTrue();
        channel.flush();
        connections.look();
        connections.look();
        assertThat(channel.isOpen()).isFalse();
    }

    /** Whose end the server does not notice. */
    private static final class Exchange extends ChannelOperations<NettyInbound, NettyOutbound> {

        Exchange(EmbeddedChannel channel) {
            super(Connection.from(channel), ConnectionObserver.emptyListener());
            bind();
        }

        void answer() {
            onComplete();
            onInboundComplete();
            discard();
            ((EmbeddedChannel) channel()).runPendingTasks();
        }

        @Override
        protected void onOutboundComplete() {}
    }
}
