package com.acme.rooms.room;

import static com.acme.rooms.room.RoomFixture.retired;
import static com.acme.rooms.room.RoomFixture.seating;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What every adapter of {@link Rooms} must hold, beside what holds for all aggregates. */
public abstract class RoomsContract extends AggregatesContract<Room> {

    @Override
    protected abstract Rooms aggregates();

    @Override
    protected Room value(int number) {
        return number % 2 == 0 ? seating(number + 1) : retired(number + 1);
    }

    @Override
    protected DomainEvent event() {
        return new RoomEvent.RoomCreated();
    }

    @Test
    void offersRoomsInUseWithEnoughSeats() {
        Rooms rooms = aggregates();
        add(rooms, Callers.ACME, "small", seating(4));
        add(rooms, Callers.ACME, "right", seating(8));
        add(rooms, Callers.ACME, "given-up", retired(20));
        add(rooms, Callers.ACME, "large", seating(20));
        add(rooms, Callers.OTHER, "not-ours", seating(20));

        assertThat(ids(rooms.inUse(Callers.ACME, 8, PageRequest.first())))
                .containsExactly("right", "large");
        assertThat(ids(rooms.inUse(Callers.ACME, 0, PageRequest.first())))
                .containsExactly("small", "right", "large");
    }

    @Test
    void goesOnWithTheNextPageOfTheSameOffer() {
        Rooms rooms = aggregates();
        for (String id : List.of("a", "b", "c")) {
            add(rooms, Callers.ACME, id, seating(8));
        }
        Page<Versioned<Room>> first = rooms.inUse(Callers.ACME, 8, new PageRequest(2, ""));
        Page<Versioned<Room>> second =
                rooms.inUse(Callers.ACME, 8, new PageRequest(2, first.nextToken()));

        assertThat(ids(first)).containsExactly("a", "b");
        assertThat(ids(second)).containsExactly("c");
        assertThat(second.nextToken()).isEmpty();
    }

    private void add(Rooms rooms, TenantId tenant, String id, Room room) {
        rooms.add(
                Callers.command(Callers.of(tenant, "ann"), "create-" + id, clock.instant()),
                id,
                room,
                event());
        clock.advance(Duration.ofSeconds(1));
    }

    private static List<String> ids(Page<Versioned<Room>> page) {
        return page.map(Versioned::id).items();
    }
}
