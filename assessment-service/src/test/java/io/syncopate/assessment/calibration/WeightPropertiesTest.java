package io.syncopate.assessment.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.model.ModelText.Points;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.stream.IntStream;

class WeightPropertiesTest {

    @Property
    void noSignChangesAndWorkflowsAreStillToldApart(
            @ForAll @IntRange(min = -1000, max = 1000) int synchronous,
            @ForAll @IntRange(min = -1000, max = 1000) int asynchronous,
            @ForAll @IntRange(min = -1000, max = 1000) int blended,
            @ForAll @IntRange(min = 1, max = 1000) int uncertainty) {
        check(new Points(synchronous, asynchronous, blended), uncertainty);
    }

    @Property
    void norDoTheyWhereRoundingMatters(
            @ForAll @IntRange(min = -3, max = 3) int synchronous,
            @ForAll @IntRange(min = -3, max = 3) int asynchronous,
            @ForAll @IntRange(min = -3, max = 3) int blended,
            @ForAll @IntRange(min = 1, max = 1000) int uncertainty) {
        check(new Points(synchronous, asynchronous, blended), uncertainty);
    }

    private static void check(Points full, int uncertainty) {
        Assume.that(
                full.synchronous() != full.asynchronous() || full.synchronous() != full.blended());
        Weight weight = Weight.of(full, uncertainty);

        assertThat(weight.at(Weight.AS_TRUSTED)).isEqualTo(full);
        assertThat(weight.least()).isBetween(0, 1000);
        assertThat(weight.most()).isBetween(1000, 2000);
        for (int at : new int[] {weight.least(), 1000 - uncertainty / 2, weight.most()}) {
            Points points = weight.at(at);
            int[] before = values(full);
            int[] after = values(points);
            for (int i = 0; i < before.length; i++) {
                assertThat(Integer.signum(after[i])).isEqualTo(Integer.signum(before[i]));
                assertThat(after[i]).isBetween(-1000, 1000);
            }
            assertThat(IntStream.of(after).distinct().count()).isGreaterThan(1);
            // What a calibration proposes, the next one knows as a weight of the same points.
            int known = weight.giving(points).orElseThrow();
            assertThat(weight.at(known)).isEqualTo(points);
            assertThat(Math.abs(known - 1000)).isLessThanOrEqualTo(Math.abs(at - 1000));
        }
    }

    @Example
    void pointsOfAnotherShapeAreNoWeight() {
        Weight weight = Weight.of(new Points(-200, 140, -20), 250);

        assertThat(weight.giving(new Points(-200, 200, -20))).isEmpty();
        assertThat(weight.giving(new Points(-300, 210, -30))).isEmpty();
        // 1200 gives them too; the nearest to what is trusted is told.
        assertThat(weight.giving(new Points(-240, 168, -24))).hasValue(1198);
    }

    private static int[] values(Points points) {
        return new int[] {points.synchronous(), points.asynchronous(), points.blended()};
    }
}
