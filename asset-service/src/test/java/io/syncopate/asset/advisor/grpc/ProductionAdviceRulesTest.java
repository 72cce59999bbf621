package io.syncopate.asset.advisor.grpc;

import static io.syncopate.asset.advisor.grpc.AdvisorClient.kinds;
import static io.syncopate.asset.advisor.grpc.AdvisorClient.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.asset.v1.Level;
import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.ProductionAdvice.Confidence.MissingFact;
import io.syncopate.proto.asset.v1.ProductionAdvice.Handoff;
import io.syncopate.proto.asset.v1.ProductionAdvice.Obstacle;
import io.syncopate.proto.asset.v1.ProductionAdvice.Practice.Kind;
import io.syncopate.proto.asset.v1.ProductionAdvice.Statement;
import io.syncopate.proto.asset.v1.ProductionModel.Value;
import io.syncopate.proto.asset.v1.ProductionModelComparison.Row;
import io.syncopate.proto.asset.v1.ProductionSituation;
import io.syncopate.proto.asset.v1.ProductionSituation.CoupledPair;
import io.syncopate.proto.asset.v1.ProductionSituation.Tooling.Part;
import io.syncopate.proto.asset.v1.ProductionSituation.Work.Coupling;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** What the production guide says of the three models, as callers of the contract meet it. */
class ProductionAdviceRulesTest {

    private final AdvisorClient advisor = new AdvisorClient();

    @AfterEach
    void close() {
        advisor.close();
    }

    @Test
    @Rule({"P-053", "P-054", "P-055", "N-03", "N-20"})
    void theModelsAreComparedInTheGuidesSixDimensions() {
        List<Row> rows = advisor.comparison().getModelsList();
        assertThat(rows)
                .extracting(ProductionAdviceRulesTest::sixDimensions)
                .containsExactly(
                        List.of(
                                "Real-time meetings or instant messages",
                                "2–5 days (depends on availability)",
                                "Low (2–3 channels max)",
                                "Low (verbal handoff loses detail)",
                                "High (scheduling meetings)",
                                "Medium (miscommunication)"),
                        List.of(
                                "Mix of scheduled meetings and shared queues",
                                "1–3 days",
                                "Medium (3–7 channels)",
                                "Medium (some written documentation)",
                                "Medium (hybrid coordination)",
                                "Medium (version confusion)"),
                        List.of(
                                "Queue-based with event notifications",
                                "0.5–2 days",
                                "High (5+ channels)",
                                "High (documented at each step)",
                                "Low (async updates)",
                                "Low (if conventions are followed)"));
        assertThat(rows).extracting(Row::getModel).containsExactly(Value.A, Value.B, Value.C);
        assertThat(rows.getFirst().getLockstep()).contains("e-mail");
        assertThat(rows.getLast().getAttention()).startsWith("High");
        assertThat(rows.getLast().getSetupCost()).startsWith("High");
    }

    @Test
    @Rule("P-056")
    void aFewChannelsAtLowVolumeGetAWithTheRiskOfAbsence() {
        ProductionAdvice advice = advisor.advise(Situations.nonprofit());
        assertThat(advice.getRecommended()).isEqualTo(Value.A);
        assertThat(advice.getRisksList())
                .extracting(Statement::getId)
                .containsExactly("absence", "crunch");
    }

    @ParameterizedTest
    @CsvSource({"5", "6", "50"})
    @Rule({"P-057", "N-05"})
    void channelsThatLaunchTogetherNeverGetAFromFiveOn(int channels) {
        var situation = Situations.nonprofit();
        situation.getWorkBuilder().setChannels(channels).setSimultaneousLaunch(true);
        ProductionAdvice advice = advisor.advise(situation);
        assertThat(advice.getRecommended()).isNotEqualTo(Value.A);
        assertThat(obstacle(advice, Value.A).getSeverity()).isEqualTo(Obstacle.Severity.RULED_OUT);

        ProductionAdvice alone = advisor.advise(situation, Value.A);
        assertThat(alone.getRecommended()).isEqualTo(Value.VALUE_UNSPECIFIED);
        assertThat(alone.getSummary()).contains("ruled out");
    }

    @ParameterizedTest
    @CsvSource({"12, 5, B", "5, 3, B", "15, 7, B", "4, 2, A", "16, 10, C"})
    @Rule({"P-058", "N-05"})
    void bFitsFiveToFifteenPeopleWithThreeToSevenChannels(int people, int channels, Value model) {
        var situation = ProductionSituation.newBuilder();
        situation.getTeamBuilder().setSize(people);
        situation.getWorkBuilder().setChannels(channels);
        assertThat(advisor.advise(situation).getRecommended()).isEqualTo(model);
    }

    @Test
    @Rule("P-058")
    void aSizeThatIsNotStatedIsTheSumOfTheRoles() {
        var situation = ProductionSituation.newBuilder();
        situation.getTeamBuilder().putRoles("copywriter", 5).putRoles("designer", 7);
        assertThat(advisor.advise(situation).getContributionsList())
                .extracting(ProductionAdvice.Contribution::getCriterion)
                .containsExactly("middle-team");
    }

