package io.syncopate.kernel;

/** How far a permission reaches, from narrow to wide. */
public enum Scope {
    OWN,
    TEAM,
    TENANT;

    /** Whether a right of this width is enough where {@code needed} is asked for. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
