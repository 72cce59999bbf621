package io.syncopate.assessment.journey;

/** When an activity takes place, seen from a live one. */
public enum Phase {
    /** It leads up to it. */
    BEFORE,
    /** It is live itself. */
    LIVE,
    /** It works it up. */
    AFTER,
    /** It belongs to none. */
    FREE
}
