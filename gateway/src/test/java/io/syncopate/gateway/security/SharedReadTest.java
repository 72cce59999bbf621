package io.syncopate.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class SharedReadTest {

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void manyWhoAskMeanwhileShareOneReadThatBeganAfterTheyAsked() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var shared =
                new SharedRead<>(
                        () -> {
                            int read = reads.incrementAndGet();
                            if (read == 1) {
                                begun.countDown();
                                uninterrupted(goOn);
                            }
                            return read;
                        },
                        Duration.ZERO);
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = askers.submit(shared::get);
            List<Thread> threads = new ArrayList<>();
            List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
            try {
                begun.await();
                for (int i = 0; i < 20; i++) {
                    threads.add(Thread.ofVirtual().start(() -> answers.add(shared.get())));
                }
                await().until(() -> threads.stream().allMatch(SharedReadTest::waits));
                assertThat(answers).isEmpty();
            } finally {
                goOn.countDown();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(first.get()).isEqualTo(1);
            assertThat(answers).hasSize(20).containsOnly(2);
            assertThat(reads).hasValue(2);
        }
    }

    @Test
    void readsBeginNoMoreOftenThanOnceInAPause() {
        Duration pause = Duration.ofMillis(200);
        var shared = new SharedRead<>(System::nanoTime, pause);
        long first = shared.get();
        assertThat(shared.get() - first).isGreaterThanOrEqualTo(pause.toNanos() * 9 / 10);
    }

    @Test
    void aFailureIsToldToThoseWhoWaitedForItAndToNobodyElse() {
        var shared =
                new SharedRead<>(
                        () -> {
                            if (reads.incrementAndGet() == 1) {
                                throw new IllegalStateException("the store is away");
                            }
                            return reads.get();
                        },
                        Duration.ZERO);
        assertThatThrownBy(shared::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is away");
        assertThat(shared.get()).isEqualTo(2);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
