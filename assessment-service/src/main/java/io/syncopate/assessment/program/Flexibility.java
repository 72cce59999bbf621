package io.syncopate.assessment.program;

/**
 * What makes a change of workflow in the middle bearable.
 *
 * @param bufferWeeks spare weeks in the plan
 * @param modular whether its parts can be given live and self-paced alike
 */
public record Flexibility(int bufferWeeks, boolean modular) {

    public static final Flexibility NONE = new Flexibility(0, false);
}
