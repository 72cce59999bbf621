package io.syncopate.starter.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class ReconnectionTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger looks = new AtomicInteger();
    private final Reconnection reconnection = new Reconnection(looks::incrementAndGet, now::get);

    @Test
    void looksAgainForTheFirstCallThatFoundNobody() {
        reconnection.foundNobody();
        assertThat(looks).hasValue(1);
    }

    @Test
    void looksAtMostOnceASecondHoweverManyCallsFail() {
        for (int i = 0; i < 100; i++) {
            reconnection.foundNobody();
        }
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(999));
        reconnection.foundNobody();
        assertThat(looks).hasValue(1);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        reconnection.foundNobody();
        assertThat(looks).hasValue(2);
    }
}
