package io.syncopate.starter.consumer;

import java.time.Instant;

/**
 * How far a consumer is in one partition, as the replica knows it that holds the lease.
 *
 * @param fence the number of takings over; each write of the progress names it
 * @param position of the last event dealt with
 * @param failures of the next event in a row, which makes the pauses longer
 * @param counted of those, the ones that do not pass by themselves
 * @param retryAt before this moment the next event is left alone
 */
record Progress(
        int partition,
        long fence,
        Instant leasedUntil,
        long position,
        int failures,
        int counted,
        Instant retryAt) {}
