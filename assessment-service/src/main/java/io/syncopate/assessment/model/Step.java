package io.syncopate.assessment.model;

/** The seven steps of the guide's decision process, in their order. */
public enum Step {
    OBJECTIVE("Define the primary learning objective"),
    AUDIENCE("Analyse the audience"),
    CONTENT("Evaluate complexity and stability of the content"),
    RESOURCES("Assess the available resources"),
    JOURNEY("Map the learner's journey"),
    PROTOTYPE("Prototype and test"),
    ITERATION("Plan for feedback and iteration");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** Its place in the process, 1 to 7. */
    public int number() {
        return ordinal() + 1;
    }

    public String title() {
        return title;
    }
}
