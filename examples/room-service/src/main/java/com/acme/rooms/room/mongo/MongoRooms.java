package com.acme.rooms.room.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import static io.syncopate.starter.mongo.AggregateFields.CREATE_TIME;
import static io.syncopate.starter.mongo.AggregateFields.DATA;
import static io.syncopate.starter.mongo.AggregateFields.NAME;

import com.acme.rooms.room.Room;
import com.acme.rooms.room.Rooms;
import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.starter.mongo.IndexSpec;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;

/** {@link Rooms} in the collection {@code rooms}. */
@Repository
class MongoRooms extends MongoAggregates<Room> implements Rooms {

    private static final String STATE = DATA + "." + RoomDocuments.STATE;
    private static final String SEATS = DATA + "." + RoomDocuments.SEATS;

    MongoRooms(MongoDatabase database, Clock clock) {
        super(
                database,
                "rooms",
                new RoomDocuments(),
                clock,
                List.of(IndexSpec.on(STATE, CREATE_TIME, NAME)));
    }

    @Override
    public Page<Versioned<Room>> inUse(TenantId tenant, int minSeats, PageRequest page) {
        return findPage(tenant, and(eq(STATE, RoomDocuments.IN_USE), gte(SEATS, minSeats)), page);
    }
}
