package io.syncopate.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

class HeaderDeadlineTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private final EmbeddedChannel channel =
            new EmbeddedChannel(new HttpServerCodec(), new HeaderDeadline(Duration.ofSeconds(10)));

    HeaderDeadlineTest() {
        channel.freezeTime();
    }

    @Test
    void closesWhatSaysNothing() {
        passes(9);
        assertThat(channel.isOpen()).isTrue();
        passes(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesWhatSaysALittleAgainAndAgain() {
        says("GET / HTTP/1.1\r\n");
        for (int second = 0; second < 9; second++) {
            passes(1);
            says("X-A: b\r\n");
        }
        assertThat(channel.isOpen()).isTrue();
        passes(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void waitsForAnAnswerAndForTheBodyBeforeIt() {
        says("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\na");
        passes(60);
        answers(HttpResponseStatus.CONTINUE);
        passes(60);
        says("bc");
        passes(60);
        assertThat(
                        channel.writeOutbound(
                                new DefaultHttpResponse(
                                        HttpVersion.HTTP_1_1, HttpResponseStatus.OK)))
                .isTrue();
        passes(60);
        assertThat(channel.isOpen()).as("half of the answer is sent").isTrue();
    }

    @Test
    void waitsForWhoReadsSlowly() {
        says(REQUEST);
        ChannelFuture _ =
                channel.write(
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        passes(60);
        assertThat(channel.isOpen()).as("the answer is not sent yet").isTrue();
        channel.flush();
        passes(10);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void countsAnewFromEachAnswer() {
        says(REQUEST);
        passes(60);
        answers(HttpResponseStatus.OK);
        passes(9);
        says(REQUEST);
        passes(60);
        assertThat(
                        channel.writeOutbound(
                                new DefaultHttpResponse(
                                        HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
                                LastHttpContent.EMPTY_LAST_CONTENT))
                .isTrue();
        passes(9);
        assertThat(channel.isOpen()).isTrue();
        passes(1);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void waitsForTheAnswersToAllThatWasAskedAtOnce() {
        says(REQUEST + REQUEST);
        answers(HttpResponseStatus.OK);
        passes(60);
        assertThat(channel.isOpen()).isTrue();
        answers(HttpResponseStatus.OK);
        passes(10);
        assertThat(channel.isOpen()).isFalse();
    }

    private void says(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answers(HttpResponseStatus status) {
        assertThat(channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status)))
                .isTrue();
    }

    private void passes(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
