package com.acme.rooms.booking;

import com.acme.rooms.booking.BookingEvent.BookingRequested;
import com.acme.rooms.booking.BookingException.RoomTaken;
import com.acme.rooms.room.Room;
import com.acme.rooms.room.RoomException;
import com.acme.rooms.room.Rooms;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Versioned;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;

import java.util.Optional;

/**
 * Books a room. Of bookings that overlap one has the first common quarter of an hour and the others are refused;
 * what one takes and never stores comes free half a minute later.
 */
public final class BookRoom {

    private final Rooms rooms;
    private final Bookings bookings;
    private final Reservations hours;
    private final ConfirmBooking confirm;

    public BookRoom(Rooms rooms, Bookings bookings, Reservations hours, ConfirmBooking confirm) {
        this.rooms = rooms;
        this.bookings = bookings;
        this.hours = hours;
        this.confirm = confirm;
    }

    /**
     * @throws io.syncopate.kernel.NotFoundException there is no such room
     * @throws RoomException.Retired it is given up
     * @throws InvalidException the time has begun
     * @throws RoomTaken another booking has the room at a part of the time
     */
    public Versioned<Booking> book(Command by, Plan plan) {
        String id = plan.room() + "/" + Ids.forCommand(by);
        Optional<Versioned<Booking>> answered = bookings.answered(by, id);
        if (answered.isPresent()) {
            return counting(plan, ended(by, answered.get()));
        }
        requireInUse(by, plan.room());
        requireToCome(by, plan.time());
        return switch (hours.take(
                by,
                Bookings.name(id),
                plan.time().keys(plan.room()),
                by.at().plus(ConfirmBooking.HOLD))) {
            case Taking.Refused taken ->
                    throw new RoomTaken(plan.room(), BookedTime.quarter(taken.key()));
            case Taking.Taken taken ->
                    counting(
                            plan,
                            confirm.with(
                                    by.by(),
                                    bookings.add(
                                            by,
                                            id,
                                            new Booking.Pending(plan),
                                            new BookingRequested()),
                                    taken.reservation()));
        };
    }

    /** A repeat goes on where the first call ended. */
    private Versioned<Booking> ended(Command by, Versioned<Booking> found) {
        return found.value() instanceof Booking.Pending ? confirm.anew(by.by(), found) : found;
    }

    private static Versioned<Booking> counting(Plan plan, Versioned<Booking> ended) {
        return switch (ended.value()) {
            case Booking.Confirmed _, Booking.Cancelled _ -> ended;
            case Booking.Displaced _, Booking.Pending _ ->
                    throw new RoomTaken(plan.room(), plan.time().start());
        };
    }

    private void requireInUse(Command by, String room) {
        // Rooms are the tenant's: whoever may book may book each of them.
        if (rooms.get(by.tenant(), room).value() instanceof Room.Retired retired) {
            throw new RoomException.Retired(room, retired.reason());
        }
    }

    private static void requireToCome(Command by, BookedTime time) {
        if (time.start().isBefore(by.at())) {
            throw new InvalidException("booking.start_time", time.start(), "a time to come");
        }
    }
}
