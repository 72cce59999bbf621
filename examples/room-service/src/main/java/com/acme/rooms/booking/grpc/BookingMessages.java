package com.acme.rooms.booking.grpc;

import com.acme.proto.rooms.v1.Booking.State;
import com.acme.rooms.booking.BookedTime;
import com.acme.rooms.booking.Booking;
import com.acme.rooms.booking.Bookings;
import com.acme.rooms.booking.Plan;
import com.google.protobuf.Timestamp;

import io.syncopate.kernel.Versioned;

import java.time.Instant;

/** Between a booking and its message. */
final class BookingMessages {

    private static final String ROOM = "rooms/";

    private BookingMessages() {}

    /** Of the room. */
    static String id(String parent) {
        return parent.substring(ROOM.length());
    }

    static Plan plan(String parent, com.acme.proto.rooms.v1.Booking message) {
        return new Plan(
                id(parent),
                new BookedTime(instant(message.getStartTime()), instant(message.getEndTime())),
                message.getTitle());
    }

    static com.acme.proto.rooms.v1.Booking booking(Versioned<Booking> booking) {
        Plan plan = booking.value().plan();
        return com.acme.proto.rooms.v1.Booking.newBuilder()
                .setName(Bookings.name(booking.id()))
                .setTitle(plan.title())
                .setStartTime(timestamp(plan.time().start()))
                .setEndTime(timestamp(plan.time().end()))
                .setState(
                        switch (booking.value()) {
                            case Booking.Confirmed _ -> State.CONFIRMED;
                            case Booking.Cancelled _ -> State.CANCELLED;
                            case Booking.Pending _, Booking.Displaced _ ->
                                    throw new IllegalStateException(
                                            booking.name() + " does not count and is not shown");
                        })
                .setEtag(booking.etag())
                .setCreateTime(timestamp(booking.createTime()))
                .setUpdateTime(timestamp(booking.updateTime()))
                .build();
    }

    static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
