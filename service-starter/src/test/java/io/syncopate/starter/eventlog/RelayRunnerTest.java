package io.syncopate.starter.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** How the relay's thread takes what its steps throw. */
class RelayRunnerTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger passes = new AtomicInteger();
    private volatile IntFunction<Error> thrown = pass -> new AssertionError("not set");
    private final RelayRunner runner =
            new RelayRunner(
                    new Relay(new Failing()), Duration.ofHours(1), new AppendSignal(), meters);

    @AfterEach
    void stop() {
        thrown = pass -> new NoClassDefFoundError("as planned");
        runner.stop();
    }

    @Test
    void goesOnAfterAnErrorOfOnePass() {
        thrown = pass -> new NoClassDefFoundError("as planned");
        runner.start();
        await().until(() -> passes.get() == 1);
        runner.wakeUp();
        await().until(() -> passes.get() > 1);
        assertThat(runner.lifeline().dead()).isEmpty();
        assertThat(meters.counter("syncopate.relay.failures").count()).isPositive();
    }

    @Test
    void saysThatItHasDiedOfTheEndOfTheMemory() {
        thrown = pass -> new OutOfMemoryError("as planned");
        runner.start();
        await().untilAsserted(
                        () -> assertThat(runner.lifeline().dead()).containsExactly("event-relay"));
    }

    private final class Failing implements RelayStore {
        @Override
        public boolean hold(int partition) {
            throw thrown.apply(passes.incrementAndGet());
        }

        @Override
        public void release() {}

        @Override
        public List<Pending> pending(Set<Integer> partitions, int limit) {
            return List.of();
        }

        @Override
        public long lastPosition(int partition) {
            return 0;
        }

        @Override
        public Optional<Document> logged(Document event) {
            return Optional.empty();
        }

        @Override
        public void countOn(Pending pending) {}

        @Override
        public void append(List<Document> events) {}

        @Override
        public void settle(Pending relayed) {}
    }
}
