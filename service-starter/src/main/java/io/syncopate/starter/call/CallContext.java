package io.syncopate.starter.call;

import io.grpc.Context;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Scope;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a handler may know of the call it serves. It travels in the gRPC context: work handed to
 * another thread keeps it when wrapped by {@code Context.current().wrap(…)}.
 */
public final class CallContext {

    static final Context.Key<Caller> CALLER = Context.key("syncopate-caller");
    static final Context.Key<Scope> SCOPE = Context.key("syncopate-scope");
    static final Context.Key<Command> COMMAND = Context.key("syncopate-command");
    static final Context.Key<String> TOKEN = Context.key("syncopate-token");
    static final Context.Key<String> REQUEST_ID = Context.key("syncopate-request-id");

    private CallContext() {}

    /**
     * @throws IllegalStateException outside of a call and of {@link #runAs}
     */
    public static Caller caller() {
        return present(CALLER);
    }

    public static Optional<Caller> currentCaller() {
        return Optional.ofNullable(CALLER.get());
    }

    /**
     * The widest scope in which the caller holds the permission that the method asks for, at least
     * the one that the method declares.
     *
     * @throws IllegalStateException outside of a call
     */
    public static Scope scope() {
        return present(SCOPE);
    }

    /**
     * What of the tenant the method may show and change: all of it by a right over the tenant, what
     * is the caller's or the caller's teams' by a narrower one.
     *
     * @throws IllegalStateException outside of a call
     */
    public static Reach reach() {
        return Reach.of(caller(), scope());
    }

    /**
     * @throws IllegalStateException outside of a call, and in a method that changes nothing
     */
    public static Command command() {
        return present(COMMAND);
    }

    /** The token that the caller came with; to be exchanged, never passed on. */
    public static Optional<String> token() {
        return Optional.ofNullable(TOKEN.get());
    }

    /** What ties together the log lines of one request over all services. */
    public static Optional<String> requestId() {
        return Optional.ofNullable(REQUEST_ID.get());
    }

    /**
     * Runs background work for somebody: calls to other services carry this service's own token,
     * acting for the caller. Deadline and cancellation of a surrounding call do not reach it.
     */
    public static void runAs(Caller caller, Runnable work) {
        detached(caller).run(work);
    }

    /** As {@link #runAs}, with a result. */
    public static <R extends @Nullable Object> R callAs(Caller caller, Supplier<R> work) {
        Context context = detached(caller);
        Context before = context.attach();
        try {
            return work.get();
        } finally {
            context.detach(before);
        }
    }

    private static Context detached(Caller caller) {
        Context context = Context.ROOT.withValue(CALLER, caller);
        String requestId = REQUEST_ID.get();
        return requestId == null ? context : context.withValue(REQUEST_ID, requestId);
    }

    private static <T> T present(Context.Key<T> key) {
        T value = key.get();
        if (value == null) {
            throw new IllegalStateException(
                    key + " is not there: expected to run within a gRPC call that sets it");
        }
        return value;
    }
}
