package com.acme.rooms.booking;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;

import java.time.Instant;
import java.util.List;

/** Keeps the bookings, each under the id of its room: {@code <room>/<booking>}. */
public interface Bookings extends Aggregates<Booking> {

    /**
     * As others than the booking's own request see it: what counts, or has counted.
     *
     * @throws NotFoundException there is none, it is out of reach, or it never counted
     */
    default Versioned<Booking> shown(Reach reach, String id) {
        Versioned<Booking> found = get(reach, id);
        return switch (found.value()) {
            case Booking.Confirmed _, Booking.Cancelled _ -> found;
            case Booking.Pending _, Booking.Displaced _ ->
                    throw new NotFoundException("booking", found.name());
        };
    }

    /** Those of a room that are confirmed and end after this time, in order of creation. */
    Page<Versioned<Booking>> confirmed(Reach reach, String room, Instant after, PageRequest page);

    /** Of all tenants, some that are pending since before this time. */
    List<Located> pending(Instant since, int limit);

    /** The resource name; the holder of what it needs is named by it. */
    static String name(String id) {
        return "rooms/" + id.replace("/", "/bookings/");
    }

    static String id(String name) {
        return name.substring("rooms/".length()).replace("/bookings/", "/");
    }
}
