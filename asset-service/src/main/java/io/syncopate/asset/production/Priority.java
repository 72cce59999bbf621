package io.syncopate.asset.production;

/** The most pressing first: an item of a higher priority is taken before all of a lower one. */
public enum Priority {
    HIGH,
    NORMAL,
    LOW
}
