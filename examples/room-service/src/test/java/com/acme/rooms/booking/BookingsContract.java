package com.acme.rooms.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What every adapter of {@link Bookings} must hold, beside what holds for all aggregates. */
public abstract class BookingsContract extends AggregatesContract<Booking> {

    private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
    private static final Reach ALL = Reach.everything(Callers.ACME);

    @Override
    protected abstract Bookings aggregates();

    @Override
    protected Booking value(int number) {
        var pending = new Booking.Pending(plan("hall", number));
        return switch (number % 4) {
            case 0 -> pending;
            case 1 -> pending.confirmed();
            case 2 -> pending.confirmed().cancelled();
            default -> pending.displaced();
        };
    }

    @Override
    protected DomainEvent event() {
        return new BookingEvent.BookingRequested();
    }

    @Test
    void listsOfARoomWhatIsConfirmedAndNotOver() {
        Bookings bookings = aggregates();
        add(bookings, Callers.ACME, "hall/first", confirmed("hall", 0));
        add(bookings, Callers.ACME, "hall/second", confirmed("hall", 1));
        add(bookings, Callers.ACME, "hall/pending", new Booking.Pending(plan("hall", 2)));
        add(bookings, Callers.ACME, "hall/gone", confirmed("hall", 3).cancelled());
        add(bookings, Callers.ACME, "den/other", confirmed("den", 1));
        add(bookings, Callers.OTHER, "hall/not-ours", confirmed("hall", 1));

        assertThat(ids(bookings.confirmed(ALL, "hall", Instant.EPOCH, PageRequest.first())))
                .containsExactly("hall/first", "hall/second");
        assertThat(
                        ids(
                                bookings.confirmed(
                                        ALL,
                                        "hall",
                                        NINE.plus(BookedTime.QUARTER),
                                        PageRequest.first())))
                .containsExactly("hall/second");
        Page<Versioned<Booking>> page =
                bookings.confirmed(ALL, "hall", Instant.EPOCH, new PageRequest(1, ""));
        assertThat(ids(page)).containsExactly("hall/first");
        assertThat(
                        ids(
                                bookings.confirmed(
                                        ALL,
                                        "hall",
                                        Instant.EPOCH,
                                        new PageRequest(1, page.nextToken()))))
                .containsExactly("hall/second");
        assertThat(
                        ids(
                                bookings.confirmed(
                                        Reach.of(Callers.of(Callers.ACME, "eve"), Scope.OWN),
                                        "hall",
                                        Instant.EPOCH,
                                        PageRequest.first())))
                .as("of somebody who made none")
                .isEmpty();
    }

    @Test
    void findsWhatIsPendingInAnyTenant() {
        Bookings bookings = aggregates();
        add(bookings, Callers.OTHER, "hall/b", new Booking.Pending(plan("hall", 1)));
        add(bookings, Callers.ACME, "hall/a", new Booking.Pending(plan("hall", 1)));
        add(bookings, Callers.ACME, "hall/c", confirmed("hall", 0));
        Instant before = clock.instant();
        add(bookings, Callers.ACME, "hall/later", new Booking.Pending(plan("hall", 2)));

        assertThat(bookings.pending(before, 10))
                .extracting(found -> found.tenant().value() + " " + found.id())
                .containsExactlyInAnyOrder("other hall/b", "acme hall/a");
        assertThat(bookings.pending(before, 1)).hasSize(1);
    }

    private void add(Bookings bookings, TenantId tenant, String id, Booking booking) {
        bookings.add(
                Callers.command(Callers.of(tenant, "ann"), "create-" + id, clock.instant()),
                id,
                booking,
                event());
        clock.advance(Duration.ofSeconds(1));
    }

    private static Booking.Confirmed confirmed(String room, int quarter) {
        return new Booking.Pending(plan(room, quarter)).confirmed();
    }

    private static Plan plan(String room, int quarter) {
        Instant start = NINE.plus(BookedTime.QUARTER.multipliedBy(quarter));
        return new Plan(room, new BookedTime(start, start.plus(BookedTime.QUARTER)), "daily");
    }

    private static List<String> ids(Page<Versioned<Booking>> page) {
        return page.map(Versioned::id).items();
    }
}
