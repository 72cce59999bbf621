package io.syncopate.kernel.reservation;

import java.time.Instant;

/** What came of asking for keys: all of them, or none. */
public sealed interface Taking {

    record Taken(Reservation reservation) implements Taking {}

    /**
     * @param key the first that somebody else has
     * @param until when it may come free; far away when it is held for good
     */
    record Refused(Key key, String holder, Instant until) implements Taking {}
}
