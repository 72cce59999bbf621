package io.syncopate.assessment.lint;

/** How bad a finding is, the worst first. */
public enum Severity {
    /** The plan cannot work as it is, or learners cannot know what is asked of them. */
    ERROR,
    /** A mistake that costs time, money or attention. */
    WARNING,
    /** Something that is not stated and should be looked at. */
    INFO
}
