package io.syncopate.assessment.model;

/**
 * What a tenant may have. Lengths of texts and numbers of parts stand in the contract; these are what
 * the contract cannot say.
 */
final class ModelLimits {

    /** Of one tenant, deleted ones included, because their versions are kept. */
    static final int MODELS = 100;

    /** Of one model; a copy begins anew at 1. */
    static final int VERSIONS = 500;

    /** Characters of all texts of a model: more than four times what the shipped one has. */
    static final int CHARACTERS = 200_000;

    /** Values of the facts that one expression reads, all combinations. */
    static final int SITUATIONS = 20_000;

    /** Over all expressions of a model: a second or two of a core, and ten times the shipped one's. */
    static final int SITUATIONS_IN_ALL = 100_000;

    private ModelLimits() {}
}
