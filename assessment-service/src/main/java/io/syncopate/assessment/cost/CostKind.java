package io.syncopate.assessment.cost;

/** The five lines of a total cost of ownership. */
public enum CostKind {
    DEVELOPMENT,
    DELIVERY,
    LEARNER_TIME,
    LICENCES,
    SUPPORT
}
