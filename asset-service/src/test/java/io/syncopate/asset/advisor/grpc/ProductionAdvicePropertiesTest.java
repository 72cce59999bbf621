package io.syncopate.asset.advisor.grpc;

import static io.syncopate.asset.advisor.grpc.AdvisorClient.kinds;
import static io.syncopate.asset.advisor.grpc.AdvisorClient.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.asset.v1.Level;
import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.ProductionAdvice.Contribution;
import io.syncopate.proto.asset.v1.ProductionAdvice.Practice.Kind;
import io.syncopate.proto.asset.v1.ProductionAdvice.Score;
import io.syncopate.proto.asset.v1.ProductionModel.Value;
import io.syncopate.proto.asset.v1.ProductionSituation;
import io.syncopate.proto.asset.v1.ProductionSituation.CoupledPair;
import io.syncopate.proto.asset.v1.ProductionSituation.Current;
import io.syncopate.proto.asset.v1.ProductionSituation.Tooling;
import io.syncopate.proto.asset.v1.ProductionSituation.Work;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;

/** What holds of every advice, over situations in which each fact is stated or not. */
class ProductionAdvicePropertiesTest {

    private static final int SITUATIONS = 3_000;
    private static final Set<Tooling.Part> NEEDED =
            Set.of(
                    Tooling.Part.PROJECT_BOARD,
                    Tooling.Part.VERSION_HISTORY,
                    Tooling.Part.NOTIFICATIONS);

    private final AdvisorClient advisor = new AdvisorClient();

    @AfterEach
    void close() {
        advisor.close();
    }

    @Test
    void contributionsAddUpToTheScoresAndTheSameSituationGetsTheSameAdvice() {
        forEachSituation(
                (situation, advice) -> {
                    assertThat(points(advice, Value.A)).isEqualTo(sum(advice, Contribution::getA));
                    assertThat(points(advice, Value.B)).isEqualTo(sum(advice, Contribution::getB));
                    assertThat(points(advice, Value.C)).isEqualTo(sum(advice, Contribution::getC));
                    assertThat(advisor.advise(situation)).isEqualTo(advice);
                });
    }

    @Test
    void leavingAModelOutChangesNothingBetweenTheOthers() {
        forEachSituation(
                (situation, advice) -> {
                    for (Value left : List.of(Value.A, Value.B, Value.C)) {
                        List<Value> others =
                                advice.getScoresList().stream()
                                        .map(Score::getModel)
                                        .filter(model -> model != left)
                                        .toList();
                        ProductionAdvice without =
                                advisor.advise(situation, others.toArray(Value[]::new));
                        assertThat(without.getScoresList())
                                .extracting(Score::getModel)
                                .containsExactlyElementsOf(others);
                        others.forEach(
                                model ->
                                        assertThat(points(without, model))
                                                .isEqualTo(points(advice, model)));
                    }
                });
    }

    @Test
    @Rule("P-057")
    void fiveChannelsAtATimeNeverGetA() {
        forEachSituation(
                (situation, advice) -> {
                    if (situation.getWork().getChannels() >= 5
                            && situation.getWork().getSimultaneousLaunch()) {
                        assertThat(advice.getRecommended()).isNotEqualTo(Value.A);
                    }
                });
    }

    @Test
    @Rule("P-059")
    void whatCNeedsAndIsStatedToLackBlocksIt() {
        forEachSituation(
                (situation, advice) -> {
                    List<Tooling.Part> parts = situation.getTooling().getPartsList();
                    boolean lacksTool =
                            !parts.isEmpty()
                                    && !(parts.containsAll(NEEDED)
                                            && (parts.contains(Tooling.Part.SHARED_DRIVE)
                                                    || parts.contains(Tooling.Part.DAM)));
                    boolean lacks =
                            lacksTool
                                    || situation.getTeam().getDocumentationDiscipline()
                                            == Level.Value.LOW
                                    || (situation.getTeam().hasWorkflowChampion()
                                            && !situation.getTeam().getWorkflowChampion());
                    if (lacks) {
                        assertThat(advice.getRecommended()).isNotEqualTo(Value.C);
                    }
                    assertThat(advice.getRecommended()).isNotEqualTo(Value.VALUE_UNSPECIFIED);
                });
    }

