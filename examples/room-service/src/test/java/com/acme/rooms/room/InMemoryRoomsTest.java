package com.acme.rooms.room;

class InMemoryRoomsTest extends RoomsContract {

    @Override
    protected Rooms aggregates() {
        return new InMemoryRooms(clock);
    }
}
