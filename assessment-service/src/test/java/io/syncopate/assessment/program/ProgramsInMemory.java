package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Programmes without a store. */
public final class ProgramsInMemory extends InMemoryAggregates<Program> implements Programs {

    private final Set<TenantId> tenants = new LinkedHashSet<>();

    public ProgramsInMemory(Clock clock) {
        super("programs", clock);
    }

    @Override
    public synchronized Versioned<Program> add(
            Command by, String id, Program value, DomainEvent event) {
        tenants.add(by.tenant());
        return super.add(by, id, value, event);
    }

    @Override
    public synchronized List<DueLaunch> dueLaunches(Instant at, int limit) {
        return tenants.stream()
                .flatMap(
                        tenant ->
                                all(tenant, program -> due(program, at)).stream()
                                        .map(found -> new DueLaunch(tenant, found.id())))
                .limit(limit)
                .toList();
    }

    private static boolean due(Program program, Instant at) {
        return program.stage()
                .launch()
                .flatMap(Launch::next)
                .filter(step -> !step.nextAttempt().isAfter(at))
                .isPresent();
    }
}