    @Test
    @Rule("P-059")
    void littleDisciplineNeverGivesCOutright() {
        var situation = Situations.socialTeam();
        situation.getTeamBuilder().setDocumentationDiscipline(Level.Value.LOW);
        assertBlocked(advisor.advise(situation), "discipline");
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED_DRIVE", "PROJECT_BOARD", "VERSION_HISTORY", "NOTIFICATIONS"})
    @Rule("P-059")
    void aMissingToolNeverGivesCOutrightAndIsNamed(Part missing) {
        var situation = Situations.socialTeam();
        allTools(situation);
        assertThat(advisor.advise(situation).getRecommended()).isEqualTo(Value.C);
        List<Part> parts =
                situation.getTooling().getPartsList().stream()
                        .filter(part -> part != missing)
                        .toList();
        situation.getToolingBuilder().clearParts().addAllParts(parts);
        ProductionAdvice advice = advisor.advise(situation);
        assertBlocked(advice, "tools");
        assertThat(advice.getMissingPartsList()).containsExactly(missing);
    }

    @Test
    @Rule("P-059")
    void nobodyWhoKeepsStandardsNeverGivesCOutrightAndAnAnswerOfCNamesTheChampion() {
        var situation = Situations.socialTeam();
        ProductionAdvice open = advisor.advise(situation);
        assertThat(kinds(open.getPracticesList())).contains(Kind.WORKFLOW_CHAMPION);
        assertThat(open.getObstaclesList())
                .filteredOn(obstacle -> obstacle.getId().equals("champion"))
                .extracting(Obstacle::getSeverity)
                .containsExactly(Obstacle.Severity.UNCONFIRMED);

        situation.getTeamBuilder().setWorkflowChampion(false);
        assertBlocked(advisor.advise(situation), "champion");
    }

    @Test
    @Rule("P-060")
    void aTeamThatGoesToCIsWarnedOfTwoWeeksAndOneThatIsThereIsNot() {
        assertThat(advisor.advise(Situations.socialTeam()).getRisksList())
                .extracting(Statement::getId)
                .contains("two-week-dip");
        assertThat(advisor.advise(Situations.agency()).getRisksList())
                .extracting(Statement::getId)
                .doesNotContain("two-week-dip");
    }

    @Test
    @Rule("P-061")
    void pairsThatShapeEachOtherAreSynchronousAndClearBordersAreNot() {
        var coupled = Situations.socialTeam();
        coupled.getWorkBuilder()
                .setCoupling(Coupling.MIXED)
                .addCoupledPairs(CoupledPair.newBuilder().setA("headline").setB("palette"));
        ProductionAdvice advice = advisor.advise(coupled);
        assertThat(advice.getHandoffsList())
                .filteredOn(handoff -> handoff.getMode() == Handoff.Mode.SYNC_REQUIRED)
                .extracting(Handoff::getSubject)
                .containsExactly("headline and palette");
        assertThat(practice(advice.getExceptionsList(), Kind.PAIR_SYNC).getMinutes()).isEqualTo(30);

        assertThat(advisor.advise(Situations.socialTeam()).getHandoffsList())
                .extracting(Handoff::getMode)
                .containsExactly(Handoff.Mode.ASYNC_POSSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"4, false, true", "3, false, false", "2, true, true"})
    @Rule({"P-009", "P-064", "N-07"})
    void moreThanThreeStakeholdersOrAJointDecisionTakeAMeeting(
            int stakeholders, boolean joint, boolean meeting) {
        var situation = Situations.socialTeam();
        situation
                .getWorkBuilder()
                .setStakeholdersPerHandoff(stakeholders)
                .setJointDecisionNeeded(joint);
        ProductionAdvice advice = advisor.advise(situation);
        assertThat(advice.getHandoffsList().stream().anyMatch(Handoff::getMeeting))
                .isEqualTo(meeting);
        assertThat(kinds(advice.getExceptionsList()).contains(Kind.DECISION_MEETING))
                .isEqualTo(meeting);
    }

    @Test
    @Rule("P-062")
    void sizeChannelsDeadlinesAndTheNatureOfTheWorkEachCanChangeTheAdvice() {
        var size = Situations.brandTeam();
        size.getWorkBuilder().clear().setChannels(5);
        assertThat(advisor.advise(size).getRecommended()).isEqualTo(Value.B);
        size.getTeamBuilder().setSize(20);
        assertThat(advisor.advise(size).getRecommended()).isEqualTo(Value.C);

        var channels = Situations.nonprofit();
        channels.getWorkBuilder().clearVolume();
        assertThat(advisor.advise(channels).getRecommended()).isEqualTo(Value.A);
        channels.getWorkBuilder().setChannels(6);
        assertThat(advisor.advise(channels).getRecommended()).isEqualTo(Value.B);

        var deadline = ProductionSituation.newBuilder();
        deadline.getTeamBuilder().setSize(6);
        deadline.getWorkBuilder().setChannels(4);
        assertThat(advisor.advise(deadline).getRecommended()).isEqualTo(Value.B);
        deadline.getDeadlinesBuilder().setTargetTurnaroundHours(24);
        assertThat(advisor.advise(deadline).getRecommended()).isEqualTo(Value.C);

        deadline.getWorkBuilder().setCoupling(Coupling.HIGH);
        assertThat(advisor.advise(deadline).getRecommended()).isEqualTo(Value.B);
    }

    @Test
    @Rule("P-063")
    void anAnswerIsAModelWithItsExceptions() {
        var situation = Situations.socialTeam();
        situation.getDeadlinesBuilder().setUrgentRequests(true);
        situation.getWorkBuilder().setJointDecisionNeeded(true);
        ProductionAdvice advice = advisor.advise(situation);
        assertThat(advice.getRecommended()).isEqualTo(Value.C);
        assertThat(kinds(advice.getExceptionsList()))
                .containsExactly(Kind.ON_CALL_REVIEWER, Kind.DECISION_MEETING);
    }

    @Test
    @Rule("P-065")
    void anAnswerOfCIsLookedAtAgainRegularly() {
        ProductionAdvice advice = advisor.advise(Situations.socialTeam());
        assertThat(advice.getReview().getFirstAfterDays()).isEqualTo(14);
        assertThat(advice.getReview().getEveryDays()).isEqualTo(30);
        assertThat(advice.getReview().getQuestionsList()).isNotEmpty();
        assertThat(advisor.advise(Situations.brandTeam()).hasReview()).isFalse();
    }

    @Test
    @Rule("P-085")
    void eachAdviceShowsBothSidesOfBothWaysToHandOn() {
        assertThat(advisor.advise(Situations.brandTeam()).getTradeOffsList())
                .hasSize(2)
                .allSatisfy(
                        way -> {
                            assertThat(way.getGain()).isNotBlank();
                            assertThat(way.getCost()).isNotBlank();
                        })
                .extracting(ProductionAdvice.TradeOff::getMode)
                .containsExactly(Handoff.Mode.SYNC_REQUIRED, Handoff.Mode.ASYNC_POSSIBLE);
    }

    @Test
    @Rule("L-094")
    void adviceAndComparisonSayHowOldTheyAre() {
        for (var guidance :
                List.of(
                        advisor.comparison().getGuidance(),
                        advisor.advise(Situations.startup()).getGuidance())) {
            assertThat(guidance.getAsOf()).isEqualTo("2026-05");
            assertThat(guidance.getNotice()).contains("as of May 2026").contains("Verify");
        }
    }

    @Test
    void factsThatAreNotStatedLowerTheConfidenceAndAreNamed() {
        ProductionAdvice nothing = advisor.advise(ProductionSituation.newBuilder());
        assertThat(nothing.getConfidence().getPercent()).isZero();
        assertThat(nothing.getConfidence().getMissingList())
                .extracting(MissingFact::getFact)
                .startsWith("work.channels", "team.size")
                .hasSize(15);
        assertThat(nothing.getContributionsList()).isEmpty();

        ProductionAdvice social = advisor.advise(Situations.socialTeam());
        assertThat(social.getConfidence().getPercent()).isBetween(50, 60);
        assertThat(social.getConfidence().getMissingList())
                .extracting(MissingFact::getFact)
                .doesNotContain("team.size", "work.channels", "work.coupling");
    }

    private static void allTools(ProductionSituation.Builder situation) {
        situation
                .getToolingBuilder()
                .addParts(Part.SHARED_DRIVE)
                .addParts(Part.PROJECT_BOARD)
                .addParts(Part.VERSION_HISTORY)
                .addParts(Part.NOTIFICATIONS);
    }

    /** The gap is named, and the best of the others is recommended in its place. */
    private static void assertBlocked(ProductionAdvice advice, String gap) {
        assertThat(advice.getRecommended()).isEqualTo(Value.B);
        assertThat(advice.getObstaclesList())
                .filteredOn(obstacle -> obstacle.getSeverity() == Obstacle.Severity.GAP)
                .extracting(Obstacle::getId)
                .containsExactly(gap);
        assertThat(obstacleOf(advice, gap).getRemedy()).isNotBlank();
        assertThat(kinds(advice.getPracticesList())).doesNotContain(Kind.WORKFLOW_CHAMPION);
    }

    private static Obstacle obstacle(ProductionAdvice advice, Value model) {
        return advice.getObstaclesList().stream()
                .filter(obstacle -> obstacle.getModel() == model)
                .findFirst()
                .orElseThrow();
    }

    private static Obstacle obstacleOf(ProductionAdvice advice, String id) {
        return advice.getObstaclesList().stream()
                .filter(obstacle -> obstacle.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sixDimensions(Row row) {
        return List.of(
                row.getHandoffMethod(),
                row.getCycleTime(),
                row.getScalability(),
                row.getContextPreservation(),
                row.getTeamOverhead(),
                row.getReworkRisk());
    }
}
