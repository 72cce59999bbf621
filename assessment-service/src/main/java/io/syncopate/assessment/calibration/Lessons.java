package io.syncopate.assessment.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lessons as the fit needs them: leads in units of {@code scale} points, in an order that does not
 * depend on where they come from, so that the same lessons give the same weights to the last bit.
 *
 * @param scale points of a lead that multiply the odds by e
 */
record Lessons(List<Lesson> all, double scale) {

    Lessons {
        all =
                all.stream()
                        .sorted(
                                Comparator.comparing(Lesson::program)
                                        .thenComparing(Lesson::reached)
                                        .thenComparing(Lesson::lead))
                        .toList();
    }

    int size() {
        return all.size();
    }

    int reached() {
        return (int) all.stream().filter(Lesson::reached).count();
    }

    Lessons only(List<Lesson> some) {
        return new Lessons(some, scale);
    }

    /** Columns of criteria, in the order of their ids. */
    static Map<String, Integer> columns(Map<String, Weight> weights) {
        var columns = new TreeMap<String, Integer>();
        new TreeMap<>(weights).keySet().forEach(id -> columns.put(id, columns.size()));
        return columns;
    }
}
