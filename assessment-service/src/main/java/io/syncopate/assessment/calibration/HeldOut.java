package io.syncopate.assessment.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How well weights tell of programmes that were kept out of their fit.
 *
 * @param lossBefore mean negative logarithm of the probability given to what happened, by the trusted
 *     weights
 * @param lossAfter the same by the weights that the others propose
 */
public record HeldOut(double lossBefore, double lossAfter) {

    /** Parts that are kept out one after the other; each has both results in it. */
    static final int PARTS = 5;

    public boolean better() {
        return lossAfter < lossBefore;
    }

    static HeldOut of(Lessons lessons, Map<String, Weight> weights, double variance) {
        double before = 0;
        double after = 0;
        for (int part = 0; part < PARTS; part++) {
            var kept = new ArrayList<Lesson>();
            var out = new ArrayList<Lesson>();
            int[] seen = new int[2];
            for (Lesson lesson : lessons.all()) {
                boolean isOut = seen[lesson.reached() ? 1 : 0]++ % PARTS == part;
                (isOut ? out : kept).add(lesson);
            }
            Lessons others = lessons.only(kept);
            before += Fit.trusted(others).loss(out);
            after += Fit.of(others, weights, variance).loss(List.copyOf(out));
        }
        return new HeldOut(before / lessons.size(), after / lessons.size());
    }
}
