package com.acme.rooms.booking.sweep;

import com.acme.rooms.booking.ConfirmBooking;

import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Ends bookings whose process died, and forgets quarters of an hour that are over. Every replica does: each
 * step is conditional, so two of them do it once.
 */
@Component
class BookingSweep {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    BookingSweep(RecurringTasks tasks, ConfirmBooking confirm, Reservations roomHours) {
        tasks.every("confirm-forgotten-bookings", INTERVAL, confirm::forgotten);
        tasks.every("reconcile-room-hours", INTERVAL, roomHours::reconcile);
    }
}
