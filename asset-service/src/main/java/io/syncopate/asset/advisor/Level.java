package io.syncopate.asset.advisor;

/** A ladder of three rungs. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH
}
