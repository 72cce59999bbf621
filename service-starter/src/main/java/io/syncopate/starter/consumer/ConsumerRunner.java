package io.syncopate.starter.consumer;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.kernel.RefusedException;
import io.syncopate.starter.background.BackgroundWork;
import io.syncopate.starter.background.Lifeline;

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
public final class ConsumerRunner implements SmartLifecycle, BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(ConsumerRunner.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Map<String, ConsumerRun> runs;
    private final List<Thread> threads = new ArrayList<>();
    private final Lifeline lifeline = new Lifeline();
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
                (name, run) -> threads.add(started("consumer-" + name, () -> work(name, run))));
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        runs.values().forEach(ConsumerRun::stopReading);
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

    @Override
    public Lifeline lifeline() {
        return lifeline;
    }

    private Thread started(String name, Runnable work) {
        return Thread.ofVirtual().name(name).start(lifeline.of(name, work));
    }

    private void work(String name, ConsumerRun run) {
        Duration pause = NOTHING_TO_DO;
        int failures = 0;
        try {
            while (running) {
                try {
                    Optional<Integer> handled = run.pass();
                    pause = NOTHING_TO_DO;
                    if (failures > 1) {
                        log.info("{} goes on", name);
                    }
                    failures = 0;
                    if (handled.isPresent()) {
                        continue;
                    }
                } catch (RuntimeException | Error e) {
                    Lifeline.requireSurvivable(e);
                    failures++;
                    tell(name, failures, e);
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

    /**
     * Says once what keeps it from going on: a service can be away for hours. What passes by the next
     * attempt, as when everything starts at once, is not worth a word.
     */
    private void tell(String name, int failures, Throwable e) {
        boolean refused = e instanceof RefusedException || e instanceof StatusRuntimeException;
        if (!running || failures != (refused ? 2 : 1)) {
            log.debug("{} does not go on at the moment", name, e);
        } else if (e instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
            log.info("{} has nothing to follow: the service has no event log", name);
        } else if (refused) {
            log.warn("{} does not go on at the moment; trying again: {}", name, e.toString());
        } else {
            log.warn("{} does not go on at the moment; trying again", name, e);
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
