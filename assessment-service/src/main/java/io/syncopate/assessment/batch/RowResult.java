package io.syncopate.assessment.batch;

import io.syncopate.assessment.scoring.Outline;

/** What came of one brief of a file. */
public sealed interface RowResult permits RowResult.Answered, RefusedRow {

    /** Its place among the briefs of the file; 1 for the first. */
    int number();

    record Answered(int number, Outline outline) implements RowResult {}
}
