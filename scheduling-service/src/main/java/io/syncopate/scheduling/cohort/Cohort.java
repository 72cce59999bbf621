package io.syncopate.scheduling.cohort;

/**
 * People who go through a program together.
 *
 * @param closing set while it is being deleted: nobody joins any more
 */
public record Cohort(String displayName, String description, boolean closing) {

    public Cohort(String displayName, String description) {
        this(displayName, description, false);
    }

    public Cohort renamed(String newName) {
        return new Cohort(newName, description, closing);
    }

    public Cohort described(String newDescription) {
        return new Cohort(displayName, newDescription, closing);
    }

    Cohort closed() {
        return new Cohort(displayName, description, true);
    }

    Cohort reopened() {
        return new Cohort(displayName, description, false);
    }
}
