package io.syncopate.e2e.faults;

/**
 * A write that was answered with success.
 *
 * @param name of the resource that the answer shows
 * @param version of it, from the etag; 0 where the resource has none
 * @param replay whether an earlier attempt had done it: then the answer shows what others have made of
 *     it since, and may show a later version than the write's own
 */
record Acknowledged(Write write, String name, long version, boolean replay) {

    /** The same, at the version that the event log has for it. */
    Acknowledged madeAt(long own) {
        return new Acknowledged(write, name, own, false);
    }
}
