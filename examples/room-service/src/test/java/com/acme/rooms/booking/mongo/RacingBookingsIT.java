package com.acme.rooms.booking.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.rooms.booking.BookRoom;
import com.acme.rooms.booking.BookedHours;
import com.acme.rooms.booking.BookedTime;
import com.acme.rooms.booking.Booking;
import com.acme.rooms.booking.BookingException;
import com.acme.rooms.booking.Bookings;
import com.acme.rooms.booking.CancelBooking;
import com.acme.rooms.booking.ConfirmBooking;
import com.acme.rooms.booking.Plan;
import com.acme.rooms.room.InMemoryRooms;
import com.acme.rooms.room.RoomEvent;
import com.acme.rooms.room.RoomFixture;
import com.mongodb.client.MongoDatabase;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.OneByOne;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Versioned;
import io.syncopate.kernel.reservation.Reservations;
import io.syncopate.starter.reservation.MongoReservations;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Many processes book and cancel overlapping times of the same rooms, stall, and die on the way. */
@OnStore
class RacingBookingsIT {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<String> ROOMS = List.of("hall", "den");
    private static final int QUARTERS = 24;
    private static final int RIVALS = 8;
    private static final int ROUNDS = 30;
    private static final Reach ALL = Reach.everything(Callers.ACME);

    private final SettableClock clock = SettableClock.at("2026-03-02T06:00:00Z");
    private final InMemoryRooms rooms = new InMemoryRooms(clock);
    private final MongoDatabase database;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger deaths = new AtomicInteger();

    RacingBookingsIT(TestStore store) {
        database = store.database();
    }

    @BeforeEach
    void rooms() {
        ROOMS.forEach(
                id ->
                        rooms.add(
                                Callers.command(Callers.ann(), id, clock.instant()),
                                id,
                                RoomFixture.seating(8),
                                new RoomEvent.RoomCreated()));
    }

    @Test
    void noTwoHaveTheSameRoomAtTheSameTimeWhateverDies() throws Exception {
        var racing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sweep = threads.submit(() -> sweepWhile(racing));
            List<Future<?>> rivals = new ArrayList<>();
            for (int i = 0; i < RIVALS; i++) {
                int seed = i;
                rivals.add(threads.submit(() -> rival(seed)));
            }
            try {
                for (Future<?> rival : rivals) {
                    rival.get(300, TimeUnit.SECONDS);
                }
            } finally {
                racing.set(false);
            }
            sweep.get(60, TimeUnit.SECONDS);
        }
        assertThat(made.get()).as("bookings that were made").isGreaterThan(20);
        assertThat(refused.get()).as("bookings that were refused").isGreaterThan(20);
        assertThat(deaths.get()).as("processes that died").isGreaterThan(20);

