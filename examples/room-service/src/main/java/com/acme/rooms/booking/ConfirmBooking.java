package com.acme.rooms.booking;

import com.acme.rooms.booking.BookingEvent.BookingConfirmed;
import com.acme.rooms.booking.BookingEvent.BookingDisplaced;

import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.StaleEtagException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.kernel.reservation.Reservation;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a pending booking to its end: confirmed when it has all of its time, else displaced. Whoever
 * stored it does so at once, a repeat of the request when it did not, and a sweep when nobody repeats;
 * two of them do it once, because each step is conditional on the version that was read.
 */
public final class ConfirmBooking {

    /** For so long a booking may be on its way before somebody else looks after it. */
    static final Duration HOLD = Duration.ofSeconds(30);

    private static final String METHOD = "rooms.bookings.ConfirmBooking";
    private static final int BATCH = 100;

    private final Bookings bookings;
    private final Reservations hours;
    private final OneByOne oneByOne;
    private final Clock clock;

    public ConfirmBooking(Bookings bookings, Reservations hours, OneByOne oneByOne, Clock clock) {
        this.bookings = bookings;
        this.hours = hours;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /**
     * @param reservation of all that the booking needs
     * @return confirmed, or displaced where a key was lost before the booking was stored
     */
    Versioned<Booking> with(Caller by, Versioned<Booking> before, Reservation reservation) {
        BookedTime time = before.value().plan().time();
        return !isLate(time) && hours.confirm(reservation, time.end())
                ? change(by, before, new BookingConfirmed())
                : displaced(by, before);
    }

    /** As {@link #with}, for a booking that was found pending: what it needs is taken once more. */
    Versioned<Booking> anew(Caller by, Versioned<Booking> before) {
        Plan plan = before.value().plan();
        Instant now = clock.instant();
        if (isLate(plan.time())) {
            return displaced(by, before);
        }
        var command = Command.internal(by, METHOD, before.name(), now);
        return switch (hours.take(
                command, before.name(), plan.time().keys(plan.room()), now.plus(HOLD))) {
            case Taking.Taken taken -> with(by, before, taken.reservation());
            case Taking.Refused _ -> displaced(by, before);
        };
    }

    /** Looks after those that nobody has brought to an end, in all tenants. */
    public void forgotten() {
        oneByOne.each(
                "confirm-forgotten-bookings",
                bookings.pending(clock.instant().minus(HOLD), BATCH),
                found ->
                        bookings.find(found.tenant(), found.id())
                                .ifPresent(booking -> anew(service(found.tenant()), booking)));
    }

    /**
     * Of a time that has begun the first quarters may have been another booking's, which is over and
     * needs them no longer.
     */
    private boolean isLate(BookedTime time) {
        return clock.instant().isAfter(time.start().plus(HOLD));
    }

    private Versioned<Booking> displaced(Caller by, Versioned<Booking> before) {
        Versioned<Booking> after = change(by, before, new BookingDisplaced());
        if (after.value() instanceof Booking.Displaced) {
            hours.giveAll(by.tenant(), before.name());
        }
        return after;
    }

    /** What is stored then: somebody else may have been faster, and decides. */
    private Versioned<Booking> change(Caller by, Versioned<Booking> before, DomainEvent event) {
        if (!(before.value() instanceof Booking.Pending pending)) {
            return before;
        }
        Booking after =
                event instanceof BookingConfirmed ? pending.confirmed() : pending.displaced();
        try {
            return bookings.change(
                    Command.internal(by, METHOD, before.name(), clock.instant()),
                    before,
                    after,
                    event);
        } catch (StaleEtagException e) {
            return bookings.get(by.tenant(), before.id());
        }
    }

    private static Caller service(TenantId tenant) {
        return new Caller(tenant, Uid.ofService("rooms"), Set.of(), Set.of(), Optional.empty());
    }
}
