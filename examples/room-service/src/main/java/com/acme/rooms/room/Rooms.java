package com.acme.rooms.room;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

/** Keeps the rooms. */
public interface Rooms extends Aggregates<Room> {

    /** Those in use with at least so many seats, in order of creation. */
    Page<Versioned<Room>> inUse(TenantId tenant, int minSeats, PageRequest page);
}
