package com.acme.rooms.booking;

import io.syncopate.kernel.Located;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the store in tests of use cases; it passes the same contract. */
public class InMemoryBookings extends InMemoryAggregates<Booking> implements Bookings {

    private static final List<TenantId> TENANTS = List.of(Callers.ACME, Callers.OTHER);

    public InMemoryBookings(Clock clock) {
        super("bookings", clock);
    }

    @Override
    protected String nameOf(String id) {
        return Bookings.name(id);
    }

    @Override
    public Page<Versioned<Booking>> confirmed(
            Reach reach, String room, Instant after, PageRequest page) {
        return page(
                reach,
                booking ->
                        booking instanceof Booking.Confirmed confirmed
                                && confirmed.plan().room().equals(room)
                                && confirmed.plan().time().end().isAfter(after),
                page);
    }

    @Override
    public List<Located> pending(Instant since, int limit) {
        var found = new ArrayList<Located>();
        for (TenantId tenant : TENANTS) {
            all(tenant, Booking.Pending.class::isInstance).stream()
                    .filter(each -> each.createTime().isBefore(since))
                    .forEach(each -> found.add(new Located(tenant, each.id())));
        }
        return found.stream().limit(limit).toList();
    }
}
