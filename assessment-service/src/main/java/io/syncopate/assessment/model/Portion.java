package io.syncopate.assessment.model;

/** A length at which people stay with self-paced material, in minutes; both ends belong to it. */
public record Portion(int from, int to) {

    public Portion {
        if (from < 1 || to < from) {
            throw new ModelRefusedException(
                    "portion", "%d to %d: expected minutes, the lesser first".formatted(from, to));
        }
    }

    public boolean fits(int minutes) {
        return from <= minutes && minutes <= to;
    }
}
