package com.acme.rooms.booking.mongo;

import com.acme.rooms.booking.Bookings;
import com.acme.rooms.booking.BookingsContract;
import com.mongodb.client.MongoDatabase;

import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

@OnStore
class MongoBookingsIT extends BookingsContract {

    private final MongoDatabase database;

    MongoBookingsIT(TestStore store) {
        database = store.database();
    }

    @Override
    protected Bookings aggregates() {
        return new MongoBookings(database, clock);
    }
}
