package io.syncopate.assessment.model;

/** What an activity needs by its nature, whoever planned it how. */
public enum ActivityNeed {
    /** It works only with people together at one time. */
    TOGETHER,
    /** Each learner can do it alone, at their own time. */
    ALONE,
    /** Both work. */
    EITHER
}
