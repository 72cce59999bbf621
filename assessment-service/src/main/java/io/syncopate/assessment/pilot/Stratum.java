package io.syncopate.assessment.pilot;

/**
 * One group of the audience.
 *
 * @param value a zone's id, or a role
 * @param audience people of it in the audience
 * @param sampled people of it in the sample
 */
public record Stratum(Dimension dimension, String value, int audience, int sampled) {

    public enum Dimension {
        ZONE,
        ROLE
    }

    Stratum withSampled(int people) {
        return new Stratum(dimension, value, audience, people);
    }
}
