package io.syncopate.starter.client;

/**
 * Keeps retries from multiplying an outage: each failed attempt costs one token, each success gives
 * a tenth back, and below half of the tokens nothing is retried (gRPC's own retry throttling).
 */
final class RetryBudget {

    private static final int MAX_TENTHS = 100;
    private static final int FAILURE_TENTHS = 10;

    private int tenths = MAX_TENTHS;

    synchronized void succeeded() {
        tenths = Math.min(MAX_TENTHS, tenths + 1);
    }

    /** Whether a retry of the attempt that just failed can be afforded. */
    synchronized boolean failed() {
        tenths = Math.max(0, tenths - FAILURE_TENTHS);
        return tenths > MAX_TENTHS / 2;
    }
}
