package io.syncopate.starter.client;

import io.grpc.Deadline;
import io.grpc.stub.AbstractStub;
import io.syncopate.kernel.RefusedException;

import java.time.Duration;
import java.util.function.Function;

/**
 * One of the other services, as seen through one of its stubs. Statuses that the service chose
 * arrive as {@code StatusRuntimeException}; that it is away or too slow as {@link
 * BackendUnavailableException}, that too many calls are under way as {@link BackendBusyException}.
 */
public final class Backend<S extends AbstractStub<S>> {

    private final Guard guard;
    private final S stub;

    Backend(Guard guard, S stub) {
        this.guard = guard;
        this.stub = stub;
    }

    /** How long a call may take with all its attempts. */
    public Duration deadline() {
        return guard.longest();
    }

    /**
     * Calls once: for what must not happen twice.
     *
     * @throws RefusedException when the backend cannot be asked now
     */
    public <R> R once(Function<S, R> rpc) {
        Deadline deadline = guard.deadline();
        return guard.once(() -> rpc.apply(stub.withDeadline(deadline)));
    }

    /**
     * Calls again while the backend is away, on a budget and within the deadline: for reads, and for
     * changes that carry a request id.
     *
     * @throws RefusedException when the backend cannot be asked now
     */
    public <R> R idempotent(Function<S, R> rpc) {
        Deadline deadline = guard.deadline();
        return guard.repeatedly(deadline, () -> rpc.apply(stub.withDeadline(deadline)));
    }
}
