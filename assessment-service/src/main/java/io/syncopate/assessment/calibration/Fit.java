package io.syncopate.assessment.calibration;

import io.syncopate.assessment.calibration.BoundedLogistic.Row;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights that lessons speak for most, given how uncertain weights are: the greatest posterior
 * probability of a logistic model of the lead, with a normal prior around the trusted weights whose
 * deviation is that of an even spread over the uncertainty, and nothing beyond it.
 */
final class Fit {

    private static final double EVEN_SPREAD = 3;

    private final Lessons lessons;
    private final Map<String, Weight> weights;
    private final Map<String, Integer> columns;
    private final double[] point;

    private Fit(
            Lessons lessons,
            Map<String, Weight> weights,
            Map<String, Integer> columns,
            double[] point) {
        this.lessons = lessons;
        this.weights = weights;
        this.columns = columns;
        this.point = point;
    }

    /** The variance of a weight that lies anywhere within an uncertainty of thousandths. */
    static double variance(int uncertainty) {
        double share = (double) uncertainty / Weight.AS_TRUSTED;
        return share * share / EVEN_SPREAD;
    }

    static Fit of(Lessons lessons, Map<String, Weight> weights, double variance) {
        Map<String, Integer> columns = Lessons.columns(weights);
        double[] least = new double[columns.size()];
        double[] most = new double[columns.size()];
        columns.forEach(
                (id, column) -> {
                    Weight weight = weight(weights, id);
                    least[column] = deviation(weight.least());
                    most[column] = deviation(weight.most());
                });
        var problem =
                new BoundedLogistic(rows(lessons, lessons.all(), columns), variance, least, most);
        return new Fit(lessons, weights, columns, problem.solve());
    }

    /** The trusted weights, with the base that suits the lessons. */
    static Fit trusted(Lessons lessons) {
        Map<String, Integer> none = Map.of();
        double[] empty = {};
        var problem = new BoundedLogistic(rows(lessons, lessons.all(), none), 1, empty, empty);
        return new Fit(lessons, Map.of(), none, problem.solve());
    }

    /** In whole thousandths, by criterion. */
    Map<String, Integer> weights() {
        var rounded = new TreeMap<String, Integer>();
        columns.forEach(
                (id, column) -> {
                    Weight weight = weight(weights, id);
                    long nearest = Math.round(Weight.AS_TRUSTED * (1 + point[column + 1]));
                    rounded.put(
                            id, (int) Math.min(weight.most(), Math.max(weight.least(), nearest)));
                });
        return rounded;
    }

    /** Of all lessons, by the logarithm of what it gave to what happened. */
    double loss(List<Lesson> others) {
        return rows(lessons, others, columns).stream().mapToDouble(row -> row.loss(point)).sum();
    }

    /** The logarithm of the odds that a workflow is right. */
    double odds(Lesson lesson) {
        return row(lessons, lesson, columns).at(point);
    }

    private static List<Row> rows(
            Lessons lessons, List<Lesson> some, Map<String, Integer> columns) {
        return some.stream().map(each -> row(lessons, each, columns)).toList();
    }

    private static Row row(Lessons lessons, Lesson lesson, Map<String, Integer> columns) {
        List<Map.Entry<String, Integer>> weighed =
                lesson.points().entrySet().stream()
                        .filter(each -> columns.containsKey(each.getKey()))
                        .toList();
        return new Row(
                lesson.reached(),
                lesson.lead() / lessons.scale(),
                weighed.stream().mapToInt(each -> column(columns, each.getKey())).toArray(),
                weighed.stream().mapToDouble(each -> each.getValue() / lessons.scale()).toArray());
    }

    private static double deviation(int weight) {
        return (double) (weight - Weight.AS_TRUSTED) / Weight.AS_TRUSTED;
    }

    private static int column(Map<String, Integer> columns, String id) {
        return columns.getOrDefault(id, -1);
    }

    private static Weight weight(Map<String, Weight> weights, String id) {
        Weight weight = weights.get(id);
        if (weight == null) {
            throw new IllegalArgumentException(id + " is not weighed");
        }
        return weight;
    }
}
