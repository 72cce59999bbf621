package io.syncopate.starter.call;

import io.grpc.Context;
import io.syncopate.kernel.Command;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What became of the command of a call: done by it, or found done by an earlier call of the same
 * request. Repositories tell it; the answer's header {@code idempotent-replay} tells the caller.
 * Outside of a call, and for other commands than the call's own, nothing is noted.
 */
public final class Replays {

    static final Context.Key<Replays> KEY = Context.key("syncopate-replays");

    private final List<BooleanSupplier> unanswered = new ArrayList<>();
    private boolean done;
    private boolean repeated;

    Replays() {}

    /** The command has changed something. */
    public static void done(Command by) {
        Replays current = of(by);
        if (current != null) {
            synchronized (current) {
                current.done = true;
            }
        }
    }

    /** What the command asks for was done by an earlier call. */
    public static void repeated(Command by) {
        Replays current = of(by);
        if (current != null) {
            synchronized (current) {
                current.repeated = true;
            }
        }
    }

    /**
     * The command was not yet done when it was looked for.
     *
     * @param answeredNow looks again
     */
    public static void unanswered(Command by, BooleanSupplier answeredNow) {
        Replays current = of(by);
        if (current != null) {
            synchronized (current) {
                current.unanswered.add(answeredNow);
            }
        }
    }

    /** Nothing was changed by this call, because an earlier one did. */
    synchronized boolean isReplay() {
        return repeated && !done;
    }

    /**
     * Whether the same request was carried out by another call between this one's looking for it and
     * now: then a refusal speaks of the state that the request itself has made.
     */
    synchronized boolean wasOvertaken() {
        return !done && unanswered.stream().anyMatch(BooleanSupplier::getAsBoolean);
    }

    private static @Nullable Replays of(Command by) {
        Command current = CallContext.COMMAND.get();
        boolean own =
                current != null
                        && by.requestId().isPresent()
                        && by.requestId().equals(current.requestId())
                        && by.method().equals(current.method());
        return own ? KEY.get() : null;
    }
}
