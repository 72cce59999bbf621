package io.syncopate.assessment.calibration;

import java.util.List;

/**
 * What one criterion said of the workflows that ran, against the best other one.
 *
 * @param forReached programmes in which it spoke for what ran, and what ran was right
 */
public record Votes(int forReached, int forMissed, int againstReached, int againstMissed) {

    static Votes of(List<Lesson> lessons, String criterion) {
        int[] counts = new int[4];
        for (Lesson lesson : lessons) {
            int points = lesson.points().getOrDefault(criterion, 0);
            if (points != 0) {
                counts[(points > 0 ? 0 : 2) + (lesson.reached() ? 0 : 1)]++;
            }
        }
        return new Votes(counts[0], counts[1], counts[2], counts[3]);
    }

    public int programs() {
        return forReached + forMissed + againstReached + againstMissed;
    }
}
