package io.syncopate.starter.consumer;

import java.time.Duration;

/**
 * How consumers run.
 *
 * @param readWait how long a read of a feed waits for an event; at most half of the backend's deadline
 * @param leaseLife how long a partition stays with a replica that died
 * @param maxFailures failures of one event before it counts as poison
 */
public record ConsumerSettings(Duration readWait, Duration leaseLife, int maxFailures) {}
