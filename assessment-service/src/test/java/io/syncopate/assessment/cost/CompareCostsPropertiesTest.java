package io.syncopate.assessment.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.Workflow;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of costs whatever they are reckoned from. */
class CompareCostsPropertiesTest {

    private static final Brief BRIEF = BriefFixture.brief().build();
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ActivityKinds KINDS = new ActivityKinds(List.of());

    /** More of these never costs less, in any workflow. */
    private static final Set<Input> DEAR =
            EnumSet.complementOf(
                    EnumSet.of(Input.LIVE_PERMILLE, Input.SESSION_MINUTES, Input.GROUP_SIZE));

    private static final Map<Input, Integer> MOST =
            Map.of(
                    Input.PRODUCER_HOUR, 20_000,
                    Input.FACILITATOR_HOUR, 20_000,
                    Input.LEARNER_HOUR, 20_000,
                    Input.LIVE_LICENCE, 200_000,
                    Input.COHORTS, 12,
                    Input.GROUP_SIZE, 30);

    @Property(tries = 400)
    void linesAddUpToTotalsExactly(@ForAll("inputs") List<Assumption> inputs) {
        for (WorkflowCost each : compare(inputs).workflows()) {
            assertThat(each.lines()).hasSize(5);
            assertThat(each.total().likely()).isEqualTo(total(known(inputs), each.workflow()));
            assertThat(each.total().likely())
                    .isEqualTo(
                            each.lines().values().stream()
                                    .mapToLong(line -> line.amount().likely())
                                    .sum());
            assertThat(each.total().low()).isLessThanOrEqualTo(each.total().likely());
            assertThat(each.total().likely()).isLessThanOrEqualTo(each.total().high());
            long people = likely(inputs, Input.LEARNERS);
            for (WorkflowCost.Line line : each.lines().values()) {
                assertThat(line.amount().likely())
                        .isEqualTo(
                                line.curve().fixed()
                                        + line.curve().perLearner() * people
                                        + line.curve().perGroup()
                                                * Math.ceilDiv(
                                                        people, likely(inputs, Input.GROUP_SIZE)));
            }
        }
    }

    @Property(tries = 400)
    void moreOfAnythingNeverCostsLess(@ForAll("inputs") List<Assumption> inputs) {
        CostComparison before = compare(inputs);
        for (Input input : DEAR) {
            CostComparison after = compare(with(inputs, input, likely(inputs, input) + 1));
            for (int i = 0; i < 3; i++) {
                assertThat(after.workflows().get(i).total().likely())
                        .as("%s of %s", input, before.workflows().get(i).workflow())
                        .isGreaterThanOrEqualTo(before.workflows().get(i).total().likely());
            }
        }
    }

    @Property(tries = 400)
    void shorterSessionsAreMoreSessionsAndNeverCostLess(@ForAll("inputs") List<Assumption> inputs) {
        int minutes = likely(inputs, Input.SESSION_MINUTES);
        WorkflowCost before = live(compare(inputs));
        WorkflowCost after =
                live(compare(with(inputs, Input.SESSION_MINUTES, Math.max(1, minutes / 2))));

        assertThat(after.time().sessions()).isGreaterThanOrEqualTo(before.time().sessions());
        assertThat(after.total().likely()).isGreaterThanOrEqualTo(before.total().likely());
    }

    @Property(tries = 40)
    void breakEvensAreWhatTryingEveryCohortFinds(@ForAll("inputs") List<Assumption> inputs) {
        int looked = 400;
        for (BreakEven each : compare(inputs).breakEvens()) {
            int first = 0;
            int last = 0;
            for (int learners = 1; learners <= looked; learners++) {
                boolean noMore = lead(inputs, each, learners) >= 0;
                first = first == 0 && noMore ? learners : first;
                last = noMore ? last : learners;
            }
            long told = each.first().orElse(Long.MAX_VALUE);
            assertThat(told > looked ? 0 : told).as("%s", each).isEqualTo(first);
            if (each.always().isEmpty()) {
                assertThat(lead(inputs, each, Input.MOST_LEARNERS)).as("%s", each).isNegative();
            } else if (each.always().getAsLong() <= looked) {
                assertThat(each.always().getAsLong()).as("%s", each).isEqualTo(last + 1);
            } else {
                int from = Math.toIntExact(each.always().getAsLong());
                assertThat(lead(inputs, each, from - 1)).as("%s", each).isNegative();
                assertThat(lead(inputs, each, from)).as("%s", each).isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Property(tries = 200)
    void driversAreTotalsOfTheirOwnInFallingOrder(@ForAll("inputs") List<Assumption> inputs) {
        WorkflowCost blend = compare(inputs).workflows().getLast();

        assertThat(blend.drivers())
                .allSatisfy(
                        driver -> {
                            assertThat(
                                            compare(with(inputs, driver.input(), driver.high()))
                                                    .workflows()
                                                    .getLast()
                                                    .total()
                                                    .likely())
                                    .isEqualTo(driver.totalAtHigh());
                            assertThat(driver.totalAtHigh()).isNotEqualTo(driver.totalAtLow());
                        });
        assertThat(blend.drivers())
                .isSortedAccordingTo((a, b) -> Long.compare(b.width(), a.width()));
    }

    @Provide
    Arbitrary<List<Assumption>> inputs() {
        List<Arbitrary<Assumption>> each =
                Stream.of(Input.values()).map(CompareCostsPropertiesTest::assumption).toList();
        return Combinators.combine(each).as(list -> list);
    }

    private static Arbitrary<Assumption> assumption(Input input) {
        int most = Math.min(input.most() - 1, MOST.getOrDefault(input, 300));
        return Arbitraries.integers()
                .between(input.least(), most)
                .list()
                .ofSize(3)
                .map(
                        three -> {
                            List<Integer> sorted = three.stream().sorted().toList();
                            return Assumption.stated(
                                    input, sorted.get(0), sorted.get(1), sorted.get(2));
                        });
    }

    private static CostComparison compare(List<Assumption> inputs) {
        return CompareCosts.of(BRIEF, KINDS, EURO, inputs);
    }

    private static Assumptions known(List<Assumption> inputs) {
        return KnownFromBrief.with(BRIEF, KINDS, EURO, inputs);
    }

    private static List<Assumption> with(List<Assumption> inputs, Input input, int value) {
        return inputs.stream()
                .map(
                        each ->
                                each.input() == input
                                        ? Assumption.stated(input, value, value, value)
                                        : each)
                .toList();
    }

    private static int likely(List<Assumption> inputs, Input input) {
        return inputs.stream()
                .filter(each -> each.input() == input)
                .mapToInt(each -> each.range().likely())
                .sum();
    }

    private static WorkflowCost live(CostComparison comparison) {
        return comparison.workflows().getFirst();
    }

    /** How much dearer the one that is compared with is. */
    private static long lead(List<Assumption> inputs, BreakEven pair, int learners) {
        Assumptions assumptions = known(with(inputs, Input.LEARNERS, learners));
        return total(assumptions, pair.from()) - total(assumptions, pair.to());
    }

    private static long total(Assumptions assumptions, Workflow workflow) {
        return Reckoning.of(assumptions, Scenario.LIKELY, workflow).totalAtLearners();
    }
}
