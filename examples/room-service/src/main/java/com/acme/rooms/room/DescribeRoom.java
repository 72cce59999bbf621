package com.acme.rooms.room;

import com.acme.rooms.room.RoomEvent.RoomCreated;
import com.acme.rooms.room.RoomEvent.RoomUpdated;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.Versioned;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Says what a room is like, the first time and anew. */
public final class DescribeRoom {

    private final Rooms rooms;

    public DescribeRoom(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The id comes from the request id, so that a repeat finds what the first call stored. */
    public Versioned<Room> create(Command by, Description description) {
        return rooms.add(by, Ids.forCommand(by), new Room.InUse(description), new RoomCreated());
    }

    /**
     * @param etag the one that the caller saw; empty for whatever is there
     * @param change of what is said now
     * @throws RoomException.Retired when it is given up
     */
    public Versioned<Room> update(
            Command by, String id, String etag, UnaryOperator<Description> change) {
        // The change may have been made by this very request, whose etag is not the current one.
        Optional<Versioned<Room>> answered = rooms.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Room> before = rooms.get(by.reach(), id);
        Etags.check(etag, before);
        return switch (before.value()) {
            case Room.InUse room ->
                    rooms.change(
                            by,
                            before,
                            room.described(change.apply(room.description())),
                            new RoomUpdated());
            case Room.Retired retired -> throw new RoomException.Retired(id, retired.reason());
        };
    }
}
