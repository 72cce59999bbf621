package io.syncopate.assessment.model;

import io.syncopate.kernel.Uid;

import java.time.Instant;

/**
 * One save of a tenant's model. It never changes.
 *
 * @param model id of the model
 * @param version 1 for the first
 */
public record SavedModel(String model, int version, ModelText text, Uid savedBy, Instant savedAt) {

    /** Under which a superseded one is kept. */
    public String key() {
        return key(model, version);
    }

    static String key(String model, int version) {
        return model + "/" + version;
    }
}
