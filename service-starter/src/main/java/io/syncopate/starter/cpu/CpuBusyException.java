package io.syncopate.starter.cpu;

import io.syncopate.kernel.RefusedException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All threads for computing are busy and enough work waits already. */
public final class CpuBusyException extends RefusedException {

    private static final long serialVersionUID = 1;

    CpuBusyException(int threads, int waiting) {
        super(
                Kind.RESOURCE_EXHAUSTED,
                "LIMIT_REACHED",
                "%d computations run and %d wait: try again in a moment"
                        .formatted(threads, waiting),
                Map.of(),
                List.of());
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
