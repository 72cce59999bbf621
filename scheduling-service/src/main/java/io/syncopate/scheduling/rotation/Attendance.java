package io.syncopate.scheduling.rotation;

/**
 * Whether a session must be attended. Off-limit hours are avoided for each where that is possible;
 * where it is not, what is mandatory is flagged.
 */
public enum Attendance {
    MANDATORY,
    RECOMMENDED,
    OPTIONAL
}
