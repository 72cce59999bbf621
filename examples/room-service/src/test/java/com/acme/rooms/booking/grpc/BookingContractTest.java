package com.acme.rooms.booking.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.proto.rooms.v1.Booking;
import com.acme.proto.rooms.v1.BookingServiceGrpc;
import com.acme.proto.rooms.v1.BookingServiceGrpc.BookingServiceBlockingStub;
import com.acme.proto.rooms.v1.CancelBookingRequest;
import com.acme.proto.rooms.v1.CreateBookingRequest;
import com.acme.proto.rooms.v1.GetBookingRequest;
import com.acme.proto.rooms.v1.ListBookingsRequest;
import com.acme.proto.rooms.v1.RoomsError;
import com.acme.rooms.ServedContract;
import com.acme.rooms.booking.BookRoom;
import com.acme.rooms.booking.BookedHours;
import com.acme.rooms.booking.CancelBooking;
import com.acme.rooms.booking.ConfirmBooking;
import com.acme.rooms.booking.InMemoryBookings;
import com.acme.rooms.room.InMemoryRooms;
import com.acme.rooms.room.RoomEvent;
import com.acme.rooms.room.RoomFixture;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.InMemoryReservations;
import io.syncopate.testkit.kernel.SettableClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

class BookingContractTest {

    private static final long NINE = Instant.parse("2026-03-03T09:00:00Z").getEpochSecond();

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryRooms rooms = new InMemoryRooms(clock);
    private final ServedContract served = new ServedContract(service(), clock);
    private final BookingServiceBlockingStub ann = as(Callers.ann());

