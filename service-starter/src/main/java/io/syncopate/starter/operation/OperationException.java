package io.syncopate.starter.operation;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** What operations refuse. */
public final class OperationException extends RefusedException {

    private static final long serialVersionUID = 1;

    private OperationException(String reason, String name, String message) {
        super(
                Kind.FAILED_PRECONDITION,
                reason,
                message,
                Map.of(RESOURCE_TYPE, "operation", RESOURCE_NAME, name),
                List.of(new Violation(name, message)));
    }

    static OperationException stillRunning(String name) {
        return new OperationException(
                "OPERATION_RUNNING",
                name,
                "operation '%s' runs: expected to be cancelled, or to end, first".formatted(name));
    }
}
