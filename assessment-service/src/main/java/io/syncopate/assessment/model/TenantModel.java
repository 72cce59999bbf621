package io.syncopate.assessment.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A model of a tenant.
 *
 * @param current the last save
 * @param deletedAt when it was taken out of use
 */
public record TenantModel(SavedModel current, Optional<Instant> deletedAt) {

    TenantModel saved(SavedModel next) {
        return new TenantModel(next, deletedAt);
    }

    TenantModel deleted(Instant at) {
        return new TenantModel(current, Optional.of(at));
    }

    TenantModel undeleted() {
        return new TenantModel(current, Optional.empty());
    }

    boolean isDeleted() {
        return deletedAt.isPresent();
    }
}
