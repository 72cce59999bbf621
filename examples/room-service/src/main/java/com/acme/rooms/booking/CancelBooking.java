package com.acme.rooms.booking;

import com.acme.rooms.booking.BookingEvent.BookingCancelled;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Etags;
import io.syncopate.kernel.Versioned;
import io.syncopate.kernel.reservation.Reservations;

import java.util.Optional;

/** Gives a booking up. */
public final class CancelBooking {

    private final Bookings bookings;
    private final Reservations hours;

    public CancelBooking(Bookings bookings, Reservations hours) {
        this.bookings = bookings;
        this.hours = hours;
    }

    /**
     * @param etag the one that the caller saw; empty for whatever is there
     * @throws BookingException.Cancelled when another request did it
     * @throws BookingException.Over when it has ended
     */
    public Versioned<Booking> cancel(Command by, String id, String etag) {
        Optional<Versioned<Booking>> answered = bookings.answered(by, id);
        if (answered.isPresent()) {
            return answered.get();
        }
        Versioned<Booking> before = bookings.shown(by.reach(), id);
        Etags.check(etag, before);
        Booking.Confirmed booking =
                switch (before.value()) {
                    case Booking.Confirmed confirmed -> confirmed;
                    case Booking.Cancelled _, Booking.Pending _, Booking.Displaced _ ->
                            throw new BookingException.Cancelled(before.name());
                };
        BookedTime time = booking.plan().time();
        if (time.isOver(by.at())) {
            throw new BookingException.Over(before.name(), time.end());
        }
        Versioned<Booking> after =
                bookings.change(by, before, booking.cancelled(), new BookingCancelled());
        // Who dies before this keeps nobody out: a key of a booking that is cancelled is free.
        hours.giveAll(by.tenant(), before.name());
        return after;
    }
}
