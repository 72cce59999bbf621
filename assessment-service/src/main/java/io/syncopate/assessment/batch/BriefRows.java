package io.syncopate.assessment.batch;

import io.syncopate.kernel.InvalidException;

/** The briefs of a file, one after the other. What is passed over is not looked into. */
public interface BriefRows {

    /**
     * Goes to the next one.
     *
     * @return false when there is none
     * @throws InvalidException when the file cannot be read beyond this place
     */
    boolean advance();

    /** The one that it went to. */
    Row row();
}
