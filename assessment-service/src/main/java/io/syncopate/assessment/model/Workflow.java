package io.syncopate.assessment.model;

/** The dominant mode of a programme. */
public enum Workflow {
    SYNCHRONOUS,
    ASYNCHRONOUS,
    BLENDED
}
