package io.syncopate.assessment.program;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

/** Keeps the outcomes under {@link Outcome#key}. */
public interface Outcomes extends Aggregates<Outcome> {

    /** Those of one programme, oldest first. */
    Page<Versioned<Outcome>> ofProgram(TenantId tenant, String program, PageRequest page);

    /**
     * @throws NotFoundException when the programme has none with this id
     */
    default Versioned<Outcome> get(TenantId tenant, String program, String id) {
        return find(tenant, Outcome.key(program, id)).orElseThrow(() -> none(program, id));
    }

    static NotFoundException none(String program, String id) {
        return new NotFoundException("outcome", "programs/%s/outcomes/%s".formatted(program, id));
    }
}
