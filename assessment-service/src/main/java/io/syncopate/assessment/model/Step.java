package io.syncopate.assessment.model;

import java.util.Arrays;
import java.util.Optional;

/** The seven steps of the guide's decision process, in their order. */
public enum Step {
    OBJECTIVE(1, "Define the primary learning objective"),
    AUDIENCE(2, "Analyse the audience"),
    CONTENT(3, "Evaluate complexity and stability of the content"),
    RESOURCES(4, "Assess the available resources"),
    JOURNEY(5, "Map the learner's journey"),
    PROTOTYPE(6, "Prototype and test"),
    ITERATION(7, "Plan for feedback and iteration");

    private final int number;
    private final String title;

    Step(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** Its place in the process, 1 to 7. */
    public int number() {
        return number;
    }

    /** Empty when there is no such step. */
    public static Optional<Step> numbered(int number) {
        return Arrays.stream(values()).filter(step -> step.number == number).findFirst();
    }

    public String title() {
        return title;
    }
}
