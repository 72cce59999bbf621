package io.syncopate.gateway.web;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which no whole header of a request has arrived in time, however steadily its
 * bytes drip: what waits for bytes alone (Reactor Netty's idle timeout) is kept waiting by one a
 * second. Stands behind the codec of HTTP/1.1, from which it gets whole headers and answers.
 */
final class HeaderDeadline extends EndOfAnswer {

    private final Duration time;
    private int unanswered;
    private @Nullable Future<?> end;

    /**
     * @param time from the connection, or from the end of the answer to the request before
     */
    HeaderDeadline(Duration time) {
        this.time = time;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            await(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        await(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        relax();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unanswered++;
            relax();
        }
        context.fireChannelRead(message);
    }

    @Override
    void answered(ChannelHandlerContext context) {
        unanswered--;
        if (unanswered == 0 && context.channel().isActive()) {
            await(context);
        }
    }

    private void await(ChannelHandlerContext context) {
        relax();
        end =
                context.executor()
                        .schedule(
                                () -> {
                                    ChannelFuture _ = context.close();
                                },
                                time.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    private void relax() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }
}
