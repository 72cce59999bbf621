package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.DesignCases.costs;
import static io.syncopate.assessment.program.grpc.DesignCases.costsIn;
import static io.syncopate.assessment.program.grpc.DesignCases.given;
import static io.syncopate.assessment.program.grpc.DesignCases.line;
import static io.syncopate.assessment.program.grpc.DesignCases.of;
import static io.syncopate.assessment.program.grpc.DesignCases.total;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.COHORTS;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.CONTENT_MINUTES;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.FACILITATOR_HOUR;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.FEEDBACK_MINUTES;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.LEARNERS;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.LEARNER_HOUR;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.LEARNER_SUPPORT;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.LIVE_LICENCE;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.PLATFORM_LICENCE;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.PRODUCER_HOUR;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.SESSION_MINUTES;
import static io.syncopate.proto.assessment.v1.CostAssumption.Input.SESSION_SUPPORT;
import static io.syncopate.proto.assessment.v1.CostComparison.Line.Kind.DELIVERY;
import static io.syncopate.proto.assessment.v1.CostComparison.Line.Kind.DEVELOPMENT;
import static io.syncopate.proto.assessment.v1.CostComparison.Line.Kind.LEARNER_TIME;
import static io.syncopate.proto.assessment.v1.CostComparison.Line.Kind.LICENCES;
import static io.syncopate.proto.assessment.v1.CostComparison.Line.Kind.SUPPORT;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.CostAssumption;
import io.syncopate.proto.assessment.v1.CostComparison;
import io.syncopate.proto.assessment.v1.CostComparison.Driver;
import io.syncopate.proto.assessment.v1.CostComparison.Line;
import io.syncopate.proto.assessment.v1.CostComparison.MissingInput;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the learning guide says of costs. */
class GuideCostTest {

    private static final String BRIEF =
            """
            "objective": {"statement": "Coach your people"}, "audience": {"size": 30},
            "activities": [{"key": "one", "text": "Live workshop", "minutes": 120, "repeat": {"count": 5}},
                           {"key": "two", "text": "Reading", "minutes": 120}]
            """;
    private static final List<Workflow.Value> ALL = List.of(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);

    @Test
    @Rule("L-073")
    void synchronousCostGrowsWithSessionsAndLearnersHours() {
        CostAssumption support = given(SESSION_SUPPORT, 5000);
        CostComparison few = costs(BRIEF, support, given(SESSION_MINUTES, 120));
        CostComparison many = costs(BRIEF, support, given(SESSION_MINUTES, 60));
        CostComparison longer = costs(BRIEF, support, given(CONTENT_MINUTES, 1440));

        assertThat(of(many, SYNCHRONOUS).getSessions())
                .isEqualTo(2 * of(few, SYNCHRONOUS).getSessions());
        assertThat(total(many, SYNCHRONOUS)).isGreaterThan(total(few, SYNCHRONOUS));
        assertThat(line(longer, SYNCHRONOUS, LEARNER_TIME).getAmount().getLikelyMinor())
                .isEqualTo(2 * line(few, SYNCHRONOUS, LEARNER_TIME).getAmount().getLikelyMinor());
        assertThat(line(longer, SYNCHRONOUS, DELIVERY).getAmount().getLikelyMinor())
                .isEqualTo(2 * line(few, SYNCHRONOUS, DELIVERY).getAmount().getLikelyMinor());
    }

    @Test
    @Rule("L-073")
    void facilitationIsDearForSmallGroups() {
        CostComparison five = costs(BRIEF, given(LEARNERS, 5));
        CostComparison twenty = costs(BRIEF, given(LEARNERS, 20));

        assertThat(line(five, SYNCHRONOUS, DELIVERY).getAmount())
                .as("one group costs the same, however many are in it")
                .isEqualTo(line(twenty, SYNCHRONOUS, DELIVERY).getAmount());
        assertThat(of(five, SYNCHRONOUS).getLikelyMinorPerLearner())
                .isGreaterThan(of(twenty, SYNCHRONOUS).getLikelyMinorPerLearner());
    }

