package com.acme.rooms.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.rooms.booking.BookingEvent.BookingCancelled;
import com.acme.rooms.booking.BookingEvent.BookingConfirmed;
import com.acme.rooms.booking.BookingEvent.BookingDisplaced;
import com.acme.rooms.booking.BookingEvent.BookingRequested;
import com.acme.rooms.booking.BookingException.RoomTaken;
import com.acme.rooms.room.InMemoryRooms;
import com.acme.rooms.room.RoomEvent;
import com.acme.rooms.room.RoomException;
import com.acme.rooms.room.RoomFixture;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.kernel.reservation.Taking;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.InMemoryReservations;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class BookingUseCasesTest {

    private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
    private static final Reach ALL = Reach.everything(Callers.ACME);
    private static final Duration ABANDONED =
            ConfirmBooking.HOLD.plus(Reservations.MAX_SKEW).plusSeconds(1);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final InMemoryRooms rooms = new InMemoryRooms(clock);
    private final StallingBookings bookings = new StallingBookings(clock);
    private final Reservations hours =
            new InMemoryReservations(new BookedHours(bookings, clock), clock);
    private final List<Located> failed = new ArrayList<>();
    private final ConfirmBooking confirm =
            new ConfirmBooking(
                    bookings, hours, new OneByOne((_, item, _) -> failed.add(item)), clock);
    private final BookRoom bookRoom = new BookRoom(rooms, bookings, hours, confirm);
    private final CancelBooking cancel = new CancelBooking(bookings, hours);

    /** Something happens between the taking of the time and the storing of the booking. */
    private static final class StallingBookings extends InMemoryBookings {
        private Runnable next = () -> {};
        private String unreadable = "";

        StallingBookings(SettableClock clock) {
            super(clock);
        }

        @Override
        public Optional<Versioned<Booking>> find(TenantId tenant, String id) {
            if (id.equals(unreadable)) {
                throw new IllegalStateException(id + " cannot be read");
            }
            return super.find(tenant, id);
        }

        void beforeTheNextIsStored(Runnable happens) {
            next = happens;
        }

        @Override
        public Versioned<Booking> add(
                Command by, Ownership ownership, String id, Booking value, DomainEvent event) {
            Runnable now = next;
            next = () -> {};
            now.run();
            return super.add(by, ownership, id, value, event);
        }
    }

    @BeforeEach
    void rooms() {
        for (String id : List.of("hall", "den")) {
            rooms.add(
                    request("room-" + id), id, RoomFixture.seating(8), new RoomEvent.RoomCreated());
        }
    }

    @Test
    void booksOnceForARequestThatIsRepeated() {
        Command request = request("daily");
        Versioned<Booking> booked = bookRoom.book(request, plan("hall", 0, 4));

        assertThat(booked.value()).isEqualTo(new Booking.Confirmed(plan("hall", 0, 4)));
        assertThat(booked.name()).isEqualTo("rooms/hall/bookings/" + Ids.forCommand(request));
        assertThat(bookRoom.book(request, plan("hall", 0, 4))).isEqualTo(booked);
        assertThat(bookings.events(Callers.ACME, booked.id()))
                .containsExactly(new BookingRequested(), new BookingConfirmed());
    }

    @Test
    void refusesWhatOverlapsAndNothingElse() {
        book("daily", plan("hall", 0, 4));

        assertThatExceptionOfType(RoomTaken.class)
                .isThrownBy(() -> book("late", plan("hall", 3, 5)))
                .withMessageContaining("2026-03-03T09:45:00Z");
        assertThatExceptionOfType(RoomTaken.class)
                .isThrownBy(() -> book("whole", plan("hall", -1, 9)));
        book("next", plan("hall", 4, 5));
        book("elsewhere", plan("den", 0, 4));
    }

    @Test
    void whatIsRefusedKeepsNothing() {
        book("daily", plan("hall", 2, 3));
        assertThatExceptionOfType(RoomTaken.class)
                .isThrownBy(() -> book("whole", plan("hall", 0, 4)));
        book("before", plan("hall", 0, 2));
        book("behind", plan("hall", 3, 4));
    }

    @Test
    void whatIsCancelledIsFreeAtOnce() {
        Versioned<Booking> booked = book("daily", plan("hall", 0, 4));
        Command request = request("cancel");
        Versioned<Booking> cancelled = cancel.cancel(request, booked.id(), booked.etag());

        assertThat(cancelled.value()).isEqualTo(new Booking.Cancelled(plan("hall", 0, 4)));
        assertThat(cancel.cancel(request, booked.id(), booked.etag()))
                .as("a repeat")
                .isEqualTo(cancelled);
        assertThatExceptionOfType(BookingException.Cancelled.class)
                .isThrownBy(() -> cancel.cancel(request("again"), booked.id(), ""));
        assertThat(bookings.events(Callers.ACME, booked.id())).contains(new BookingCancelled());
        book("other", plan("hall", 0, 4));
    }

    /** Who dies between cancelling and giving back keeps nobody out. */
    @Test
    void whatWasCancelledAndNotGivenBackIsFreeToo() {
        Versioned<Booking> booked = book("daily", plan("hall", 0, 4));
        bookings.change(
                request("cancel"),
                booked,
                new Booking.Cancelled(booked.value().plan()),
                new BookingCancelled());
        assertThat(hours.heldBy(Callers.ACME, booked.name())).hasSize(4);
        book("other", plan("hall", 0, 4));
    }

    @Test
    void whatWasTakenAndNeverStoredComesFree() {
        Taking abandoned =
                hours.take(
                        request("x"),
                        "rooms/hall/bookings/never-stored",
                        plan("hall", 0, 4).time().keys("hall"),
                        clock.instant().plus(ConfirmBooking.HOLD));
        assertThat(abandoned).isInstanceOf(Taking.Taken.class);
        assertThatExceptionOfType(RoomTaken.class)
                .isThrownBy(() -> book("daily", plan("hall", 0, 4)));
        clock.advance(ABANDONED);
        book("daily", plan("hall", 0, 4));
    }

    @Test
    void whatWasStoredByAProcessThatDiedIsNotShownAndSoonConfirmed() {
        Versioned<Booking> pending = pending("daily", plan("hall", 0, 4));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> bookings.shown(ALL, pending.id()));
        assertThat(confirmed("hall")).isEmpty();

        confirm.forgotten();
        assertThat(bookings.get(ALL, pending.id()).value())
                .as("it may be on its way")
                .isInstanceOf(Booking.Pending.class);
        clock.advance(ABANDONED);
        confirm.forgotten();
        assertThat(bookings.shown(ALL, pending.id()).value()).isInstanceOf(Booking.Confirmed.class);
        assertThat(hours.heldBy(Callers.ACME, pending.name())).hasSize(4);
    }

    @Test
    void oneThatCannotBeReadKeepsNoOtherFromBeingConfirmed() {
        Versioned<Booking> bad = pending("bad", plan("hall", 0, 4));
        Versioned<Booking> good = pending("good", plan("hall", 4, 8));
        bookings.unreadable = bad.id();
        clock.advance(ABANDONED);
        confirm.forgotten();
        assertThat(bookings.shown(ALL, good.id()).value()).isInstanceOf(Booking.Confirmed.class);
        assertThat(failed).containsExactly(new Located(Callers.ACME, bad.id()));
    }

    @Test
    void aRepeatGoesOnWhereTheFirstCallDied() {
        pending("daily", plan("hall", 0, 4));
        assertThat(book("daily", plan("hall", 0, 4)).value()).isInstanceOf(Booking.Confirmed.class);
    }

    @Test
    void aBookingThatIsStoredTooLateIsDisplacedAndItsRepeatRefused() {
        Command slow = request("slow");
        bookings.beforeTheNextIsStored(
                () -> {
                    clock.advance(ABANDONED);
                    book("fast", plan("hall", 3, 5));
                });
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(RoomTaken.class)
                    .isThrownBy(() -> bookRoom.book(slow, plan("hall", 0, 4)));
        }
        assertThat(bookings.events(Callers.ACME, "hall/" + Ids.forCommand(slow)))
                .containsExactly(new BookingRequested(), new BookingDisplaced());
        assertThat(confirmed("hall"))
                .extracting(each -> each.value().plan().time().start())
                .containsExactly(NINE.plus(BookedTime.QUARTER.multipliedBy(3)));
        book("before", plan("hall", 0, 3));
    }

    /** Its first quarters may have been another's, which is over and needs them no longer. */
    @Test
    void aBookingThatIsStoredAfterItsTimeBeganIsDisplaced() {
        bookings.beforeTheNextIsStored(() -> clock.set(NINE.plus(ABANDONED)));
        assertThatExceptionOfType(RoomTaken.class)
                .isThrownBy(() -> book("slow", plan("hall", 0, 4)));
        assertThat(confirmed("hall")).isEmpty();
    }

    @Test
    void whatIsOverIsForgottenAndCannotBeCancelled() {
        Versioned<Booking> booked = book("daily", plan("hall", 0, 4));
        clock.set(NINE.plus(BookedTime.QUARTER.multipliedBy(4)).plus(ABANDONED));
        assertThat(hours.reconcile()).as("quarters of an hour").isEqualTo(4);
        assertThatExceptionOfType(BookingException.Over.class)
                .isThrownBy(() -> cancel.cancel(request("cancel"), booked.id(), ""));
    }

    @Test
    void refusesARoomThatIsGivenUpOrNotThereAndATimeThatIsGone() {
        rooms.add(request("room-old"), "old", RoomFixture.retired(8), new RoomEvent.RoomCreated());
        assertThatExceptionOfType(RoomException.Retired.class)
                .isThrownBy(() -> book("a", plan("old", 0, 4)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> book("b", plan("nowhere", 0, 4)));
        clock.set(NINE.plusSeconds(1));
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> book("c", plan("hall", 0, 4)));
    }

    /** As one leaves it that dies before it confirms. */
    private Versioned<Booking> pending(String requestId, Plan plan) {
        Command by = request(requestId);
        String id = plan.room() + "/" + Ids.forCommand(by);
        assertThat(
                        hours.take(
                                by,
                                Bookings.name(id),
                                plan.time().keys(plan.room()),
                                clock.instant().plus(ConfirmBooking.HOLD)))
                .isInstanceOf(Taking.Taken.class);
        return bookings.add(by, id, new Booking.Pending(plan), new BookingRequested());
    }

    private Versioned<Booking> book(String requestId, Plan plan) {
        return bookRoom.book(request(requestId), plan);
    }

    private List<Versioned<Booking>> confirmed(String room) {
        return bookings.confirmed(ALL, room, Instant.EPOCH, PageRequest.first()).items();
    }

    /** Quarters of an hour since nine. */
    private static Plan plan(String room, int from, int to) {
        return new Plan(
                room,
                new BookedTime(
                        NINE.plus(BookedTime.QUARTER.multipliedBy(from)),
                        NINE.plus(BookedTime.QUARTER.multipliedBy(to))),
                "daily");
    }

    private Command request(String requestId) {
        return Callers.command(Callers.ann(), "book", requestId, requestId, clock.instant());
    }
}
