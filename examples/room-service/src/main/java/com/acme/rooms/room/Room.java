package com.acme.rooms.room;

/** A place where people meet; only one that is in use can be changed. */
public sealed interface Room {

    Description description();

    /** Offered to whoever looks for a room. */
    record InUse(Description description) implements Room {

        InUse described(Description anew) {
            return new InUse(anew);
        }

        Retired retired(String reason) {
            return new Retired(description, reason);
        }
    }

    /**
     * Given up for good.
     *
     * @param reason what people who look for it are told
     */
    record Retired(Description description, String reason) implements Room {}
}
