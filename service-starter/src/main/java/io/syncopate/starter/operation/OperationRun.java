package io.syncopate.starter.operation;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.TenantId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One run of an operation, as its work sees it. */
public final class OperationRun {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final MongoOperations operations;
    private final TenantId tenant;
    private final String id;
    private final String name;
    private final Any input;
    private final Caller caller;
    private final Duration leaseLife;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private OperationState.Work work;
    private Instant reported;
    private volatile boolean cancelled;
    private volatile boolean lost;

    OperationRun(
            MongoOperations operations,
            Caller caller,
            String id,
            OperationState state,
            Duration leaseLife,
            Clock clock) {
        this.operations = operations;
        this.tenant = caller.tenant();
        this.id = id;
        this.name = operations.nameOf(id);
        this.input = state.input();
        this.caller = caller;
        this.work = state.work();
        this.cancelled = state.cancelling();
        this.leaseLife = leaseLife;
        this.clock = clock;
        this.reported = clock.instant();
    }

    /** What the work was asked. */
    public <M extends Message> M input(Class<M> type) {
        return unpacked(input, type);
    }

    /** Where the run before this one had come to; empty on the first. */
    public <M extends Message> Optional<M> checkpoint(Class<M> type) {
        return work.checkpoint().map(any -> unpacked(any, type));
    }

    /** This service, in the name of the one who asked. */
    public Caller caller() {
        return caller;
    }

    /**
     * A command for one step of the work: the changes that it makes are made once, whichever run
     * makes them.
     */
    public Command command(String step) {
        return Command.internal(caller, "operation/" + name, step, clock.instant());
    }

    /**
     * Tells how far the work is; to be called often, it is written once a second at most.
     *
     * @param total 0 while unknown
     * @param unit in the plural
     * @throws OperationCancelledException when the work must stop
     */
    public void progress(long done, long total, String unit) {
        progress(done, 0, total, unit);
    }

    /**
     * As {@link #progress(long, long, String)}, where the work goes on in spite of units that fail.
     *
     * @param failed units among the done ones
     */
    public void progress(long done, long failed, long total, String unit) {
        lock.lock();
        try {
            work =
                    new OperationState.Work(
                            work.fence(),
                            work.attempts(),
                            done,
                            failed,
                            total,
                            unit,
                            work.checkpoint());
            if (!clock.instant().isBefore(reported.plus(BETWEEN_REPORTS))) {
                report();
            }
        } finally {
            lock.unlock();
        }
        throwIfCancelled();
    }

    /**
     * Keeps a place from which another run can go on; written at once.
     *
     * @throws OperationCancelledException when the work must stop
     */
    public void checkpoint(Message place) {
        lock.lock();
        try {
            work =
                    new OperationState.Work(
                            work.fence(),
                            work.attempts(),
                            work.done(),
                            work.failed(),
                            work.total(),
                            work.unit(),
                            Optional.of(Any.pack(place)));
            report();
        } finally {
            lock.unlock();
        }
        throwIfCancelled();
    }

    /**
     * @throws OperationCancelledException when the work must stop
     */
    public void throwIfCancelled() {
        if (cancelled || lost) {
            throw new OperationCancelledException(name);
        }
    }

    /** Keeps the lease while the work says nothing. */
    void beat() {
        lock.lock();
        try {
            report();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the work end here, to go on in another replica. */
    void abandon() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }

    OperationState.Work work() {
        lock.lock();
        try {
            return work;
        } finally {
            lock.unlock();
        }
    }

    TenantId tenant() {
        return tenant;
    }

    /** What its name ends with; the same in every run. */
    public String id() {
        return id;
    }

    String name() {
        return name;
    }

    private void report() {
        Instant now = clock.instant();
        operations
                .report(tenant, id, work, now.plus(leaseLife))
                .ifPresentOrElse(
                        cancelling -> cancelled = cancelled || cancelling, () -> lost = true);
        reported = now;
    }

    private static <M extends Message> M unpacked(Any any, Class<M> type) {
        try {
            return any.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(
                    "%s: expected a %s".formatted(any.getTypeUrl(), type.getSimpleName()), e);
        }
    }
}
