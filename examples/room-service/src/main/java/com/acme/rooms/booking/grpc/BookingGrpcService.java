package com.acme.rooms.booking.grpc;

import com.acme.proto.rooms.v1.Booking;
import com.acme.proto.rooms.v1.BookingServiceGrpc;
import com.acme.proto.rooms.v1.CancelBookingRequest;
import com.acme.proto.rooms.v1.CreateBookingRequest;
import com.acme.proto.rooms.v1.GetBookingRequest;
import com.acme.proto.rooms.v1.ListBookingsRequest;
import com.acme.proto.rooms.v1.ListBookingsResponse;
import com.acme.rooms.booking.BookRoom;
import com.acme.rooms.booking.Bookings;
import com.acme.rooms.booking.CancelBooking;

import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.PageRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.time.Instant;

/** {@code acme.rooms.v1.BookingService}. */
@Component
class BookingGrpcService extends BookingServiceGrpc.BookingServiceImplBase {

    private final Bookings bookings;
    private final BookRoom bookRoom;
    private final CancelBooking cancelBooking;

    BookingGrpcService(Bookings bookings, BookRoom bookRoom, CancelBooking cancelBooking) {
        this.bookings = bookings;
        this.bookRoom = bookRoom;
        this.cancelBooking = cancelBooking;
    }

    @Override
    public void createBooking(CreateBookingRequest request, StreamObserver<Booking> answer) {
        send(
                answer,
                BookingMessages.booking(
                        bookRoom.book(
                                CallContext.command(),
                                BookingMessages.plan(request.getParent(), request.getBooking()))));
    }

    @Override
    public void getBooking(GetBookingRequest request, StreamObserver<Booking> answer) {
        send(
                answer,
                BookingMessages.booking(
                        bookings.shown(CallContext.reach(), Bookings.id(request.getName()))));
    }

    @Override
    public void listBookings(
            ListBookingsRequest request, StreamObserver<ListBookingsResponse> answer) {
        var page =
                bookings.confirmed(
                                CallContext.reach(),
                                BookingMessages.id(request.getParent()),
                                request.hasAfter()
                                        ? BookingMessages.instant(request.getAfter())
                                        : Instant.EPOCH,
                                new PageRequest(request.getPageSize(), request.getPageToken()))
                        .map(BookingMessages::booking);
        send(
                answer,
                ListBookingsResponse.newBuilder()
                        .addAllBookings(page.items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void cancelBooking(CancelBookingRequest request, StreamObserver<Booking> answer) {
        send(
                answer,
                BookingMessages.booking(
                        cancelBooking.cancel(
                                CallContext.command(),
                                Bookings.id(request.getName()),
                                request.getEtag())));
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
