package io.syncopate.assessment.program;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that a launch makes in another service.
 *
 * @param resource what was made, such as {@code series/abc}; empty before
 * @param detail in words, what was made, why it is not needed or why the last attempt failed
 * @param attempts so far
 */
public record LaunchStep(
        Kind kind, State state, String resource, String detail, int attempts, Instant updateTime) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    static LaunchStep planned(Kind kind, boolean needed, Instant at) {
        return needed
                ? new LaunchStep(kind, State.PENDING, "", "Not made yet.", 0, at)
                : new LaunchStep(
                        kind,
                        State.NOT_NEEDED,
                        "",
                        "The journey has no %s activity."
                                .formatted(kind == Kind.SERIES ? "live" : "self-paced"),
                        0,
                        at);
    }

    /** It exists; what remains is to make it known. */
    LaunchStep made(String made, Instant at) {
        return new LaunchStep(kind, State.PENDING, made, "Made, not published yet.", attempts, at);
    }

    LaunchStep done(String made, String how, Instant at) {
        return new LaunchStep(kind, State.DONE, made, how, attempts + 1, at);
    }

    LaunchStep failed(String why, Instant at) {
        return new LaunchStep(kind, State.FAILED, resource, why, attempts + 1, at);
    }

    boolean open() {
        return state == State.PENDING || state == State.FAILED;
    }

    /** At once at first, then after 2, 4, 8 … seconds, at most five minutes. */
    public Instant nextAttempt() {
        return state == State.FAILED
                ? updateTime.plus(
                        Duration.ofSeconds(
                                Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(attempts, 10))))
                : updateTime;
    }

    /** In the order in which a launch takes them. */
    public enum Kind {
        SERIES,
        CAMPAIGN
    }

    /** How far a step is. */
    public enum State {
        PENDING,
        DONE,
        NOT_NEEDED,
        FAILED
    }
}
