package io.syncopate.scheduling.series;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** In no need of pages; can be told to break. */
public final class InMemorySessions extends InMemoryAggregates<Session> implements Sessions {

    private int untilFailure = Integer.MAX_VALUE;

    public InMemorySessions(Clock clock) {
        super("sessions", clock);
    }

    /** After so many more writes each one fails, as a lost connection makes it. */
    public void failAfter(int writes) {
        untilFailure = writes;
    }

    @Override
    public Versioned<Session> add(
            Command by, Ownership ownership, String id, Session value, DomainEvent event) {
        count();
        return super.add(by, ownership, id, value, event);
    }

    @Override
    public void remove(Command by, Versioned<Session> before, DomainEvent event) {
        count();
        super.remove(by, before, event);
    }

    private void count() {
        if (untilFailure-- <= 0) {
            throw new IllegalStateException("connection lost");
        }
    }

    @Override
    public Page<Versioned<Session>> of(TenantId tenant, String series, PageRequest page) {
        List<Versioned<Session>> found =
                all(tenant, session -> session.series().equals(series)).stream()
                        .sorted(Comparator.comparing(session -> session.value().number()))
                        .toList();
        return new Page<>(found, "");
    }
}
