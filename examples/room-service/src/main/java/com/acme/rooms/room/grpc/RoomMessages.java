package com.acme.rooms.room.grpc;

import com.acme.proto.rooms.v1.Room.State;
import com.acme.rooms.room.Description;
import com.acme.rooms.room.Room;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;

import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Between a room and its message. */
final class RoomMessages {

    private static final String NAME = "rooms/";

    private RoomMessages() {}

    static String id(String name) {
        return name.substring(NAME.length());
    }

    static Description description(com.acme.proto.rooms.v1.Room message) {
        return new Description(message.getDisplayName(), message.getSite(), message.getSeats());
    }

    /** Without a mask, what is set is what is meant. */
    static UnaryOperator<Description> change(com.acme.proto.rooms.v1.Room sent, FieldMask mask) {
        List<String> named = mask.getPathsList();
        boolean all = named.isEmpty();
        return before -> {
            Description after = before;
            if (all ? !sent.getDisplayName().isEmpty() : named.contains("display_name")) {
                after = after.named(sent.getDisplayName());
            }
            if (all ? !sent.getSite().isEmpty() : named.contains("site")) {
                after = after.at(sent.getSite());
            }
            if (all ? sent.getSeats() != 0 : named.contains("seats")) {
                after = after.seating(sent.getSeats());
            }
            return after;
        };
    }

    static com.acme.proto.rooms.v1.Room room(Versioned<Room> room) {
        Description description = room.value().description();
        var message =
                com.acme.proto.rooms.v1.Room.newBuilder()
                        .setName(NAME + room.id())
                        .setDisplayName(description.displayName())
                        .setSite(description.site())
                        .setSeats(description.seats())
                        .setEtag(room.etag())
                        .setCreateTime(timestamp(room.createTime()))
                        .setUpdateTime(timestamp(room.updateTime()));
        return switch (room.value()) {
            case Room.InUse _ -> message.setState(State.IN_USE).build();
            case Room.Retired retired ->
                    message.setState(State.RETIRED).setRetirementReason(retired.reason()).build();
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
