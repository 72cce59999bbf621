package io.syncopate.assessment.model;

import java.util.Optional;

/**
 * A version of a model as somebody sees it.
 *
 * @param saved of a tenant's model; empty for one of the platform
 */
public record SeenVersion(String model, int version, String hash, Optional<SavedModel> saved) {}
