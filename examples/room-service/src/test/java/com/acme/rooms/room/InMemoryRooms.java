package com.acme.rooms.room;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;

/** Stands in for the store in tests of use cases; it passes the same contract. */
public final class InMemoryRooms extends InMemoryAggregates<Room> implements Rooms {

    public InMemoryRooms(Clock clock) {
        super("rooms", clock);
    }

    @Override
    public Page<Versioned<Room>> inUse(TenantId tenant, int minSeats, PageRequest page) {
        return page(
                tenant,
                room -> room instanceof Room.InUse && room.description().seats() >= minSeats,
                page);
    }
}
