package io.syncopate.starter.background;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Whether threads that work in the background live. A step of their work may fail in any way, and
 * they go on; what they cannot go on after is told once, so that the process is started again and
 * does not live on without them.
 */
public final class Lifeline {

    private static final Logger log = LoggerFactory.getLogger(Lifeline.class);

    private final Set<String> dead = new ConcurrentSkipListSet<>();
    private volatile Runnable onDeath = () -> {};

    /**
     * What a thread is to run: whatever comes out of the work has ended it for good.
     *
     * @param name of the thread
     */
    public Runnable of(String name, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                dead.add(name);
                log.error("'{}' has died; this process has to be started again", name, e);
                onDeath.run();
            }
        };
    }

    /** The names of those that have died. */
    public Set<String> dead() {
        return Set.copyOf(dead);
    }

    /** What to do at each death, and at once where there was one. */
    public void onDeath(Runnable action) {
        onDeath = action;
        if (!dead.isEmpty()) {
            action.run();
        }
    }

    /**
     * For who catches what a step of the work has thrown: returns when the work can go on. After an
     * error of the machine itself, such as the end of its memory, nothing it does can be relied on.
     * That a stack was too small says nothing of the next step.
     *
     * @throws VirtualMachineError the one that was caught
     */
    public static void requireSurvivable(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal
                && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
    }
}
