package io.syncopate.starter.operation;

import com.google.protobuf.Any;
import com.google.rpc.Status;

import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An operation as it is kept.
 *
 * @param kind of work
 * @param input what the work was asked
 * @param by who asked, and the teams they were in then
 * @param cancelling whether somebody asked that it stop
 * @param work how far it is; written by the replica that runs it, beside the versions
 * @param outcome empty while it runs
 */
record OperationState(
        String kind,
        Any input,
        Uid by,
        Set<String> teams,
        boolean cancelling,
        Work work,
        Optional<Outcome> outcome) {

    OperationState {
        teams = Set.copyOf(teams);
    }

    /**
     * @param fence the number of takings; each write of the work names it
     * @param total 0 while unknown
     * @param failed units among the done ones
     * @param checkpoint from where a new run goes on
     */
    record Work(
            long fence,
            int attempts,
            long done,
            long failed,
            long total,
            String unit,
            Optional<Any> checkpoint) {

        static Work waiting() {
            return new Work(0, 0, 0, 0, 0, "", Optional.empty());
        }
    }

    /** How it ended; it is kept until it expires. */
    sealed interface Outcome {
        Instant endTime();

        Instant expireTime();

        record Succeeded(Any response, Instant endTime, Instant expireTime) implements Outcome {}

        record Failed(Status error, Instant endTime, Instant expireTime) implements Outcome {}
    }

    boolean ended() {
        return outcome.isPresent();
    }

    OperationState cancelRequested() {
        return new OperationState(kind, input, by, teams, true, work, outcome);
    }

    OperationState ended(Outcome how) {
        return new OperationState(kind, input, by, teams, cancelling, work, Optional.of(how));
    }
}
