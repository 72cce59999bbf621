package com.acme.rooms.booking;

import io.syncopate.kernel.DomainEvent;

/** What happens to a booking. */
public sealed interface BookingEvent extends DomainEvent {

    record BookingRequested() implements BookingEvent {}

    record BookingConfirmed() implements BookingEvent {}

    record BookingCancelled() implements BookingEvent {}

    record BookingDisplaced() implements BookingEvent {}
}
