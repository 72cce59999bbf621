package io.syncopate.kernel;

/** How far a permission reaches, from narrow to wide. */
public enum Scope {
    OWN,
    TEAM,
    TENANT;

    public static Scope narrower(Scope one, Scope other) {
        return one.covers(other) ? other : one;
    }

    /** Whether a right of this width is enough where {@code needed} is asked for. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