        Process survivor = new Process(Integer.MAX_VALUE);
        clock.advance(Duration.ofMinutes(1));
        survivor.confirm.forgotten();
        survivor.hours.reconcile();
        assertThat(survivor.bookings.pending(clock.instant().plusSeconds(1), 1)).isEmpty();
        assertNoOverlap(survivor.bookings);
        assertThat(kept)
                .as("every booking that somebody was told of")
                .allSatisfy(
                        id ->
                                assertThat(survivor.bookings.get(ALL, id).value())
                                        .isInstanceOf(Booking.Confirmed.class));
        assertThatTheRestIsFree(survivor);
    }

    private void rival(int seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var process = new Process(random.nextInt(3) == 0 ? random.nextInt(12) : 1_000);
            String request = "rival-%d-%d".formatted(seed, round);
            try {
                Versioned<Booking> booked =
                        process.book.book(command("book", request), plan(random));
                made.incrementAndGet();
                if (random.nextInt(5) > 0) {
                    process.cancel.cancel(command("cancel", request), booked.id(), "");
                } else {
                    kept.add(booked.id());
                }
            } catch (BookingException.RoomTaken e) {
                refused.incrementAndGet();
            } catch (Died e) {
                deaths.incrementAndGet();
            }
            clock.advance(Duration.ofSeconds(random.nextInt(20)));
            assertNoOverlap(new Process(Integer.MAX_VALUE).bookings);
        }
    }

    private void sweepWhile(AtomicBoolean racing) {
        var process = new Process(Integer.MAX_VALUE);
        while (racing.get()) {
            process.confirm.forgotten();
            process.hours.reconcile();
        }
    }

    private static void assertNoOverlap(Bookings bookings) {
        for (String room : ROOMS) {
            List<Versioned<Booking>> confirmed = confirmed(bookings, room);
            for (int i = 0; i < confirmed.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Versioned<Booking> one = confirmed.get(i);
                    Versioned<Booking> other = confirmed.get(j);
                    assertThat(
                                    time(one).overlaps(time(other))
                                            && areBothConfirmed(bookings, one, other))
                            .as("%s: %s and %s", room, one, other)
                            .isFalse();
                }
            }
        }
    }

    /**
     * A list is not of one moment: the first may be cancelled, and the second made, while it is read. One
     * that is confirmed after the other was seen so has been all the while.
     */
    private static boolean areBothConfirmed(
            Bookings bookings, Versioned<Booking> one, Versioned<Booking> other) {
        return bookings.get(ALL, other.id()).value() instanceof Booking.Confirmed
                && bookings.get(ALL, one.id()).value() instanceof Booking.Confirmed;
    }

    private void assertThatTheRestIsFree(Process survivor) {
        for (String room : ROOMS) {
            List<BookedTime> taken =
                    confirmed(survivor.bookings, room).stream()
                            .map(RacingBookingsIT::time)
                            .toList();
            for (int i = 0; i < QUARTERS; i++) {
                var quarter = new BookedTime(at(i), at(i + 1));
                if (taken.stream().noneMatch(quarter::overlaps)) {
                    survivor.book.book(
                            command("book", "rest-" + room + i), new Plan(room, quarter, "rest"));
                }
            }
        }
        assertNoOverlap(survivor.bookings);
    }

    private static List<Versioned<Booking>> confirmed(Bookings bookings, String room) {
        return bookings.confirmed(ALL, room, Instant.EPOCH, new PageRequest(200, "")).items();
    }

    private static BookedTime time(Versioned<Booking> booking) {
        return booking.value().plan().time();
    }

    private static Plan plan(Random random) {
        int from = random.nextInt(QUARTERS - 1);
        int to = Math.min(QUARTERS, from + 1 + random.nextInt(4));
        return new Plan(
                ROOMS.get(random.nextInt(ROOMS.size())), new BookedTime(at(from), at(to)), "race");
    }

    private static Instant at(int quarter) {
        return NOON.plus(QUARTER.multipliedBy(quarter));
    }

    private Command command(String method, String request) {
        return Callers.command(Callers.ann(), method, request, request, clock.instant());
    }

    /** What SIGKILL leaves: nothing after it is done by this process. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /** One of the service's processes: they share the store and nothing else. */
    private final class Process {
        private int left;
        private final Bookings bookings;
        private final Reservations hours;
        private final ConfirmBooking confirm;
        private final BookRoom book;
        private final CancelBooking cancel;

        /**
         * @param calls of the store's ports, after which it dies: before the call that comes next, or after it
         */
        Process(int calls) {
            left = calls;
            bookings = mortal(Bookings.class, new MongoBookings(database, clock));
            hours =
                    mortal(
                            Reservations.class,
                            new MongoReservations(
                                    database,
                                    "roomHours",
                                    new BookedHours(bookings, clock),
                                    clock));
            confirm = new ConfirmBooking(bookings, hours, new OneByOne((_, _, _) -> {}), clock);
            book = new BookRoom(rooms, bookings, hours, confirm);
            cancel = new CancelBooking(bookings, hours);
        }

        private <T> T mortal(Class<T> port, T adapter) {
            return port.cast(
                    Proxy.newProxyInstance(
                            port.getClassLoader(),
                            new Class<?>[] {port},
                            (_, method, arguments) -> {
                                live();
                                try {
                                    Object result = method.invoke(adapter, arguments);
                                    live();
                                    return result;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        }

        private void live() {
            if (left <= 0) {
                throw new Died();
            }
            left--;
        }
    }
}
