package io.syncopate.assessment.calibration;

/** Whether outcomes may weigh a criterion. */
public enum Standing {
    CALIBRATED,
    /** The trusted model has no such criterion, or asks for something else by it. */
    NOT_IN_TOWARDS,
    /** Its points are no weight of the trusted ones within what is uncertain: somebody set them. */
    SET_BY_HAND
}
