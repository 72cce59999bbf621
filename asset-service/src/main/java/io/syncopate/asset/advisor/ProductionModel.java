package io.syncopate.asset.advisor;

/** How a team hands work on. */
public enum ProductionModel {
    /** Linear synchronous: one step after the other. */
    A("Linear Synchronous"),
    /** Hybrid synchronous: meetings to decide, queues in between. */
    B("Hybrid Synchronous"),
    /** Fully asynchronous: queues and events. */
    C("Fully Asynchronous");

    private final String displayName;

    ProductionModel(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }
}
