package io.syncopate.gateway.web;

import io.netty.channel.ChannelHandlerContext;

/**
 * Reads on after each answer. Reactor Netty reads a connection on demand, and 1.3.4 and 1.3.7 forget
 * to when a request came so close behind an answer that it had to wait, and was then answered at once:
 * the client's next request on that connection would never be read (its issue 4361). One demand too
 * many does nothing.
 */
final class NextRequest extends EndOfAnswer {

    @Override
    void answered(ChannelHandlerContext context) {
        context.read();
    }
}
