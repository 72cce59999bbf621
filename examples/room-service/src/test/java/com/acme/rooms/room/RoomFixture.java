package com.acme.rooms.room;

public final class RoomFixture {

    private RoomFixture() {}

    public static Room.InUse seating(int seats) {
        return new Room.InUse(new Description("Room for " + seats, "Main street", seats));
    }

    public static Room.Retired retired(int seats) {
        return seating(seats).retired("became a kitchen");
    }
}
