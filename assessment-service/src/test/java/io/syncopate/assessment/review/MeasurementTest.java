package io.syncopate.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.syncopate.assessment.review.Measurement.Bare;
import io.syncopate.assessment.review.Measurement.Mean;
import io.syncopate.assessment.review.Measurement.Share;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Intervals against the tables in which they were published. */
class MeasurementTest {

    /** Newcombe 1998, Statistics in Medicine 17:857, table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 25.53, 36.62",
        "15, 148, 6.24, 16.05",
        "0, 20, 0.00, 16.11",
        "1, 29, 0.61, 17.18"
    })
    void sharesHaveWilsonsInterval(int count, int people, double low, double high) {
        assertInterval(new Share(count, people).interval().orElseThrow(), low, high, 0.005);
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 5.24, 33.39",
        "9, 10, 3, 10, 17.05, 80.90",
        "6, 7, 2, 7, 5.82, 80.62",
        "5, 56, 0, 29, -3.81, 19.26",
        "0, 10, 0, 20, -16.11, 27.75",
        "0, 10, 0, 10, -27.75, 27.75",
        "10, 10, 0, 20, 67.91, 100.00",
        "10, 10, 0, 10, 60.75, 100.00"
    })
    void sharesDifferByNewcombesInterval(
            int count, int people, int before, int beforePeople, double low, double high) {
        Interval difference =
                new Share(count, people).less(new Share(before, beforePeople)).orElseThrow();
        assertInterval(difference, low, high, 0.005);
    }

    /** Student's t, upper 2.5 %, as in any table of it. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706",
        "2, 4.303",
        "4, 2.776",
        "9, 2.262",
        "10, 2.228",
        "30, 2.042",
        "60, 2.000",
        "120, 1.980"
    })
    void meansHaveStudentsInterval(int freedom, double t) {
        assertThat(StudentT.upper(freedom)).isCloseTo(t, within(0.0005));
        int people = freedom + 1;
        Interval interval = new Mean(50, Math.sqrt(people), people).interval().orElseThrow();
        assertInterval(interval, 50 - t, 50 + t, 0.0005);
    }

    /** The sleep data of Student 1908, as R's {@code t.test(extra ~ group, sleep)} has it. */
    @Test
    void meansDifferByWelchsInterval() {
        Mean first = new Mean(0.75, 1.789010, 10);
        Mean second = new Mean(2.33, 2.002249, 10);
        assertInterval(first.less(second).orElseThrow(), -3.3654832, 0.2054832, 0.00001);
    }

    @Test
    void earlierRunsAreOneWhenNothingIsLostByIt() {
        assertThat(Measurement.together(List.of(new Share(3, 10), new Share(9, 20))))
                .isEqualTo(new Share(12, 30));
        // 1, 2, 3 and 5, 7: mean 3.6, standard deviation 2.4083
        Measurement means =
                Measurement.together(List.of(new Mean(2, 1, 3), new Mean(6, Math.sqrt(2), 2)));
        assertThat(means.value()).isCloseTo(3.6, within(1e-9));
        assertThat(((Mean) means).deviation()).isCloseTo(2.408319, within(1e-6));
        assertThat(Measurement.together(List.of(new Share(1, 2), new Bare(70))))
                .isEqualTo(new Bare(60));
    }

    @Test
    void nothingSaysHowSureABareValueIs() {
        assertThat(new Bare(4).interval()).isEmpty();
        assertThat(new Bare(4).less(new Share(1, 2))).isEmpty();
        assertThat(new Share(1, 2).less(new Bare(4))).isEmpty();
        assertThat(new Mean(4, 1, 9).less(new Bare(4))).isEmpty();
    }

    private static void assertInterval(Interval interval, double low, double high, double by) {
        assertThat(interval.low()).isCloseTo(low, within(by));
        assertThat(interval.high()).isCloseTo(high, within(by));
    }
}
