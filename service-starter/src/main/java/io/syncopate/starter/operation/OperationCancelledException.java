package io.syncopate.starter.operation;

/** The operation must not go on here: it was cancelled, or another replica has taken it over. */
public final class OperationCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OperationCancelledException(String operation) {
        super("operation %s must not go on".formatted(operation), null, false, false);
    }
}
