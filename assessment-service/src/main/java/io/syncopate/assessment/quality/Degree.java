package io.syncopate.assessment.quality;

/**
 * How far a practice is there.
 *
 * @param permille 0 to {@value #ALL}
 * @param stated whether anything was stated that tells
 * @param evidence what it rests on, as a sentence
 */
public record Degree(int permille, boolean stated, String evidence) {

    static final int ALL = 1000;

    public Degree {
        if (permille < 0 || permille > ALL) {
            throw new IllegalArgumentException("%d: expected 0 to 1000".formatted(permille));
        }
    }

    static Degree unknown(String evidence) {
        return new Degree(0, false, evidence);
    }

    static Degree of(boolean there, String evidence) {
        return new Degree(there ? ALL : 0, true, evidence);
    }

    public State state() {
        if (!stated) {
            return State.NOT_STATED;
        }
        if (permille == 0) {
            return State.ABSENT;
        }
        return permille == ALL ? State.PRESENT : State.PARTIAL;
    }

    /** What is known of a practice. */
    public enum State {
        PRESENT,
        PARTIAL,
        ABSENT,
        NOT_STATED
    }
}
