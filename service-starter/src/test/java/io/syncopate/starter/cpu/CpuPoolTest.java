package io.syncopate.starter.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.grpc.Context;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.RefusedException.Kind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class CpuPoolTest {

    private final CpuPool pool = new CpuPool(1, 1, Duration.ofSeconds(1));

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void runsOnAPlatformThreadInTheCallersContext() {
        Context.Key<String> key = Context.key("key");
        Context.current()
                .withValue(key, "value")
                .run(
                        () ->
                                assertThat(
                                                pool.run(
                                                        () ->
                                                                Thread.currentThread().isVirtual()
                                                                        + key.get()))
                                        .isEqualTo("falsevalue"));
    }

    @Test
    void passesRefusalsOnAsTheyAre() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(
                        () ->
                                pool.run(
                                        () -> {
                                            throw new NotFoundException("program", "programs/x");
                                        }));
    }

    @Test
    void wrapsCheckedExceptions() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                pool.run(
                                        () -> {
                                            throw new java.io.IOException("disk");
                                        }));
    }

    @Test
    void refusesWhenFullInsteadOfQueueingWithoutEnd() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> pool.run(() -> block(started, release)));
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
        Thread second = Thread.ofVirtual().start(() -> pool.run(() -> true));
        while (pool.waiting() == 0) {
            Thread.onSpinWait();
        }

        assertThatExceptionOfType(CpuBusyException.class)
                .isThrownBy(() -> pool.run(() -> true))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.RESOURCE_EXHAUSTED))
                .satisfies(e -> assertThat(e.retryAfter()).isPresent());

        release.countDown();
        first.join();
        second.join();
        assertThat(pool.run(() -> 42)).isEqualTo(42);
    }

    private static boolean block(CountDownLatch started, CountDownLatch release)
            throws InterruptedException {
        started.countDown();
        return release.await(5, TimeUnit.SECONDS);
    }
}
