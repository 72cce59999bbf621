package com.acme.rooms.booking.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import static io.syncopate.starter.mongo.AggregateFields.CREATE_TIME;
import static io.syncopate.starter.mongo.AggregateFields.DATA;
import static io.syncopate.starter.mongo.AggregateFields.NAME;

import com.acme.rooms.booking.Booking;
import com.acme.rooms.booking.Bookings;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;

import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** {@link Bookings} in the collection {@code bookings}. */
@Repository
class MongoBookings extends MongoAggregates<Booking> implements Bookings {

    private static final String STATE = DATA + "." + BookingDocuments.STATE;
    private static final String ROOM = DATA + "." + BookingDocuments.ROOM;
    private static final String END = DATA + "." + BookingDocuments.END;

    MongoBookings(MongoDatabase database, Clock clock) {
        super(
                database,
                "bookings",
                new BookingDocuments(),
                clock,
                List.of(
                        IndexSpec.OF_OWNERS,
                        IndexSpec.on(STATE, ROOM, CREATE_TIME, NAME),
                        IndexSpec.on(STATE, CREATE_TIME)));
    }

    @Override
    protected String nameOf(String id) {
        return Bookings.name(id);
    }

    @Override
    public Page<Versioned<Booking>> confirmed(
            Reach reach, String room, Instant after, PageRequest page) {
        return findPage(
                reach,
                and(
                        eq(STATE, BookingDocuments.CONFIRMED),
                        eq(ROOM, room),
                        gt(END, Date.from(after))),
                page);
    }

    @Override
    public List<Located> pending(Instant since, int limit) {
        return locateInAllTenants(
                and(eq(STATE, BookingDocuments.PENDING), lt(CREATE_TIME, Date.from(since))),
                Sorts.ascending(CREATE_TIME),
                limit);
    }
}
