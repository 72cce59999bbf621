package io.syncopate.starter.client;

import org.springframework.util.unit.DataSize;

import java.time.Duration;

/**
 * How one backend is called.
 *
 * @param address {@code host:port}, any target that gRPC resolves, or {@code in-process:<name>}
 * @param deadline for a call with all its attempts; a caller's earlier deadline counts
 * @param maxConcurrent calls under way at once; the next one is refused
 * @param attempts of an idempotent call, the first one included
 * @param messageLimit the largest answer that is read off the network
 */
public record BackendSettings(
        String address, Duration deadline, int maxConcurrent, int attempts, DataSize messageLimit) {

    /**
     * Room for whatever one document of the store holds, which has 16 MB at most. Lists and reads of
     * a feed end long before; one thing that is large comes alone.
     */
    public static final DataSize MESSAGE_LIMIT = DataSize.ofMegabytes(17);
}
