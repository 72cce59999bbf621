package io.syncopate.starter.operation;

import io.syncopate.starter.background.BackgroundWork;
import io.syncopate.starter.background.Lifeline;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps the worker of this process running, with a bound on what runs at once. */
public final class OperationRunner implements SmartLifecycle, BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(OperationRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final OperationWorker worker;
    private final Semaphore slots;
    private final Duration beat;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Lifeline lifeline = new Lifeline();
    private volatile boolean running;
    private volatile ExecutorService loops = virtual("operations-");
    private volatile ExecutorService threads = virtual("operation-");

    OperationRunner(OperationWorker worker, OperationSettings settings) {
        this.worker = worker;
        this.slots = new Semaphore(settings.concurrent());
        this.beat = settings.leaseLife().dividedBy(3);
    }

    /** To be called when an operation was started. */
    void wakeUp() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    @Override
    public void start() {
        running = true;
        loops = virtual("operations-");
        threads = virtual("operation-");
        loops.execute(lifeline.of("operations", this::takeWork));
        loops.execute(lifeline.of("operation-leases", this::keepLeases));
    }

    @Override
    public void stop() {
        running = false;
        worker.abandonAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("operations did not stop in time; their leases expire");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Those whose time is over, whether this process takes work at the moment or not. */
    public void forgetExpired() {
        worker.forgetExpired();
    }

    @Override
    public Lifeline lifeline() {
        return lifeline;
    }

    private void takeWork() {
        try {
            while (running) {
                slots.acquire();
                Optional<OperationRun> taken = taken();
                if (taken.isPresent() && running) {
                    threads.execute(lifeline.of("operation", () -> work(taken.get())));
                    continue;
                }
                slots.release();
                if (wakeUp.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<OperationRun> taken() {
        try {
            return worker.take();
        } catch (RuntimeException | Error e) {
            Lifeline.requireSurvivable(e);
            log.warn("no operation can be taken at the moment; trying again", e);
            return Optional.empty();
        }
    }

    private void work(OperationRun run) {
        try {
            worker.work(run);
        } catch (RuntimeException | Error e) {
            Lifeline.requireSurvivable(e);
            log.warn("{} ended without saying how; its lease expires", run.name(), e);
        } finally {
            slots.release();
            wakeUp();
        }
    }

    private static ExecutorService virtual(String name) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 0).factory());
    }

    private void keepLeases() {
        try {
            while (running) {
                Thread.sleep(beat);
                worker.beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
