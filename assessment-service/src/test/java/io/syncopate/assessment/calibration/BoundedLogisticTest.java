package io.syncopate.assessment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.syncopate.assessment.calibration.BoundedLogistic.Row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Held to another implementation: SciPy 1.17.1 on the same 24 rows, {@code minimize} by L-BFGS-B and
 * by trust-constr, which agree to eight digits.
 */
class BoundedLogisticTest {

    private static final int COLUMNS = 3;

    @ParameterizedTest(name = "variance {0}, within {1}")
    @CsvSource({
        "0.020833333333333332, 0.25, -0.36717302, 0.05422272, -0.01694979, 0.00314580, 15.10974437",
        "0.5, 0.9, -0.38036011, 0.72458977, -0.32679250, 0.05275259, 14.08497152",
        "4.0, 0.5, -0.38029510, 0.5, -0.5, 0.10668746, 13.83176409"
    })
    void findsWhatSciPyFinds(
            double variance,
            double bound,
            double base,
            double first,
            double second,
            double third,
            double value) {
        var problem = new BoundedLogistic(rows(), variance, all(-bound), all(bound));

        double[] point = problem.solve();

        assertThat(point).containsExactly(new double[] {base, first, second, third}, within(1e-7));
        assertThat(problem.value(point)).isCloseTo(value, within(1e-8));
    }

    @Test
    void refusesRowsOfOneResult() {
        List<Row> good = rows().stream().filter(Row::yes).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundedLogistic(good, 1, all(-1), all(1)))
                .withMessageContaining("expected both");
    }

    @Test
    void rowsThatOneColumnPartsEndAtTheBound() {
        List<Row> parted =
                IntStream.range(0, 2000)
                        .mapToObj(i -> row(i % 2 == 0, 0, i % 2 == 0 ? 1 : -1, 0, 0))
                        .toList();

        double[] point = new BoundedLogistic(parted, 4, all(-0.25), all(0.25)).solve();

        assertThat(point).containsExactly(new double[] {0, 0.25, 0, 0}, within(1e-9));
    }

    @Test
    void leadsBeyondMeasureDoNotStopIt() {
        List<Row> far =
                IntStream.range(0, 40)
                        .mapToObj(i -> row(i % 3 == 0, i % 2 == 0 ? 900 : -900, 1, -1, 0.5))
                        .toList();

        assertThat(new BoundedLogistic(far, 0.02, all(-0.25), all(0.25)).solve())
                .doesNotContain(Double.NaN);
    }

    private static List<Row> rows() {
        return IntStream.range(0, 24).mapToObj(BoundedLogisticTest::row).toList();
    }

    private static Row row(int i) {
        double first = ((7 * i) % 11 - 5) / 5.0;
        double second = ((5 * i + 3) % 13 - 6) / 6.0;
        double third = ((3 * i + 1) % 7 - 3) / 3.0;
        double offset = ((11 * i + 2) % 9 - 4) / 4.0;
        return row((13 * i + 5) % 17 + 6 * first - 4 * second > 7, offset, first, second, third);
    }

    private static Row row(boolean yes, double offset, double... values) {
        return new Row(yes, offset, IntStream.range(0, COLUMNS).toArray(), values);
    }

    private static double[] all(double bound) {
        double[] bounds = new double[COLUMNS];
        Arrays.fill(bounds, bound);
        return bounds;
    }
}
