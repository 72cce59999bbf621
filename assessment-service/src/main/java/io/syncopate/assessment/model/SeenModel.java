package io.syncopate.assessment.model;

import io.syncopate.kernel.Versioned;

import java.util.Optional;

/**
 * A model as somebody sees it.
 *
 * @param stored of a tenant's model; empty for one of the platform
 * @param isDefault whether it scores when nobody names another
 */
public record SeenModel(
        DecisionModel model, Optional<Versioned<TenantModel>> stored, boolean isDefault) {}
