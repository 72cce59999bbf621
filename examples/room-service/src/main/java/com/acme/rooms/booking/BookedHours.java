package com.acme.rooms.booking;

import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.reservation.Holders;
import io.syncopate.kernel.reservation.Key;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which bookings need a quarter of an hour: those that count, or are about to, until they are over. */
public final class BookedHours implements Holders {

    private final Bookings bookings;
    private final Clock clock;

    public BookedHours(Bookings bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> needs(TenantId tenant, String holder, Key key) {
        return bookings.find(tenant, Bookings.id(holder))
                .filter(
                        found ->
                                switch (found.value()) {
                                    case Booking.Pending _, Booking.Confirmed _ -> true;
                                    case Booking.Cancelled _, Booking.Displaced _ -> false;
                                })
                .map(found -> found.value().plan())
                .filter(plan -> plan.time().keys(plan.room()).contains(key))
                .map(plan -> plan.time().end())
                .filter(end -> end.isAfter(clock.instant()));
    }
}
