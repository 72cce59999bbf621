package io.syncopate.assessment.batch;

import io.syncopate.kernel.InvalidException;

/** What a file may hold. */
public final class BatchLimits {

    /** What a core scores within seconds: see {@code BatchBenchmark}. */
    public static final int ROWS = 10_000;

    /** Characters of one brief: far above what people write, far below what would fill the memory. */
    public static final int ROW_LENGTH = 100_000;

    private BatchLimits() {}

    /**
     * Reads a file to its end without looking into its briefs.
     *
     * @return how many there are
     * @throws InvalidException when there are none or too many
     */
    public static int count(BriefRows rows) {
        int count = 0;
        while (rows.advance()) {
            count++;
            if (count > ROWS) {
                throw new InvalidException(
                        "content", "more than %d rows".formatted(ROWS), "1 to %d".formatted(ROWS));
            }
        }
        if (count == 0) {
            throw new InvalidException("content", "0 rows", "1 to %d".formatted(ROWS));
        }
        return count;
    }
}
