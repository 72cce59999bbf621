package io.syncopate.starter.operation;

import java.time.Duration;

/**
 * How operations are run.
 *
 * @param concurrent how many this replica runs at once
 * @param leaseLife how long one stays with a replica that died
 * @param maxAttempts runs of one operation before it fails
 * @param kept how long one that ended can be read
 */
public record OperationSettings(
        int concurrent, Duration leaseLife, int maxAttempts, Duration kept) {}
