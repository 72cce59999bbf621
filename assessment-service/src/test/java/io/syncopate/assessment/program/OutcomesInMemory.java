package io.syncopate.assessment.program;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;

/** Outcomes without a store. */
public final class OutcomesInMemory extends InMemoryAggregates<Outcome> implements Outcomes {

    public OutcomesInMemory(Clock clock) {
        super("outcomes", clock);
    }

    @Override
    public Page<Versioned<Outcome>> ofProgram(TenantId tenant, String program, PageRequest page) {
        return page(tenant, outcome -> outcome.program().equals(program), page);
    }
}
