package io.syncopate.gateway.time;

import io.syncopate.kernel.Command;

import java.time.Duration;
import java.time.Instant;

/** The time of all modules together. Nobody offers it where each of them is a process of its own. */
public interface PlatformTime {

    /** How far ahead of the machine's clock the platform's time may be moved, in all. */
    Duration FARTHEST = Duration.ofDays(3653);

    Instant now();

    /** How far {@link #now} is ahead of the machine's clock. */
    Duration ahead();

    /**
     * Moves the time, and has done what falls due by it before it returns. It is kept before it is
     * moved; a repeat of the request does not move it again. Who may: {@link AdvanceTime}.
     *
     * @throws io.syncopate.kernel.InvalidException when it would be farther ahead than {@link
     *     #FARTHEST}
     */
    void advance(Command command, Duration by);
}
