package io.syncopate.assessment.model;

import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.TenantId;

import java.util.List;

/** Keeps the decision models. */
public interface DecisionModels {

    /** The one that scores when nobody names another. */
    DecisionModel standard();

    /**
     * The current version.
     *
     * @throws NotFoundException when the tenant sees none with this id
     */
    DecisionModel get(TenantId tenant, String id);

    /** Those that the tenant sees, the standard one first. */
    List<DecisionModel> all(TenantId tenant);
}
