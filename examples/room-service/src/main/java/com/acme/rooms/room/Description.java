package com.acme.rooms.room;

import io.syncopate.kernel.InvalidException;

/**
 * What is said about a room.
 *
 * @param site the building or address; empty when that needs no saying
 */
public record Description(String displayName, String site, int seats) {

    private static final int MOST_SEATS = 1_000;

    public Description {
        if (displayName.isBlank()) {
            throw new InvalidException("room.display_name", displayName, "a name");
        }
        if (seats < 1 || seats > MOST_SEATS) {
            throw new InvalidException("room.seats", seats, "1 to " + MOST_SEATS);
        }
    }

    public Description named(String newName) {
        return new Description(newName, site, seats);
    }

    public Description at(String newSite) {
        return new Description(displayName, newSite, seats);
    }

    public Description seating(int newSeats) {
        return new Description(displayName, site, newSeats);
    }
}
