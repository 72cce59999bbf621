package io.syncopate.scheduling.rotation;

import io.syncopate.kernel.InvalidException;

/** Burden, kept in whole thousandths of a point so that sums are exact. */
public record Points(long thousandths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    public static Points of(long points) {
        return new Points(points * 1000);
    }

    /** The nearest thousandth; refuses what is not a number of points from 0 to a million. */
    public static Points of(double points) {
        if (!(points >= 0 && points <= 1e6)) {
            throw new InvalidException("points", points, "0 to 1000000");
        }
        return new Points(Math.round(points * 1000));
    }

    public Points plus(Points other) {
        return new Points(thousandths + other.thousandths);
    }

    public double value() {
        return thousandths / 1000.0;
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    public String toString() {
        return Double.toString(value());
    }
}
