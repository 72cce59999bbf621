package io.syncopate.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Without the handler, Reactor Netty 1.3.4 and 1.3.7 never read the third request of this test. */
class NextRequestTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n.";

    private final Sinks.Empty<Void> first = Sinks.empty();
    private final CountDownLatch firstArrived = new CountDownLatch(1);

    @Test
    void aRequestThatComesAfterOneThatHadToWaitIsRead() throws Exception {
        DisposableServer server = server();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            ask(socket, "/waits");
            assertThat(firstArrived.await(20, TimeUnit.SECONDS)).isTrue();
            ask(socket, "/at-once");
            first.tryEmitEmpty();
            readAnswers(socket, 2);
            ask(socket, "/at-once");
            readAnswers(socket, 1);
        } finally {
            server.disposeNow();
        }
    }

    /** What is still being answered is not read past: that is how a client is slowed down. */
    @Test
    void nothingIsReadOnBeforeTheEndOfTheAnswer() {
        var reads = new AtomicInteger();
        var channel = new EmbeddedChannel(new CountingReads(reads), new NextRequest());
        int before = reads.get();
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE),
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
                new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        assertThat(reads.get()).isEqualTo(before);
        channel.writeOutbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(reads.get()).isEqualTo(before + 1);
        channel.finishAndReleaseAll();
    }

    private static final class CountingReads extends ChannelOutboundHandlerAdapter {

        private final AtomicInteger reads;

        private CountingReads(AtomicInteger reads) {
            this.reads = reads;
        }

        @Override
        public void read(ChannelHandlerContext context) {
            reads.incrementAndGet();
            context.read();
        }
    }

    private DisposableServer server() {
        return HttpServer.create()
                .host("127.0.0.1")
                .doOnChannelInit(
                        (_, channel, _) ->
                                channel.pipeline()
                                        .addAfter(
                                                NettyPipeline.HttpCodec,
                                                "nextRequest",
                                                new NextRequest()))
                .handle(
                        (request, response) -> {
                            Mono<Void> when = Mono.empty();
                            if (request.uri().equals("/waits")) {
                                firstArrived.countDown();
                                when = first.asMono();
                            }
                            return when.then(
                                    response.header("content-length", "1")
                                            .sendString(Mono.just("."))
                                            .then());
                        })
                .bindNow();
    }

    private static void ask(Socket socket, String path) throws IOException {
        OutputStream to = socket.getOutputStream();
        to.write(
                ("GET " + path + " HTTP/1.1\r\nhost: x\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        to.flush();
    }

    private static void readAnswers(Socket socket, int count) throws IOException {
        InputStream from = socket.getInputStream();
        byte[] answers = from.readNBytes(count * ANSWER.length());
        assertThat(new String(answers, StandardCharsets.US_ASCII)).isEqualTo(ANSWER.repeat(count));
    }
}
