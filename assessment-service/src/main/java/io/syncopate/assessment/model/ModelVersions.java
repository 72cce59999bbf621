package io.syncopate.assessment.model;

import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;

import java.util.List;

/** Keeps the superseded saves of models under {@link SavedModel#key}. */
public interface ModelVersions extends Aggregates<SavedModel> {

    /** Those of one model below a version, newest first. */
    List<Versioned<SavedModel>> below(TenantId tenant, String model, int version, int limit);
}
