package io.syncopate.starter.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

class RecurringTasksTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AdjustableClock clock =
            new AdjustableClock(SettableClock.at(NOON), Duration.ZERO);
    private final RecurringTasks tasks = new RecurringTasks(clock);
    private final LinkedBlockingQueue<Instant> runs = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        tasks.stop();
    }

    @Test
    void runsAtTheStartAndAgainAfterTheInterval() throws InterruptedException {
        tasks.every("often", Duration.ofMillis(1), this::note);
        assertThat(runs).isEmpty();
        tasks.start();
        for (int i = 0; i < 3; i++) {
            assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void runsSoonerWhenWoken() throws InterruptedException {
        tasks.start();
        RecurringTask task = tasks.every("seldom", NEVER, this::note);
        assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
        task.wake();
        assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aJumpOfTheClockHasDoneAllThatIsDueWhenItReturns() throws InterruptedException {
        tasks.every("seldom", NEVER, this::note);
        tasks.start();
        assertThat(runs.poll(10, TimeUnit.SECONDS)).isEqualTo(NOON);
        clock.advance(Duration.ofHours(3));
        assertThat(runs).containsExactly(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void aRunThatBeganBeforeTheJumpDoesNotCount() throws InterruptedException {
        var gate = new SynchronousQueue<String>();
        var seen = new CopyOnWriteArrayList<Instant>();
        tasks.every(
                "slow",
                NEVER,
                () -> {
                    Instant begun = clock.instant();
                    await(gate);
                    seen.add(begun);
                });
        tasks.start();
        Thread jump = Thread.ofVirtual().start(() -> clock.advance(Duration.ofHours(1)));
        gate.put("the run before the jump");
        gate.put("the run after it");
        assertThat(jump.join(Duration.ofSeconds(10))).isTrue();
        assertThat(seen).last().isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void whatFailsIsDoneAgain() throws InterruptedException {
        RecurringTask task =
                tasks.every(
                        "clumsy",
                        NEVER,
                        () -> {
                            note();
                            throw new IllegalStateException("as planned");
                        });
        tasks.start();
        assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
        task.wake();
        assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whatFailsByAnErrorIsDoneAgain() throws InterruptedException {
        RecurringTask task =
                tasks.every(
                        "clumsy",
                        NEVER,
                        () -> {
                            note();
                            throw runs.size() == 1
                                    ? new NoClassDefFoundError("as planned")
                                    : new StackOverflowError("as planned");
                        });
        tasks.start();
        for (int i = 0; i < 3; i++) {
            assertThat(runs.poll(10, TimeUnit.SECONDS)).isNotNull();
            task.wake();
        }
        assertThat(tasks.lifeline().dead()).isEmpty();
    }

    @Test
    void whatCannotGoOnSaysThatItHasDied() throws InterruptedException {
        var deaths = new LinkedBlockingQueue<String>();
        tasks.lifeline().onDeath(() -> deaths.add("told"));
        tasks.every(
                "hungry",
                NEVER,
                () -> {
                    throw new OutOfMemoryError("as planned");
                });
        tasks.every("modest", NEVER, this::note);
        tasks.start();

        assertThat(deaths.poll(10, TimeUnit.SECONDS)).isEqualTo("told");
        assertThat(tasks.lifeline().dead()).containsExactly("hungry");
        assertThat(runs.poll(10, TimeUnit.SECONDS)).as("the others go on").isNotNull();
        tasks.lifeline().onDeath(() -> deaths.add("told late"));
        assertThat(deaths).as("who asks afterwards").containsExactly("told late");
    }

    @Test
    void nothingRunsAfterTheStop() {
        tasks.every("stopped", NEVER, this::note);
        tasks.start();
        tasks.stop();
        runs.clear();
        clock.advance(Duration.ofHours(1));
        assertThat(runs).isEmpty();
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .withMessageContaining("does not go back");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void clocksOfOtherZonesMoveTogether() {
        var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));
        clock.advance(Duration.ofHours(1));
        assertThat(berlin.instant()).isEqualTo(clock.instant());
    }

    @Test
    void theLastToListenIsToldFirst() {
        var told = new CopyOnWriteArrayList<String>();
        clock.onAdvance(() -> told.add("first"));
        clock.onAdvance(() -> told.add("second"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(told).isEqualTo(List.of("second", "first"));
    }

    private void note() {
        runs.add(clock.instant());
    }

    private static void await(SynchronousQueue<String> gate) {
        try {
            gate.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
