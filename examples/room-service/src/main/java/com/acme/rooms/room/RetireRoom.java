package com.acme.rooms.room;

import com.acme.rooms.room.RoomEvent.RoomRetired;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;

import java.util.Optional;

/** Gives a room up for good. */
public final class RetireRoom {

    private final Rooms rooms;

    public RetireRoom(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * @param etag the one that the caller saw; empty for whatever is there
     * @param reason what people who look for the room are told
     * @throws RoomException.Retired when another request did it
     */
    public Versioned<Room> retire(Command by, String id, String etag, String reason) {
        // A repeat must not be refused for what it has done itself.
        Optional<Versioned<Room>> answered = rooms.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Room> before = rooms.get(by.reach(), id);
        Etags.check(etag, before);
        return switch (before.value()) {
            case Room.InUse room ->
                    rooms.change(by, before, room.retired(reason), new RoomRetired(reason));
            case Room.Retired retired -> throw new RoomException.Retired(id, retired.reason());
        };
    }
}
