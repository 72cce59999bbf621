package io.syncopate.assessment.program;

/** Nothing in the service handles it: the process is gone. */
final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed() {
        super("killed", null, false, false);
    }
}
