package io.syncopate.assessment.batch;

import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.util.Optional;

/**
 * What batches read and write, in pieces from 0 on. A batch has the id of its operation; nothing of
 * it is reached without its tenant, and all of it goes when its time is over.
 */
public interface BatchFiles {

    /** The two files of a batch. */
    enum Part {
        INPUT,
        RESULT
    }

    /**
     * Keeps a piece unless there is one already.
     *
     * @param origin tells files with other contents apart
     * @return whether the piece that is there now is of this origin
     */
    boolean keepInput(
            TenantId tenant, String batch, String origin, int piece, byte[] bytes, Instant until);

    /** Keeps a piece, in place of the one that is there. */
    void keepResult(TenantId tenant, String batch, int piece, byte[] bytes, Instant until);

    /** Empty after the last piece. */
    Optional<byte[]> piece(TenantId tenant, String batch, Part part, int piece);

    void remove(TenantId tenant, String batch);

    /** Removes, of all tenants, what was to be kept until a moment that has passed. */
    void removeExpired();
}
