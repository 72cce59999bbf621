package io.syncopate.starter.error;

import io.grpc.StatusRuntimeException;
import io.syncopate.kernel.RefusedException;

/** Tells failures that pass by themselves from those that come again each time. */
public final class Transience {

    private Transience() {}

    /** Whether trying again later, with nothing else changed, can be expected to succeed. */
    public static boolean passes(Throwable problem) {
        return switch (problem) {
            case RefusedException refusal ->
                    switch (refusal.kind()) {
                        case UNAVAILABLE, RESOURCE_EXHAUSTED, ABORTED -> true;
                        case INVALID_ARGUMENT,
                                NOT_FOUND,
                                ALREADY_EXISTS,
                                FAILED_PRECONDITION,
                                PERMISSION_DENIED,
                                UNAUTHENTICATED ->
                                false;
                    };
            case StatusRuntimeException told ->
                    switch (told.getStatus().getCode()) {
                        case UNAVAILABLE, RESOURCE_EXHAUSTED, ABORTED, DEADLINE_EXCEEDED -> true;
                        default -> false;
                    };
            default -> StoreOutage.isTheCauseOf(problem);
        };
    }
}
