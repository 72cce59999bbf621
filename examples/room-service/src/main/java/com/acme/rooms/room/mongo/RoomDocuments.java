package com.acme.rooms.room.mongo;

import com.acme.rooms.room.Description;
import com.acme.rooms.room.Room;
import com.acme.rooms.room.RoomEvent;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

/** A room as a document. */
final class RoomDocuments implements DocumentMapper<Room> {

    static final String STATE = "state";
    static final String SEATS = "seats";
    static final String IN_USE = "IN_USE";
    private static final String RETIRED = "RETIRED";

    @Override
    public String kind() {
        return "room";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Room room) {
        Description description = room.description();
        Document fields =
                new Document("displayName", description.displayName())
                        .append("site", description.site())
                        .append(SEATS, description.seats());
        return switch (room) {
            case Room.InUse _ -> fields.append(STATE, IN_USE);
            case Room.Retired retired ->
                    fields.append(STATE, RETIRED).append("reason", retired.reason());
        };
    }

    @Override
    public Room read(Document fields) {
        var description =
                new Description(
                        fields.getString("displayName"),
                        fields.getString("site"),
                        fields.getInteger(SEATS));
        String state = fields.getString(STATE);
        return switch (state) {
            case IN_USE -> new Room.InUse(description);
            case RETIRED -> new Room.Retired(description, fields.getString("reason"));
            default ->
                    throw new IllegalStateException(
                            "room state '%s': expected %s or %s".formatted(state, IN_USE, RETIRED));
        };
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return switch ((RoomEvent) event) {
            case RoomEvent.RoomCreated _, RoomEvent.RoomUpdated _ -> new Document();
            case RoomEvent.RoomRetired retired -> new Document("reason", retired.reason());
        };
    }
}
