package io.syncopate.assessment.batch;

import io.syncopate.assessment.brief.Brief;

/** One brief of a file. */
public sealed interface Row permits Row.Stated, RefusedRow {

    /** Its place among the briefs of the file; 1 for the first. */
    int number();

    record Stated(int number, Brief brief) implements Row {}
}
