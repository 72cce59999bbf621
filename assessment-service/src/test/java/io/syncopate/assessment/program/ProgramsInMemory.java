package io.syncopate.assessment.program;

import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Programmes without a store. */
public final class ProgramsInMemory extends InMemoryAggregates<Program> implements Programs {

    private final Set<TenantId> tenants = new LinkedHashSet<>();
    private Around around = Supplier::get;

    /** What happens to a change on its way there and back. */
    public interface Around {
        Versioned<Program> change(Supplier<Versioned<Program>> change);
    }

    public ProgramsInMemory(Clock clock) {
        super("programs", clock);
    }

    @Override
    public synchronized Versioned<Program> add(
            Command by, Ownership ownership, String id, Program value, DomainEvent event) {
        tenants.add(by.tenant());
        return super.add(by, ownership, id, value, event);
    }

    /** Of the background alone: what people ask for has a retry of its own. */
    public synchronized void around(Around changes) {
        around = changes;
    }

    @Override
    public synchronized Versioned<Program> change(
            Command by, Versioned<Program> before, Program after, DomainEvent event) {
        return by.by().actingService().isPresent()
                ? around.change(() -> super.change(by, before, after, event))
                : super.change(by, before, after, event);
    }

    @Override
    public synchronized List<Located> dueLaunches(Instant at, int limit) {
        return tenants.stream()
                .flatMap(
                        tenant ->
                                all(tenant, program -> due(program, at)).stream()
                                        .map(found -> new Located(tenant, found.id())))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Located> dueReminders(Instant at, int limit) {
        return tenants.stream()
                .flatMap(
                        tenant ->
                                all(tenant, program -> reminderDue(program, at)).stream()
                                        .map(found -> new Located(tenant, found.id())))
                .limit(limit)
                .toList();
    }

    private static boolean reminderDue(Program program, Instant at) {
        return program.reminderDue().filter(due -> !due.isAfter(at)).isPresent();
    }

    private static boolean due(Program program, Instant at) {
        return program.dueTime().filter(due -> !due.isAfter(at)).isPresent();
    }
}
