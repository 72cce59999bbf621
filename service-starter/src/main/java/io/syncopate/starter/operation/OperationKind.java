package io.syncopate.starter.operation;

import com.google.protobuf.Message;

/**
 * One kind of long work. As a bean it is run by itself, wherever an operation of it waits.
 *
 * <p>The work may be killed at any moment and begin again, elsewhere, from its last checkpoint: what
 * it writes between two checkpoints has to bear a repeat, which {@link OperationRun#command} gives.
 */
public interface OperationKind {

    /** Such as {@code assessment.decisionModels.backtest}; fixed for good. */
    String name();

    /** Whether the work computes: then it shares the bounded pool, else it has a virtual thread. */
    default boolean computes() {
        return false;
    }

    /**
     * Does the work. A refusal becomes the operation's error; what passes by itself, such as a
     * service being away, lets it begin again later.
     *
     * @return the operation's response
     * @throws OperationCancelledException from {@link OperationRun}, to be passed on
     */
    Message run(OperationRun run);
}
