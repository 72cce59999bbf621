package io.syncopate.gateway.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Is told when an answer was sent as a whole. Stands behind the codec of HTTP/1.1. */
abstract class EndOfAnswer extends ChannelDuplexHandler {

    abstract void answered(ChannelHandlerContext context);

    @Override
    public final void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        ChannelPromise written = promise;
        if (message instanceof LastHttpContent && !isInterim(message)) {
            // not before it is sent: whoever reads slowly has not had the answer yet
            written = promise.unvoid().addListener(_ -> answered(context));
        }
        ChannelFuture _ = context.write(message, written);
    }

    /** Such as 100 (Continue), after which the answer is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
