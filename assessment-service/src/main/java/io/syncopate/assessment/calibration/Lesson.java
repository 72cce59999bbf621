package io.syncopate.assessment.calibration;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one programme says about weights: by how much its workflow was ahead of the best other one,
 * and whether it was the right one.
 *
 * @param program its id
 * @param reached whether the workflow was the right one
 * @param fixed points of the lead that no weight moves
 * @param points of the lead at the trusted weights, by criterion; those that make no difference are
 *     not there
 */
record Lesson(String program, boolean reached, int fixed, SortedMap<String, Integer> points) {

    Lesson {
        points = new TreeMap<>(points);
        points.values().removeIf(each -> each == 0);
    }

    int lead() {
        return fixed + points.values().stream().mapToInt(each -> each).sum();
    }
}
