package com.acme.rooms.room;

import io.syncopate.kernel.RefusedException;

import java.util.List;
import java.util.Map;

/** What a room refuses; the reasons are those of {@code acme.rooms.v1.RoomsError}. */
public abstract sealed class RoomException extends RefusedException {

    private static final long serialVersionUID = 1;

    private RoomException(Kind kind, String reason, String message, String room) {
        super(
                kind,
                reason,
                message,
                Map.of(RESOURCE_TYPE, "room", RESOURCE_NAME, "rooms/" + room),
                List.of(new Violation("rooms/" + room, message)));
    }

    /** It is given up for good. */
    public static final class Retired extends RoomException {
        private static final long serialVersionUID = 1;

        public Retired(String room, String why) {
            super(
                    Kind.FAILED_PRECONDITION,
                    "ROOM_RETIRED",
                    "room '%s' is retired (%s): expected one in use".formatted(room, why),
                    room);
        }
    }
}
