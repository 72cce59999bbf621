package io.syncopate.assessment.batch.grpc;

import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.RequestReusedException;
import io.syncopate.kernel.TenantId;
import io.syncopate.starter.autoconfigure.OperationsProperties;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The files of batches, kept somewhat longer than the operations that they belong to. */
@Component
class BatchStore {

    /** For what waits to be run, and runs. */
    private static final Duration BEFORE_THE_END = Duration.ofDays(1);

    private final BatchFiles files;
    private final Duration kept;
    private final Clock clock;

    BatchStore(BatchFiles files, OperationsProperties operations, Clock clock) {
        this.files = files;
        this.kept = operations.kept().plus(BEFORE_THE_END);
        this.clock = clock;
    }

    BatchFiles files() {
        return files;
    }

    /**
     * Keeps what was sent; a repeat of the same command keeps what is there.
     *
     * @throws RequestReusedException when the request id was used for something else
     */
    void keepInput(Command by, String batch, byte[] content) {
        for (int piece = 0; piece * BatchInput.PIECE < content.length; piece++) {
            int from = piece * BatchInput.PIECE;
            byte[] bytes =
                    Arrays.copyOfRange(
                            content, from, Math.min(content.length, from + BatchInput.PIECE));
            if (!files.keepInput(by.tenant(), batch, by.fingerprint(), piece, bytes, until())) {
                throw new RequestReusedException(by.requestId().orElse(""));
            }
        }
    }

    void keepResult(TenantId tenant, String batch, int piece, byte[] bytes) {
        files.keepResult(tenant, batch, piece, bytes, until());
    }

    private Instant until() {
        return clock.instant().plus(kept);
    }
}
