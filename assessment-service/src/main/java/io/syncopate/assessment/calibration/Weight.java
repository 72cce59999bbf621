package io.syncopate.assessment.calibration;

import io.syncopate.assessment.model.ModelText.Points;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The points of a criterion in a model that is trusted, which outcomes may weigh.
 *
 * @param full at weight {@link #AS_TRUSTED}
 * @param least weight in thousandths of the points
 * @param most weight in thousandths of the points
 */
record Weight(Points full, int least, int most) {

    static final int AS_TRUSTED = 1000;

    /** What a criterion's points may be, whatever is uncertain: a contract's bound. */
    private static final int MOST_POINTS = 1000;

    /**
     * @param uncertainty how far a weight may be off, in thousandths
     */
    static Weight of(Points full, int uncertainty) {
        int largest = sizes(full).max().orElseThrow();
        return new Weight(
                full,
                AS_TRUSTED - uncertainty,
                Math.min(AS_TRUSTED + uncertainty, AS_TRUSTED * MOST_POINTS / largest));
    }

    /**
     * Whole points at a weight: none changes its sign or becomes nothing, and they still tell
     * workflows apart. Where rounding would take that away, the nearest weight that keeps it counts.
     */
    Points at(int weight) {
        Points points = rounded(weight);
        for (int nearer = weight; !decides(points); ) {
            nearer += Integer.signum(AS_TRUSTED - nearer);
            points = rounded(nearer);
        }
        return points;
    }

    /** The weight at which these are its points, the nearest to what is trusted; empty without one. */
    OptionalInt giving(Points points) {
        return IntStream.rangeClosed(0, Math.max(most - AS_TRUSTED, AS_TRUSTED - least))
                .flatMap(off -> IntStream.of(AS_TRUSTED + off, AS_TRUSTED - off))
                .filter(weight -> least <= weight && weight <= most)
                .filter(weight -> at(weight).equals(points))
                .findFirst();
    }

    private Points rounded(int weight) {
        return new Points(
                share(full.synchronous(), weight),
                share(full.asynchronous(), weight),
                share(full.blended(), weight));
    }

    private static int share(int points, int weight) {
        int size = (Math.abs(points) * weight + AS_TRUSTED / 2) / AS_TRUSTED;
        return Integer.signum(points) * Math.max(1, size);
    }

    private static boolean decides(Points points) {
        return points.synchronous() != points.asynchronous()
                || points.synchronous() != points.blended();
    }

    private static IntStream sizes(Points points) {
        return IntStream.of(points.synchronous(), points.asynchronous(), points.blended())
                .map(Math::abs);
    }
}
