package io.syncopate.assessment.batch;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** What batches refuse. */
public final class BatchException extends RefusedException {

    private static final long serialVersionUID = 1;

    private BatchException(String reason, String operation, String message) {
        super(
                Kind.FAILED_PRECONDITION,
                reason,
                message,
                Map.of(RESOURCE_TYPE, "operation", RESOURCE_NAME, operation),
                List.of(new Violation(operation, message)));
    }

    /**
     * @param state of the operation, as it follows its name: {@code runs}
     */
    public static BatchException withoutResult(String operation, String state) {
        return new BatchException(
                "BATCH_WITHOUT_RESULT",
                operation,
                "operation '%s' %s: expected one that has succeeded".formatted(operation, state));
    }
}
