package io.syncopate.starter.consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the consumers of this process running, each on a thread of its own. */
public final class ConsumerRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ConsumerRunner.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Map<String, ConsumerRun> runs;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile CountDownLatch stopped = new CountDownLatch(1);

    ConsumerRunner(Map<String, ConsumerRun> runs) {
        this.runs = Map.copyOf(runs);
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        runs.forEach(
                (name, run) ->
                        threads.add(
                                Thread.ofVirtual()
                                        .name("consumer-" + name)
                                        .start(() -> work(name, run))));
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        long end = System.nanoTime() + STOP.toNanos();
        for (Thread thread : threads) {
            try {
                long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
                if (!thread.join(Duration.ofMillis(left))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work(String name, ConsumerRun run) {
        Duration pause = NOTHING_TO_DO;
        try {
            while (running) {
                try {
                    Optional<Integer> handled = run.pass();
                    pause = NOTHING_TO_DO;
                    if (handled.isPresent()) {
                        continue;
                    }
                } catch (RuntimeException e) {
                    log.warn("{} does not go on at the moment; trying again", name, e);
                }
                stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                pause = longer(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            run.release();
        } catch (RuntimeException e) {
            log.warn("{} could not give its partitions back; their leases expire", name, e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
