package com.acme.rooms;

import com.acme.rooms.booking.BookRoom;
import com.acme.rooms.booking.BookedHours;
import com.acme.rooms.booking.Bookings;
import com.acme.rooms.booking.CancelBooking;
import com.acme.rooms.booking.ConfirmBooking;
import com.acme.rooms.room.DescribeRoom;
import com.acme.rooms.room.RetireRoom;
import com.acme.rooms.room.Rooms;
import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.starter.reservation.MongoReservations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Puts the core together: it knows nothing of Spring. */
@Configuration(proxyBeanMethods = false)
class UseCases {

    @Bean
    DescribeRoom describeRoom(Rooms rooms) {
        return new DescribeRoom(rooms);
    }

    @Bean
    RetireRoom retireRoom(Rooms rooms) {
        return new RetireRoom(rooms);
    }

    @Bean
    Reservations roomHours(MongoDatabase database, Bookings bookings, Clock clock) {
        return new MongoReservations(
                database, "roomHours", new BookedHours(bookings, clock), clock);
    }

    @Bean
    ConfirmBooking confirmBooking(
            Bookings bookings, Reservations roomHours, OneByOne oneByOne, Clock clock) {
        return new ConfirmBooking(bookings, roomHours, oneByOne, clock);
    }

    @Bean
    BookRoom bookRoom(
            Rooms rooms, Bookings bookings, Reservations roomHours, ConfirmBooking confirm) {
        return new BookRoom(rooms, bookings, roomHours, confirm);
    }

    @Bean
    CancelBooking cancelBooking(Bookings bookings, Reservations roomHours) {
        return new CancelBooking(bookings, roomHours);
    }
}
