package com.acme.rooms.booking;

class InMemoryBookingsTest extends BookingsContract {

    @Override
    protected Bookings aggregates() {
        return new InMemoryBookings(clock);
    }
}
