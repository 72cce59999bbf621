package io.syncopate.assessment.program;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that a launch makes in another service.
 *
 * @param resource what was made, such as {@code series/abc}; empty before
 * @param detail in words, what was made, why it is not needed or why the last attempt did not do it
 * @param attempts since the launch was asked for or resumed, each counted before it is made
 * @param doubt whether the other service was asked and may have done it without anybody knowing
 * @param request the request id that it is asked under; another one would make a second thing
 */
public record LaunchStep(
        Kind kind,
        State state,
        String resource,
        String detail,
        int attempts,
        boolean doubt,
        String request,
        Instant updateTime) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    static LaunchStep planned(Kind kind, String request, Instant at) {
        return new LaunchStep(kind, State.PENDING, "", "Not made yet.", 0, false, request, at);
    }

    static LaunchStep notNeeded(Kind kind, Instant at) {
        String missing = kind == Kind.SERIES ? "live" : "self-paced";
        return new LaunchStep(
                kind,
                State.NOT_NEEDED,
                "",
                "The journey has no %s activity.".formatted(missing),
                0,
                false,
                "",
                at);
    }

    /** From now on it may have been done, whatever becomes of whoever asks. */
    LaunchStep asked(Instant at) {
        return new LaunchStep(kind, state, resource, detail, attempts + 1, true, request, at);
    }

    /**
     * @param doubted whether it was in doubt before it was asked for this time
     */
    LaunchStep after(StepResult result, boolean doubted, Instant at) {
        return switch (result) {
            case StepResult.Made(var made, var how) -> as(State.PENDING, made, how, false, at);
            case StepResult.Done(var made, var how) -> as(State.DONE, made, how, false, at);
            case StepResult.Discarded discarded -> lost("Taken back.", at);
            case StepResult.Failed(var why) -> as(State.FAILED, resource, why, doubt, at);
            case StepResult.Refused(var cause, var why) ->
                    switch (cause) {
                        case NOT_ACCEPTED, PUBLISHED -> as(State.REFUSED, resource, why, false, at);
                        case INCONCLUSIVE -> as(State.REFUSED, resource, why, doubted, at);
                        case GONE -> lost(why, at);
                    };
        };
    }

    /** What was made is gone, and its request id with it: a new one has to be made under another. */
    private LaunchStep lost(String why, Instant at) {
        return new LaunchStep(kind, State.REFUSED, "", why, attempts, false, afresh(request), at);
    }

    LaunchStep resumed(Instant at) {
        return new LaunchStep(
                kind, State.PENDING, resource, "Taken up again.", 0, doubt, request, at);
    }

    boolean open() {
        return switch (state) {
            case PENDING, FAILED, REFUSED -> true;
            case DONE, NOT_NEEDED -> false;
        };
    }

    boolean refused() {
        return state == State.REFUSED;
    }

    /** At once at first, then after 2, 4, 8 … seconds, at most five minutes. */
    public Instant nextAttempt() {
        return state == State.FAILED || attempts > 1
                ? updateTime.plus(
                        Duration.ofSeconds(
                                Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(attempts, 10))))
                : updateTime;
    }

    private LaunchStep as(State next, String made, String text, boolean doubtful, Instant at) {
        return new LaunchStep(kind, next, made, text, attempts, doubtful, request, at);
    }

    private static String afresh(String request) {
        int at = request.lastIndexOf('~');
        return at < 0
                ? request + "~2"
                : request.substring(0, at + 1) + (Integer.parseInt(request.substring(at + 1)) + 1);
    }

    /** What a step makes. */
    public enum Kind {
        SERIES,
        CAMPAIGN
    }

    /** How far a step is. */
    public enum State {
        PENDING,
        DONE,
        NOT_NEEDED,
        FAILED,
        REFUSED
    }
}
