package io.syncopate.kernel;

import java.util.List;
import java.util.function.Consumer;

/**
 * How work over all tenants goes through what it found: one item that cannot be done, because it
 * cannot be read or what it needs is away, keeps no other from being done. It is left for the next
 * time.
 */
public final class OneByOne {

    private final Failures failures;

    /** Who is told of what could not be done. */
    @FunctionalInterface
    public interface Failures {

        /**
         * @param work what was being done, such as {@code expire-claims}
         */
        void failed(String work, Located item, RuntimeException why);
    }

    public OneByOne(Failures failures) {
        this.failures = failures;
    }

    /**
     * @param work what is being done, such as {@code expire-claims}; one of a few names
     * @param step for one item, or nothing where another process was faster
     * @return for how many it was done
     */
    public int each(String work, List<Located> found, Consumer<Located> step) {
        int done = 0;
        for (Located item : found) {
            try {
                step.accept(item);
                done++;
            } catch (RuntimeException e) {
                failures.failed(work, item, e);
            }
        }
        return done;
    }
}
