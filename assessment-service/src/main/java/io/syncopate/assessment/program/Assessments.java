package io.syncopate.assessment.program;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

/** Keeps the assessments under {@link Assessment#key}. */
public interface Assessments extends Aggregates<Assessment> {

    /** Those of one programme, oldest first. */
    Page<Versioned<Assessment>> ofProgram(TenantId tenant, String program, PageRequest page);

    /**
     * @throws NotFoundException when the programme has none with this id
     */
    default Versioned<Assessment> get(TenantId tenant, String program, String id) {
        return find(tenant, Assessment.key(program, id))
                .orElseThrow(
                        () ->
                                new NotFoundException(
                                        "assessment",
                                        "programs/%s/assessments/%s".formatted(program, id)));
    }
}
