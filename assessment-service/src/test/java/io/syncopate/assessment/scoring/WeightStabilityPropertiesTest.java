package io.syncopate.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

class WeightStabilityPropertiesTest {

    private static final long IN_MODEL = 1000;

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
    private final DecisionModel model = ModelFixture.shipped();

    @Property(tries = 150)
    void anIntervalEndsExactlyWhereTheAnswerChanges(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);

        List<WeightInterval> intervals = stability(answer).intervals();
        assertThat(intervals).hasSameSizeAs(answer.contributions());
        for (WeightInterval interval : intervals) {
            assertThat(interval.from()).isBetween(0, (int) IN_MODEL);
            assertThat(at(answer, interval, interval.from())).isEqualTo(answer.recommended());
            if (interval.from() > 0) {
                assertThat(interval.below()).contains(at(answer, interval, interval.from() - 1L));
            }
            assertThat(interval.below()).isNotEqualTo(java.util.Optional.of(answer.recommended()));
            assertThat(interval.below().isPresent()).isEqualTo(interval.from() > 0);
            long to = interval.to().orElse(1_000_000);
            assertThat(to).isGreaterThanOrEqualTo(IN_MODEL);
            assertThat(at(answer, interval, to)).isEqualTo(answer.recommended());
            if (interval.to().isPresent()) {
                assertThat(interval.above()).contains(at(answer, interval, to + 1));
                assertThat(at(answer, interval, to + 1)).isNotEqualTo(answer.recommended());
            }
        }
    }

    @Property(tries = 150)
    void withinTheToleranceNothingChangesAndBeyondItSomethingDoes(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);
        int tolerance = stability(answer).tolerance();

        assertThat(tolerance).isBetween(0, (int) IN_MODEL);
        assertThat(worst(answer, tolerance)).containsOnly(answer.recommended());
        if (tolerance < IN_MODEL) {
            assertThat(worst(answer, tolerance + 1))
                    .anyMatch(workflow -> workflow != answer.recommended());
        }
    }

    @Property(tries = 100)
    void sharesAddUpAndBlockedWorkflowsHaveNone(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);
        Stability stability = stability(answer);

        assertThat(stability.acceptability()).containsOnlyKeys(Workflow.values());
        assertThat(stability.acceptability().values().stream().mapToInt(each -> each).sum())
                .isEqualTo(stability.draws());
        assertThat(stability.acceptability().values()).allMatch(draws -> draws >= 0);
        if (stability.tolerance() >= stability.uncertainty()) {
            assertThat(stability.acceptability())
                    .containsEntry(answer.recommended(), stability.draws());
        }
        if (answer.scores().stream().anyMatch(Score::feasible)) {
            answer.scores().stream()
                    .filter(score -> !score.feasible())
                    .forEach(
                            score ->
                                    assertThat(stability.acceptability())
                                            .containsEntry(score.workflow(), 0));
        }
    }

    @Property(tries = 50)
    void withNoUncertaintyTheAnswerHasItAll(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);
        Race race = race(answer);

        // Drawn, and not cut short by what is tolerated.
        assertThat(new Acceptability(race, 1).within(0, -1))
                .containsEntry(answer.recommended(), Acceptability.DRAWS);
    }

    @Property(tries = 50)
    void withinTheToleranceTheDrawsSayTheSame(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);
        int tolerance = stability(answer).tolerance();

        assertThat(new Acceptability(race(answer), 1).within(tolerance, -1))
                .containsEntry(answer.recommended(), Acceptability.DRAWS);
    }

    @Property(tries = 60)
    void sharesAreThoseOfWeightsDrawnOneByOne(
            @ForAll("briefs") Brief brief, @ForAll @IntRange(min = 1, max = 1000) int seed) {
        Answer answer = answer(brief);
        int uncertainty = 600;
        int most = 20_000;
        int[] won = new int[Workflow.values().length];
        var random = new Random(seed);
        for (int draw = 0; draw < most; draw++) {
            long[] weights =
                    answer.contributions().stream()
                            .mapToLong(
                                    each ->
                                            IN_MODEL
                                                    - uncertainty
                                                    + random.nextInt(2 * uncertainty + 1))
                            .toArray();
            won[recommended(answer, weights).ordinal()]++;
        }

        var shares = new Acceptability(race(answer), seed).within(uncertainty, 0);

        // More than five standard errors of both draws together.
        for (Workflow workflow : Workflow.values()) {
            assertThat((double) shares.getOrDefault(workflow, -1) / Acceptability.DRAWS)
                    .isBetween(
                            won[workflow.ordinal()] / (double) most - 0.06,
                            won[workflow.ordinal()] / (double) most + 0.06);
        }
    }

    @Property(tries = 40)
    void aSingleCriterionIsCoveredExactly(
            @ForAll @IntRange(min = 1, max = 200) int first,
            @ForAll @IntRange(min = 1, max = 200) int second) {
        // Synchronous is ahead by the first for sure, and blended gains the second at its weight.
        var race =
                new Race(
                        Workflow.SYNCHRONOUS,
                        List.of(
                                new Race.Rival(
                                        Workflow.BLENDED, first, new int[] {-second}, false)),
                        List.of("only"));

        int won =
                new Acceptability(race, 1).within(1000, -1).getOrDefault(Workflow.SYNCHRONOUS, -1);

        // It holds while weight − 1 ≤ first / second, of a weight spread from 0 to 2.
        double share = Math.min(1, (1 + (double) first / second) / 2);
        assertThat(won)
                .isBetween(
                        (int) Math.floor(share * Acceptability.DRAWS) - 1,
                        (int) (share * Acceptability.DRAWS) + 1);
    }

    /** A lead of one point, and a criterion that at one draw takes away exactly as much. */
    @Example
    void aDrawThatTiesGoesToWhoeverGoesFirst() {
        int step = Acceptability.DRAWS;
        int half = Acceptability.DRAWS / 2;

        assertThat(won(Workflow.BLENDED, Workflow.SYNCHRONOUS, step)).isEqualTo(half);
        assertThat(won(Workflow.SYNCHRONOUS, Workflow.BLENDED, step)).isEqualTo(half + 1);
    }

    private static int won(Workflow winner, Workflow rival, int difference) {
        var race =
                new Race(
                        winner,
                        List.of(
                                new Race.Rival(
                                        rival,
                                        1,
                                        new int[] {difference},
                                        rival.compareTo(winner) < 0)),
                        List.of("only"));
        return new Acceptability(race, 1).within(1000, -1).getOrDefault(winner, -1);
    }

    @Property(tries = 40)
    void theOrderOfCriteriaChangesNothing(@ForAll("briefs") Brief brief, @ForAll long seed) {
        var shuffled = new ArrayList<>(model.criteria());
        Collections.shuffle(shuffled, new Random(seed));
        Answer answer = answer(brief);

        Answer other = answers.answerWithStability(brief, TinyModel.withCriteria(model, shuffled));

        assertThat(other.recommended()).isEqualTo(answer.recommended());
        assertThat(other.scores()).isEqualTo(answer.scores());
        assertThat(stability(other).acceptability()).isEqualTo(stability(answer).acceptability());
        assertThat(stability(other).tolerance()).isEqualTo(stability(answer).tolerance());
        assertThat(stability(other).intervals())
                .containsExactlyInAnyOrderElementsOf(stability(answer).intervals());
    }

    @Property(tries = 100)
    void droppingAnotherOptionNeverChangesTheOrder(@ForAll("briefs") Brief brief) {
        Answer answer = answer(brief);

        for (Workflow dropped : Workflow.values()) {
            if (dropped != answer.recommended()) {
                Answer without =
                        answers.answerWithStability(
                                brief, TinyModel.withRule(model, dropping(dropped)));

                assertThat(without.recommended()).isEqualTo(answer.recommended());
                assertThat(without.scores())
                        .extracting(Score::workflow, Score::points, Score::rank)
                        .isEqualTo(
                                answer.scores().stream()
                                        .map(s -> tuple(s.workflow(), s.points(), s.rank()))
                                        .toList());
                assertThat(stability(without).tolerance())
                        .isGreaterThanOrEqualTo(stability(answer).tolerance());
            }
        }
    }

    @Property(tries = 50)
    void theSameBriefIsAsFirmEachTime(@ForAll("briefs") Brief brief) {
        assertThat(answer(brief)).isEqualTo(answer(brief));
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    /** Blocks a workflow whatever is stated. */
    private static io.syncopate.assessment.model.FeasibilityRule dropping(Workflow workflow) {
        return TinyModel.rule(
                "dropped",
                CelFixture.cel()
                        .compile("brief.content.self_contained || !brief.content.self_contained"),
                Severity.RULED_OUT,
                Set.of(workflow));
    }

    /** The answer with one criterion at another weight, added up anew. */
    private static Workflow at(Answer answer, WeightInterval interval, long weight) {
        return recommended(
                answer,
                weights(
                        answer,
                        each -> each.criterion().equals(interval.criterion()) ? weight : IN_MODEL));
    }

    /** The answers at the weights that are worst against each of the others. */
    private static List<Workflow> worst(Answer answer, int off) {
        return Arrays.stream(Workflow.values())
                .map(
                        other ->
                                recommended(
                                        answer,
                                        weights(
                                                answer,
                                                each ->
                                                        IN_MODEL
                                                                - (long) off
                                                                        * Integer.signum(
                                                                                each.on(
                                                                                                answer
                                                                                                        .recommended())
                                                                                        - each.on(
                                                                                                other)))))
                .toList();
    }

    private static long[] weights(Answer answer, ToLongFunction<Contribution> weight) {
        return answer.contributions().stream().mapToLong(weight).toArray();
    }

    /** Who is chosen when each contribution counts by its weight. */
    private static Workflow recommended(Answer answer, long[] weights) {
        Stream<Workflow> open =
                answer.scores().stream().filter(Score::feasible).map(Score::workflow).sorted();
        List<Workflow> all = open.toList();
        if (all.isEmpty()) {
            all = possible(answer);
        }
        Workflow best = all.getFirst();
        for (Workflow each : all) {
            if (sum(answer, weights, each) > sum(answer, weights, best)) {
                best = each;
            }
        }
        return best;
    }

    private static List<Workflow> possible(Answer answer) {
        List<Workflow> possible =
                Arrays.stream(Workflow.values())
                        .filter(
                                each ->
                                        answer.gaps().stream()
                                                .noneMatch(
                                                        gap ->
                                                                gap.workflow() == each
                                                                        && gap.severity()
                                                                                == Severity
                                                                                        .RULED_OUT))
                        .toList();
        return possible.isEmpty() ? List.of(Workflow.values()) : possible;
    }

    private static long sum(Answer answer, long[] weights, Workflow workflow) {
        long sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * answer.contributions().get(i).on(workflow);
        }
        return sum;
    }

    private Answer answer(Brief brief) {
        return answers.answerWithStability(brief, model);
    }

    private static Race race(Answer answer) {
        return Race.of(answer.contributions(), Tally.of(answer.contributions(), answer.gaps()));
    }

    private static Stability stability(Answer answer) {
        return answer.stability().orElseThrow();
    }

    @Provide
    Arbitrary<Brief> briefs() {
        return BriefArbitraries.any();
    }
}
