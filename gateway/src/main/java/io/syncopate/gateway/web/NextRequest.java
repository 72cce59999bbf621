package io.syncopate.gateway.web;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Reads on after each answer. Reactor Netty reads a connection on demand, and 1.3.4 to 1.3.7 forget
 * to when a request came so close behind an answer that it had to wait, and was then answered at once:
 * the client's next request on that connection would never be read (its issue 4361). One demand too
 * many does nothing. Stands behind the codec of HTTP/1.1.
 */
final class NextRequest extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelPromise written = promise;
        if (message instanceof LastHttpContent && !isInterim(message)) {
            written = promise.unvoid().addListener(_ -> context.read());
        }
        ChannelFuture _ = context.write(message, written);
    }

    /** Such as 100 (Continue), after which the answer is still to come. */
    static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
