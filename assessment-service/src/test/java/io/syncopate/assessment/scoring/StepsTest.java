package io.syncopate.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.yaml.ModelFixture;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class StepsTest {

    private static final int COUNT = 1 << Steps.BITS;

    private final List<String> criteria =
            ModelFixture.shipped().criteria().stream().map(Criterion::id).toList();

    @Test
    void eachDrawTakesAStepOfItsOwn() {
        for (String criterion : criteria) {
            var steps = new Steps(1, criterion);

            assertThat(IntStream.range(0, COUNT).map(steps::at).distinct().count())
                    .as(criterion)
                    .isEqualTo(COUNT);
            assertThat(IntStream.range(0, COUNT).map(steps::at)).allMatch(at -> at < COUNT);
        }
    }

    /** Six standard errors of the correlation of independent orders: none of 1,500 pairs passes it. */
    @Test
    void noTwoCriteriaAreDrawnAlike() {
        int[][] offsets = new int[criteria.size()][COUNT];
        for (int i = 0; i < offsets.length; i++) {
            new Steps(1, criteria.get(i)).offsets(offsets[i]);
        }
        for (int one = 0; one < offsets.length; one++) {
            for (int other = 0; other < one; other++) {
                assertThat(Math.abs(correlation(offsets[one], offsets[other])))
                        .as("%s, %s", criteria.get(one), criteria.get(other))
                        .isLessThan(6 / Math.sqrt(COUNT));
            }
        }
    }

    @Test
    void anotherSeedTakesAnotherOrder() {
        assertThat(IntStream.range(0, COUNT).map(new Steps(1, "one")::at).boxed().toList())
                .isNotEqualTo(
                        IntStream.range(0, COUNT).map(new Steps(2, "one")::at).boxed().toList());
    }

    private static double correlation(int[] one, int[] other) {
        double product = 0;
        double square = 0;
        for (int draw = 0; draw < COUNT; draw++) {
            product += (double) one[draw] * other[draw];
            square += (double) one[draw] * one[draw];
        }
        return product / square;
    }
}
