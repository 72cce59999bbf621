package io.syncopate.assessment.model;

import io.syncopate.kernel.Aggregates;

/** Keeps which model is a tenant's default; nothing where none was ever set. */
public interface DefaultModels extends Aggregates<DefaultModel> {}
