package com.acme.rooms.booking;

import io.syncopate.kernel.RefusedException;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a booking refuses; the reasons are those of {@code acme.rooms.v1.RoomsError}. */
public abstract sealed class BookingException extends RefusedException {

    private static final long serialVersionUID = 1;

    private BookingException(String reason, String message, String type, String name) {
        super(
                Kind.FAILED_PRECONDITION,
                reason,
                message,
                Map.of(RESOURCE_TYPE, type, RESOURCE_NAME, name),
                List.of(new Violation(name, message)));
    }

    /** Another booking has the room then. Whose it is is not told: it may be out of the caller's reach. */
    public static final class RoomTaken extends BookingException {
        private static final long serialVersionUID = 1;

        /**
         * @param at a quarter of an hour that is taken
         */
        RoomTaken(String room, Instant at) {
            super(
                    "ROOM_TAKEN",
                    "room '%s' is taken at %s: expected a time at which it is free"
                            .formatted(room, at),
                    "room",
                    "rooms/" + room);
        }
    }

    /** It was given up before. */
    public static final class Cancelled extends BookingException {
        private static final long serialVersionUID = 1;

        Cancelled(String name) {
            super(
                    "BOOKING_CANCELLED",
                    "booking '%s' is cancelled: expected one that is confirmed".formatted(name),
                    "booking",
                    name);
        }
    }

    /** Its time is gone. */
    public static final class Over extends BookingException {
        private static final long serialVersionUID = 1;

        Over(String name, Instant end) {
            super(
                    "BOOKING_OVER",
                    "booking '%s' ended at %s: expected one that has not".formatted(name, end),
                    "booking",
                    name);
        }
    }
}
