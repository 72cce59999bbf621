package io.syncopate.starter.client;

import java.time.Duration;

/**
 * How one backend is called.
 *
 * @param address {@code host:port}, any target that gRPC resolves, or {@code in-process:<name>}
 * @param deadline for a call with all its attempts; a caller's earlier deadline counts
 * @param maxConcurrent calls under way at once; the next one is refused
 * @param attempts of an idempotent call, the first one included
 */
public record BackendSettings(String address, Duration deadline, int maxConcurrent, int attempts) {}
