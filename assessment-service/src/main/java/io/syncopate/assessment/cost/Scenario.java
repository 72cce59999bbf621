package io.syncopate.assessment.cost;

/** At which end of their ranges inputs are taken. */
public enum Scenario {
    /** The end at which things cost least. */
    LOW,
    LIKELY,
    /** The end at which things cost most. */
    HIGH
}
