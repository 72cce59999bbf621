package io.syncopate.starter.eventlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.syncopate.starter.background.BackgroundWork;
import io.syncopate.starter.background.Lifeline;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a relay running: at each write of this process, and at intervals for what other processes
 * left behind. It stops after the gRPC server, whose last changes it still relays.
 */
public final class RelayRunner implements SmartLifecycle, BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(RelayRunner.class);
    private static final String NAME = "event-relay";
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Relay relay;
    private final Duration pollInterval;
    private final AppendSignal appended;
    private final Counter relayed;
    private final Counter failures;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Lifeline lifeline = new Lifeline();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    RelayRunner(Relay relay, Duration pollInterval, AppendSignal appended, MeterRegistry meters) {
        this.relay = relay;
        this.pollInterval = pollInterval;
        this.appended = appended;
        this.relayed =
                Counter.builder("syncopate.relay.events")
                        .description("Events moved to the log")
                        .register(meters);
        this.failures =
                Counter.builder("syncopate.relay.failures")
                        .description("Passes of the relay that failed")
                        .register(meters);
    }

    /** To be called after each write; many calls at once cost one pass. */
    public void wakeUp() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(NAME).start(lifeline.of(NAME, this::run));
    }

    @Override
    public void stop() {
        running = false;
        wakeUp();
        Thread current = thread;
        try {
            if (current != null && !current.join(STOP)) {
                current.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Lifeline lifeline() {
        return lifeline;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** One below the gRPC server's: what shares a phase with it may stop while calls still end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void run() {
        while (running) {
            Duration pause = passes() ? pollInterval : AFTER_FAILURE;
            try {
                if (wakeUp.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        passes();
        try {
            relay.release();
        } catch (RuntimeException e) {
            log.warn("the leases of the event log were not given back; they expire", e);
        }
    }

    /** Passes until nothing waits; false when one failed. */
    private boolean passes() {
        try {
            for (int events = relay.pass(); events > 0; events = relay.pass()) {
                relayed.increment(events);
                appended.signal();
            }
            return true;
        } catch (RuntimeException | Error e) {
            Lifeline.requireSurvivable(e);
            failures.increment();
            log.warn("the event log is not fed at the moment; trying again", e);
            return false;
        }
    }
}
