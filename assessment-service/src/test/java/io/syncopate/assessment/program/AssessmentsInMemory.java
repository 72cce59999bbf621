package io.syncopate.assessment.program;

import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.InMemoryAggregates;

import java.time.Clock;

/** Assessments without a store. */
public final class AssessmentsInMemory extends InMemoryAggregates<Assessment>
        implements Assessments {

    public AssessmentsInMemory(Clock clock) {
        super("assessments", clock);
    }

    @Override
    public Page<Versioned<Assessment>> ofProgram(
            TenantId tenant, String program, PageRequest page) {
        return page(tenant, assessment -> assessment.program().equals(program), page);
    }
}
