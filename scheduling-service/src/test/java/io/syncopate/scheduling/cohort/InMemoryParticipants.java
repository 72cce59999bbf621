package io.syncopate.scheduling.cohort;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.util.List;

public final class InMemoryParticipants extends InMemoryAggregates<Participant>
        implements Participants {

    private Runnable beforeAdd = () -> {};

    public InMemoryParticipants(Clock clock) {
        super("participants", clock);
    }

    /** Something that happens to come in between. */
    public void beforeAdd(Runnable action) {
        this.beforeAdd = action;
    }

    @Override
    public Versioned<Participant> add(Command by, String id, Participant value, DomainEvent event) {
        beforeAdd.run();
        return super.add(by, id, value, event);
    }

    @Override
    public Page<Versioned<Participant>> of(TenantId tenant, String cohort, PageRequest page) {
        return page(tenant, participant -> participant.cohort().equals(cohort), page);
    }

    @Override
    public List<Participant> everyone(TenantId tenant, String cohort) {
        return all(tenant, participant -> participant.cohort().equals(cohort)).stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public boolean hasAny(TenantId tenant, String cohort) {
        return !everyone(tenant, cohort).isEmpty();
    }
}
