package io.syncopate.assessment.cost;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/** The closed form against every number of learners, one by one. */
class CrossingPropertiesTest {

    @Property(tries = 20_000)
    void isWhatTryingEveryNumberFinds(
            @ForAll @IntRange(min = -300, max = 300) int fixed,
            @ForAll @IntRange(min = -12, max = 12) int perLearner,
            @ForAll @IntRange(min = -60, max = 60) int perGroup,
            @ForAll @IntRange(min = 1, max = 9) int groupSize,
            @ForAll @IntRange(min = 1, max = 60) int most) {
        var curve = new CostCurve(fixed, perLearner, perGroup);
        var crossing = new Crossing(curve, groupSize, most);

        assertThat(crossing.first()).isEqualTo(holding(curve, groupSize, most).findFirst());
        assertThat(crossing.last()).isEqualTo(holding(curve, groupSize, most).max());
        assertThat(crossing.always()).isEqualTo(always(curve, groupSize, most));
    }

    private static LongStream holding(CostCurve curve, int groupSize, int most) {
        return LongStream.rangeClosed(1, most).filter(each -> curve.at(each, groupSize) >= 0);
    }

    private static OptionalLong always(CostCurve curve, int groupSize, int most) {
        return LongStream.rangeClosed(1, most)
                .filter(
                        from ->
                                LongStream.rangeClosed(from, most)
                                        .allMatch(each -> curve.at(each, groupSize) >= 0))
                .findFirst();
    }
}