    @Test
    @Rule("L-074")
    void asynchronousIsDearAtFirstAndCheapPerLearnerFromABreakEvenOn() {
        CostComparison costs = costs(BRIEF);
        CostComparison.BreakEven breakEven = costs.getBreakEvens(0);
        int from = breakEven.getAlwaysFromLearners();

        assertThat(line(costs, ASYNCHRONOUS, DEVELOPMENT).getFixedMinor())
                .isGreaterThan(line(costs, SYNCHRONOUS, DEVELOPMENT).getFixedMinor());
        assertThat(breakEven.getFrom()).isEqualTo(SYNCHRONOUS);
        assertThat(breakEven.getTo()).isEqualTo(ASYNCHRONOUS);
        assertThat(from).isGreaterThan(30);
        assertThat(breakEven.getText()).contains("%,d learners".formatted(from));
        assertThat(asynchronousLead(from)).isGreaterThanOrEqualTo(0);
        assertThat(asynchronousLead(from - 1)).isNegative();
        assertThat(asynchronousLead(10 * from)).isPositive();
        assertThat(breakEven.getAlwaysFromLearnersHigh()).isNotEqualTo(from);
    }

    @Test
    @Rule("L-074")
    void whereThereIsNoBreakEvenThatIsSaid() {
        CostComparison costs =
                costs(BRIEF, given(FEEDBACK_MINUTES, 6000), given(PLATFORM_LICENCE, 1_000_000));

        assertThat(costs.getBreakEvens(0).hasFirstLearners()).isFalse();
        assertThat(costs.getBreakEvens(0).hasAlwaysFromLearners()).isFalse();
        assertThat(costs.getBreakEvens(0).getText())
                .isEqualTo("Asynchronous costs more than Synchronous with any number of learners.");
    }

    @Test
    @Rule("L-075")
    void aBlendCarriesBothKindsOfCost() {
        CostComparison costs =
                costs(BRIEF, given(FEEDBACK_MINUTES, 60), given(SESSION_SUPPORT, 1000));
        var blended = of(costs, BLENDED);

        assertThat(blended.getLiveMinutes()).isEqualTo(600);
        assertThat(blended.getSelfPacedMinutes()).isEqualTo(120);
        assertThat(line(costs, BLENDED, DELIVERY).getPerGroupMinor()).isPositive();
        assertThat(line(costs, BLENDED, DELIVERY).getPerLearnerMinor()).isPositive();
        assertThat(line(costs, SYNCHRONOUS, DELIVERY).getPerLearnerMinor()).isZero();
        assertThat(line(costs, ASYNCHRONOUS, DELIVERY).getPerGroupMinor()).isZero();
        assertThat(line(costs, BLENDED, DEVELOPMENT).getFixedMinor())
                .isGreaterThan(line(costs, SYNCHRONOUS, DEVELOPMENT).getFixedMinor());
    }

    @Test
    @Rule("L-076")
    void thereAreFiveLinesThatAddUpAndHiddenCostsOfNothingAreFlagged() {
        CostComparison costs = costs(BRIEF);
        for (Workflow.Value workflow : ALL) {
            assertThat(of(costs, workflow).getLinesList())
                    .extracting(Line::getKind)
                    .containsExactly(DEVELOPMENT, DELIVERY, LEARNER_TIME, LICENCES, SUPPORT);
            assertThat(
                            of(costs, workflow).getLinesList().stream()
                                    .mapToLong(each -> each.getAmount().getLikelyMinor())
                                    .sum())
                    .isEqualTo(total(costs, workflow));
        }
        assertThat(ids(costs.getWarningsList())).contains("zero-licences", "zero-support");

        CostComparison told =
                costs(
                        BRIEF,
                        given(LIVE_LICENCE, 20_000),
                        given(PLATFORM_LICENCE, 500),
                        given(SESSION_SUPPORT, 1000),
                        given(LEARNER_SUPPORT, 100),
                        given(FEEDBACK_MINUTES, 30));
        assertThat(told.getWarningsList()).isEmpty();
        assertThat(
                        ids(
                                costs(BRIEF, given(LEARNER_HOUR, 0), given(LIVE_LICENCE, 1))
                                        .getWarningsList()))
                .contains("zero-learner-time", "part-of-licences-zero");
    }

    @Test
    @Rule("L-058")
    void tenFinishedMinutesTakeSeveralHours() {
        CostComparison costs =
                costs(
                        "\"objective\": {\"statement\": \"x\"}, \"plan\": {\"videos\": 1,"
                                + " \"minutesEach\": 10}");

        assertThat(costs.getProduction().getLowHours()).isEqualTo(7);
        assertThat(costs.getProduction().getLikelyHours()).isEqualTo(12);
        assertThat(costs.getProduction().getHighHours()).isEqualTo(36);
        assertThat(costs.getProduction().getSource()).contains("UT Arlington");
    }

