package com.acme.rooms.booking.mongo;

import com.acme.rooms.booking.BookedTime;
import com.acme.rooms.booking.Booking;
import com.acme.rooms.booking.Plan;

import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.util.Date;

/** A booking as a document. */
final class BookingDocuments implements DocumentMapper<Booking> {

    static final String STATE = "state";
    static final String ROOM = "room";
    static final String END = "end";
    static final String PENDING = "PENDING";
    static final String CONFIRMED = "CONFIRMED";
    private static final String CANCELLED = "CANCELLED";
    private static final String DISPLACED = "DISPLACED";

    @Override
    public String kind() {
        return "booking";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Booking booking) {
        Plan plan = booking.plan();
        return new Document(ROOM, plan.room())
                .append("title", plan.title())
                .append("start", Date.from(plan.time().start()))
                .append(END, Date.from(plan.time().end()))
                .append(
                        STATE,
                        switch (booking) {
                            case Booking.Pending _ -> PENDING;
                            case Booking.Confirmed _ -> CONFIRMED;
                            case Booking.Cancelled _ -> CANCELLED;
                            case Booking.Displaced _ -> DISPLACED;
                        });
    }

    @Override
    public Booking read(Document fields) {
        var plan =
                new Plan(
                        fields.getString(ROOM),
                        new BookedTime(
                                fields.getDate("start").toInstant(),
                                fields.getDate(END).toInstant()),
                        fields.getString("title"));
        String state = fields.getString(STATE);
        return switch (state) {
            case PENDING -> new Booking.Pending(plan);
            case CONFIRMED -> new Booking.Confirmed(plan);
            case CANCELLED -> new Booking.Cancelled(plan);
            case DISPLACED -> new Booking.Displaced(plan);
            default ->
                    throw new IllegalStateException(
                            "booking state '%s': expected %s, %s, %s or %s"
                                    .formatted(state, PENDING, CONFIRMED, CANCELLED, DISPLACED));
        };
    }
}