    @Test
    @Rule("P-064")
    void coupledWorkAndJointDecisionsAlwaysKeepTimeTogether() {
        forEachSituation(
                (situation, advice) -> {
                    if (advice.getRecommended() == Value.A) {
                        return;
                    }
                    if (situation.getWork().getCoupledPairsCount() > 0) {
                        assertThat(kinds(advice.getExceptionsList())).contains(Kind.PAIR_SYNC);
                    }
                    if (situation.getWork().getJointDecisionNeeded()) {
                        assertThat(kinds(advice.getExceptionsList()))
                                .contains(Kind.DECISION_MEETING);
                    }
                });
    }

    private void forEachSituation(BiConsumer<ProductionSituation.Builder, ProductionAdvice> holds) {
        var random = new Random(20260501);
        for (int i = 0; i < SITUATIONS; i++) {
            ProductionSituation.Builder situation = situation(random);
            holds.accept(situation, advisor.advise(situation));
        }
    }

    private static ProductionSituation.Builder situation(Random random) {
        var situation = ProductionSituation.newBuilder();
        var team = situation.getTeamBuilder();
        var work = situation.getWorkBuilder();
        var current = situation.getCurrentBuilder();
        maybe(random, () -> team.setSize(1 + random.nextInt(30)));
        maybe(random, () -> team.setPartTime(random.nextBoolean()));
        maybe(random, () -> team.setDocumentationDiscipline(one(random, Level.Value.values())));
        maybe(random, () -> team.setWorkflowChampion(random.nextBoolean()));
        maybe(random, () -> team.setConventionsInPlace(random.nextBoolean()));
        maybe(random, () -> work.setChannels(1 + random.nextInt(14)));
        maybe(random, () -> work.setClients(random.nextInt(12)));
        maybe(random, () -> work.setVolume(one(random, Level.Value.values())));
        maybe(random, () -> work.setSimultaneousLaunch(random.nextBoolean()));
        maybe(random, () -> work.setCoupling(one(random, Work.Coupling.values())));
        maybe(
                random,
                () -> work.addCoupledPairs(CoupledPair.newBuilder().setA("copy").setB("design")));
        maybe(random, () -> work.setBrandConsistency(one(random, Level.Value.values())));
        maybe(random, () -> work.setStakeholdersPerHandoff(1 + random.nextInt(6)));
        maybe(random, () -> work.setJointDecisionNeeded(random.nextBoolean()));
        maybe(
                random,
                () ->
                        situation
                                .getDeadlinesBuilder()
                                .setTargetTurnaroundHours(1 + random.nextInt(200)));
        maybe(
                random,
                () -> situation.getDeadlinesBuilder().setUrgentRequests(random.nextBoolean()));
        for (Tooling.Part part : Tooling.Part.values()) {
            if (part != Tooling.Part.UNRECOGNIZED && part != Tooling.Part.PART_UNSPECIFIED) {
                maybe(random, () -> situation.getToolingBuilder().addParts(part));
            }
        }
        maybe(random, () -> current.setModel(one(random, Value.values())));
        maybe(random, () -> current.setReviewWaitDays(random.nextInt(4)));
        maybe(random, () -> current.setCycleDays(random.nextInt(12)));
        maybe(random, () -> current.setUnassignedItems(random.nextBoolean()));
        maybe(
                random,
                () ->
                        current.setSatisfactionTrend(
                                one(random, Current.SatisfactionTrend.values())));
        return situation;
    }

    private static void maybe(Random random, Runnable set) {
        if (random.nextInt(3) > 0) {
            set.run();
        }
    }

    /** Any but UNRECOGNIZED, which stands last. */
    private static <E> E one(Random random, E[] values) {
        return values[random.nextInt(values.length - 1)];
    }

    private static int sum(ProductionAdvice advice, ToIntFunction<Contribution> points) {
        return advice.getContributionsList().stream().mapToInt(points).sum();
    }
}