    @BeforeEach
    void hall() {
        rooms.add(
                Callers.command(Callers.ann(), "hall", clock.instant()),
                "hall",
                RoomFixture.seating(8),
                new RoomEvent.RoomCreated());
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void showsAndListsWhatWasBooked() {
        Booking booking = ann.createBooking(booking("daily", 0, 60));

        assertThat(booking.getName()).matches("rooms/hall/bookings/[a-z0-9]{26}");
        assertThat(booking.getState()).isEqualTo(Booking.State.CONFIRMED);
        assertThat(booking.getTitle()).isEqualTo("daily");
        assertThat(booking.getStartTime().getSeconds()).isEqualTo(NINE);
        assertThat(booking.getEndTime().getSeconds()).isEqualTo(NINE + 3_600);
        assertThat(ann.getBooking(named(booking))).isEqualTo(booking);
        assertThat(ann.createBooking(booking("daily", 0, 60))).as("a repeat").isEqualTo(booking);
        assertThat(ann.listBookings(list().build()).getBookingsList()).containsExactly(booking);
        assertThat(
                        ann.listBookings(list().setAfter(booking.getEndTime()).build())
                                .getBookingsList())
                .isEmpty();
    }

    @Test
    void refusesWhatIsTakenUntilItIsCancelled() {
        Booking booking = ann.createBooking(booking("daily", 0, 60));
        var taken = refused(() -> ann.createBooking(booking("other", 45, 90)));
        assertThat(taken.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(reason(taken)).isEqualTo(RoomsError.Reason.ROOM_TAKEN);

        Booking cancelled = ann.cancelBooking(cancel(booking));
        assertThat(cancelled.getState()).isEqualTo(Booking.State.CANCELLED);
        assertThat(ann.getBooking(named(booking))).isEqualTo(cancelled);
        assertThat(reason(refused(() -> ann.cancelBooking(cancel(booking)))))
                .isEqualTo(RoomsError.Reason.BOOKING_CANCELLED);
        assertThat(ann.createBooking(booking("another", 45, 90)).getState())
                .isEqualTo(Booking.State.CONFIRMED);
        assertThat(ann.listBookings(list().build()).getBookingsList()).hasSize(1);
    }

    @Test
    void namesTheFieldThatIsNotAWholeQuarter() {
        var refused = refused(() -> ann.createBooking(booking("daily", 0, 50)));
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(detail(refused, BadRequest.class).getFieldViolationsList())
                .extracting(FieldViolation::getField)
                .containsExactly("booking.end_time");
    }

    @Test
    void aRightOverOnesOwnReachesNobodyElsesBookings() {
        Booking booking = ann.createBooking(booking("daily", 0, 60));
        var eve = as(holding("eve", Scope.OWN));
        for (ThrowingCallable call :
                Set.<ThrowingCallable>of(
                        () -> eve.getBooking(named(booking)),
                        () -> eve.cancelBooking(cancel(booking)))) {
            assertThat(refused(call).getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        }
        assertThat(eve.listBookings(list().build()).getBookingsList()).isEmpty();
        assertThat(reason(refused(() -> eve.createBooking(booking("eve", 0, 15)))))
                .as("that it is taken is told, by whom is not")
                .isEqualTo(RoomsError.Reason.ROOM_TAKEN);
        Booking own = eve.createBooking(booking("own", 60, 75));
        assertThat(eve.cancelBooking(cancel(own)).getState()).isEqualTo(Booking.State.CANCELLED);
    }

    @Test
    void anotherTenantHasNeitherRoomNorBooking() {
        Booking booking = ann.createBooking(booking("daily", 0, 60));
        var stranger = as(Callers.of(Callers.OTHER, "eve"));
        for (ThrowingCallable call :
                Set.<ThrowingCallable>of(
                        () -> stranger.getBooking(named(booking)),
                        () -> stranger.cancelBooking(cancel(booking)),
                        () -> stranger.createBooking(booking("x", 0, 60)))) {
            assertThat(refused(call).getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
        }
        assertThat(stranger.listBookings(list().build()).getBookingsList()).isEmpty();
    }

    private BookingGrpcService service() {
        var bookings = new InMemoryBookings(clock);
        var hours = new InMemoryReservations(new BookedHours(bookings, clock), clock);
        var confirm = new ConfirmBooking(bookings, hours, new OneByOne((_, _, _) -> {}), clock);
        return new BookingGrpcService(
                bookings,
                new BookRoom(rooms, bookings, hours, confirm),
                new CancelBooking(bookings, hours));
    }

    private BookingServiceBlockingStub as(Caller caller) {
        return BookingServiceGrpc.newBlockingStub(served.as(caller));
    }

    private static Caller holding(String uid, Scope scope) {
        return new Caller(
                Callers.ACME,
                new Uid(uid),
                Set.of(),
                Set.of(new Grant("rooms.bookings.*", scope)),
                Optional.empty());
    }

    /** Minutes since nine. */
    private static CreateBookingRequest booking(String requestId, int from, int to) {
        return CreateBookingRequest.newBuilder()
                .setParent("rooms/hall")
                .setBooking(
                        Booking.newBuilder()
                                .setTitle(requestId)
                                .setStartTime(Timestamp.newBuilder().setSeconds(NINE + from * 60L))
                                .setEndTime(Timestamp.newBuilder().setSeconds(NINE + to * 60L)))
                .setRequestId(requestId)
                .build();
    }

    private static GetBookingRequest named(Booking booking) {
        return GetBookingRequest.newBuilder().setName(booking.getName()).build();
    }

    private static CancelBookingRequest cancel(Booking booking) {
        return CancelBookingRequest.newBuilder().setName(booking.getName()).build();
    }

    private static ListBookingsRequest.Builder list() {
        return ListBookingsRequest.newBuilder().setParent("rooms/hall");
    }

    private static StatusRuntimeException refused(ThrowingCallable call) {
        return assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call).actual();
    }

    private static RoomsError.Reason reason(StatusRuntimeException refused) {
        return RoomsError.Reason.valueOf(detail(refused, ErrorInfo.class).getReason());
    }

    private static <T extends Message> T detail(StatusRuntimeException refused, Class<T> type) {
        for (Any any :
                Objects.requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList()) {
            if (any.is(type)) {
                try {
                    return any.unpack(type);
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " in " + refused);
    }
}
