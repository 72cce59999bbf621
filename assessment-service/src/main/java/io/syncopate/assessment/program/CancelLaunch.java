package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.util.Optional;

/**
 * Records that what a launch made is to be taken back; {@link RunLaunch} does it. A launch that has
 * made nothing is cancelled at once.
 */
public final class CancelLaunch {

    private final Programs programs;
    private final LaunchSoon soon;

    public CancelLaunch(Programs programs, LaunchSoon soon) {
        this.programs = programs;
        this.soon = soon;
    }

    /**
     * @param etag of the version that the caller saw, or empty
     */
    public Versioned<Program> cancel(Command by, String id, String etag) {
        Optional<Versioned<Program>> answered = programs.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Program> before = programs.get(by.reach(), id);
        Etags.check(etag, before);
        Program after = before.value().cancelling(by.by().uid(), by.at());
        if (after.equals(before.value())) {
            return before;
        }
        Versioned<Program> cancelling =
                programs.change(
                        by,
                        before,
                        after,
                        after.stage().launch().isPresent()
                                ? new ProgramEvent.LaunchCancelling()
                                : new ProgramEvent.LaunchCancelled());
        soon.wake();
        return cancelling;
    }
}
