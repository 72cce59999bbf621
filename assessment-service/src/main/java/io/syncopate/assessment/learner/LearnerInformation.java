package io.syncopate.assessment.learner;

/**
 * What learners have to know beside the journey; empty texts are not stated.
 *
 * @param access where the self-paced material is
 * @param feedback how it reaches them, and how soon
 * @param attendanceNote what else there is to know of attendance
 */
public record LearnerInformation(String access, String feedback, String attendanceNote) {

    public static final LearnerInformation NONE = new LearnerInformation("", "", "");
}
