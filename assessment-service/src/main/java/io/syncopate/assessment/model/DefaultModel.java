package io.syncopate.assessment.model;

/**
 * Which model scores when nobody names another.
 *
 * @param model its id; it is always the current version
 */
public record DefaultModel(String model) {

    /** Under which a tenant's is kept. */
    static final String ID = "default";
}
