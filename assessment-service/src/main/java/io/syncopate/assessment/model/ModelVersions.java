package io.syncopate.assessment.model;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.List;

/** Keeps the superseded saves of models under {@link SavedModel#key}. */
public interface ModelVersions extends Aggregates<SavedModel> {

    /** Those of one model below a version, newest first. */
    List<Versioned<SavedModel>> below(TenantId tenant, String model, int version, int limit);

    /** The page token of a model's list that goes on below a version; good for that list alone. */
    String tokenBelow(TenantId tenant, String model, int version);

    /**
     * The version that a model's list goes on below.
     *
     * @throws InvalidException INVALID_PAGE_TOKEN when the token was not made for this list
     */
    int versionIn(TenantId tenant, String model, String token);
}