    @Test
    @Rule("L-103")
    void materialIsMadeOnceForAllCohorts() {
        CostComparison one = costs(BRIEF);
        CostComparison four = costs(BRIEF, given(COHORTS, 4));

        assertThat(line(four, ASYNCHRONOUS, DEVELOPMENT).getAmount())
                .isEqualTo(line(one, ASYNCHRONOUS, DEVELOPMENT).getAmount());
        assertThat(line(four, SYNCHRONOUS, DELIVERY).getAmount().getLikelyMinor())
                .isEqualTo(4 * line(one, SYNCHRONOUS, DELIVERY).getAmount().getLikelyMinor());
    }

    @Test
    void everyAssumptionIsToldWithWhereItIsFrom() {
        CostComparison costs = costs(BRIEF, given(COHORTS, 3));

        assertThat(costs.getAssumptionsList()).hasSize(18);
        assertThat(costs.getAssumptionsList())
                .allSatisfy(
                        each ->
                                assertThat(each.getSource().isEmpty())
                                        .as("%s", each)
                                        .isEqualTo(
                                                each.getOrigin() == CostAssumption.Origin.STATED));
        assertThat(costs.getAssumptionsList())
                .filteredOn(each -> each.getOrigin() == CostAssumption.Origin.STATED)
                .extracting(CostAssumption::getInput)
                .containsExactly(COHORTS);
    }

    @Test
    void anAnswersAssumptionsSentBackGiveTheSameAmounts() {
        CostComparison first = costs(BRIEF);
        CostComparison again =
                costs(BRIEF, first.getAssumptionsList().toArray(CostAssumption[]::new));

        assertThat(again.getWorkflowsList()).isEqualTo(first.getWorkflowsList());
        assertThat(again.getBreakEvensList()).isEqualTo(first.getBreakEvensList());
    }

    @Test
    void whatIsNotKnownIsNamedInPlaceOfAmounts() {
        CostComparison bare = costs("\"objective\": {\"statement\": \"x\"}");

        assertThat(bare.getMissingList())
                .extracting(MissingInput::getInput)
                .containsExactly(LEARNERS, CONTENT_MINUTES);
        assertThat(bare.getWorkflowsList()).isEmpty();
        CostComparison euro = costsIn("EUR", BRIEF);
        assertThat(euro.getMissingList())
                .extracting(MissingInput::getInput)
                .containsExactly(PRODUCER_HOUR, FACILITATOR_HOUR, LEARNER_HOUR);
        CostComparison rates =
                costsIn(
                        "EUR",
                        BRIEF,
                        given(PRODUCER_HOUR, 6000),
                        given(FACILITATOR_HOUR, 9000),
                        given(LEARNER_HOUR, 4500));
        assertThat(rates.getMissingList()).isEmpty();
        assertThat(rates.getCurrencyCode()).isEqualTo("EUR");
    }

    @Test
    void theInputThatMovesATotalFurthestStandsFirst() {
        var drivers = of(costs(BRIEF), ASYNCHRONOUS).getDriversList();

        assertThat(drivers).hasSizeGreaterThan(3);
        assertThat(drivers)
                .isSortedAccordingTo((a, b) -> Long.compare(swing(b), swing(a)))
                .extracting(Driver::getInput)
                .startsWith(CostAssumption.Input.SELF_PACED_DEVELOPMENT_HOURS);
        assertThat(drivers.getFirst().getRange()).isTrue();
        assertThat(drivers)
                .filteredOn(each -> each.getInput() == LEARNERS)
                .singleElement()
                .satisfies(each -> assertThat(each.getLow()).isEqualTo(23));
    }

    @Test
    void refusesWhatCannotBe() {
        Refusals.assertViolation(() -> costs(BRIEF, given(COHORTS, 0)), "cohorts");
        Refusals.assertViolation(
                () ->
                        costs(
                                BRIEF,
                                CostAssumption.newBuilder()
                                        .setInput(LEARNERS)
                                        .setLow(50)
                                        .setLikely(40)
                                        .build()),
                "learners");
        Refusals.assertViolation(() -> costsIn("ABC", BRIEF), "currency_code");
        Refusals.assertViolation(
                () -> costs(BRIEF, given(COHORTS, 2), given(COHORTS, 3)), "assumptions");
        Refusals.assertViolation(
                () ->
                        costs(
                                BRIEF,
                                given(COHORTS, 1000),
                                given(FEEDBACK_MINUTES, 6000),
                                given(FACILITATOR_HOUR, 100_000_000)),
                "assumptions");
    }

    private static long swing(Driver driver) {
        return Math.abs(driver.getTotalAtHighMinor() - driver.getTotalAtLowMinor());
    }

    private static long asynchronousLead(int learners) {
        CostComparison costs = costs(BRIEF, given(LEARNERS, learners));
        return total(costs, SYNCHRONOUS) - total(costs, ASYNCHRONOUS);
    }
}
