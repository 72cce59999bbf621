package io.syncopate.assessment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.calibration.Told.LeftOut;
import io.syncopate.assessment.calibration.Told.Reviewed;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.ModelText.Criterion;
import io.syncopate.assessment.model.ModelText.Points;
import io.syncopate.assessment.model.ModelsInMemory;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

class CalibrationTest {

    private static final ModelName OURS = new ModelName("ours", OptionalInt.of(1));
    private static final ModelText SHIPPED = ModelText.of(ModelFixture.shipped());

    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
    private final ModelsInMemory models =
            new ModelsInMemory(SettableClock.at("2026-03-02T09:00:00Z"));

    @Test
    void whatSpokeForWorkflowsThatWereRightGainsAndWhatSpokeForOthersLoses() {
        Proposal proposal = propose(SHIPPED, programs(40));

        assertThat(proposal.reached()).isEqualTo(20);
        assertThat(proposal.missed()).isEqualTo(20);
        assertThat(proposal.unchanged()).isFalse();
        // Spoke for the self-paced programmes, which all reached their targets.
        Change dispersed = change(proposal, "dispersed-audience");
        assertThat(dispersed.votes()).isEqualTo(new Votes(20, 0, 0, 0));
        assertThat(dispersed.before()).isEqualTo(1000);
        assertThat(dispersed.after()).isBetween(1001, 1250);
        // Spoke for the live ones, which all missed theirs.
        Change blocked = change(proposal, "time-can-be-blocked");
        assertThat(blocked.votes()).isEqualTo(new Votes(0, 20, 0, 0));
        assertThat(blocked.after()).isBetween(750, 999);
        assertThat(blocked.pointsAfter().synchronous())
                .isLessThan(blocked.pointsBefore().synchronous())
                .isPositive();
        // Spoke of none of them.
        Change silent = change(proposal, "unpredictable-schedules");
        assertThat(silent.votes().programs()).isZero();
        assertThat(silent.after()).isEqualTo(1000);
        assertThat(proposal.heldOut().better()).isTrue();
    }

    @Test
    void theSameOutcomesProposeNothingNewOnceTheirProposalIsTaken() {
        List<Told> told = programs(60);
        Proposal first = propose(SHIPPED, told);

        Proposal second = propose(first.text(), told);

        assertThat(first.unchanged()).isFalse();
        assertThat(second.unchanged()).isTrue();
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(change(second, "dispersed-audience").before())
                .isEqualTo(change(first, "dispersed-audience").after());
    }

    @Test
    void outcomesThatSpeakAgainstNoWorkflowProposeNothing() {
        var told = new ArrayList<Told>();
        for (int i = 0; i < 40; i++) {
            told.add(selfPaced(i, i % 2 == 0));
        }

        Proposal proposal = propose(SHIPPED, told);

        assertThat(proposal.unchanged()).isTrue();
        assertThat(proposal.text()).isEqualTo(SHIPPED);
    }

    @Test
    void tooFewAreRefusedWithWhatThereIsAndWhatIsNeeded() {
        var told = new ArrayList<Told>();
        for (int i = 0; i < 26; i++) {
            told.add(i < 3 ? live(i, false) : selfPaced(i, true));
        }
        told.add(new LeftOut("x", "X", LeftOut.Reason.NOT_REVIEWED));
        told.add(new LeftOut("y", "Y", LeftOut.Reason.OTHER_CAUSE));

        assertThatExceptionOfType(CalibrationException.TooFewReviewed.class)
                .isThrownBy(() -> propose(SHIPPED, told))
                .withMessageContaining("reviewed programs has 26: expected at least 30")
                .withMessageContaining(
                        "missed a target because of the workflow has 3: expected at least 5")
                .withMessageContaining("1: no review was held")
                .withMessageContaining("1: a target was missed with another likely cause")
                .satisfies(
                        refused ->
                                assertThat(refused.reason()).isEqualTo("TOO_FEW_REVIEWED_PROGRAMS"))
                .satisfies(refused -> assertThat(refused.violations()).hasSize(2));
    }

    @Test
    void aProgrammeWithoutAnAlternativeSaysNothing() {
        List<Told> told = programs(40);
        Calibration calibration = calibration(SHIPPED, SHIPPED);
        calibration.add(told);
        var nothingElse =
                new Reviewed(
                        "alone", "Alone", nothingOpenButSelfPaced(), Workflow.ASYNCHRONOUS, true);

        calibration.add(List.of(nothingElse));

        assertThat(calibration.leftOutCounts())
                .containsExactly(Map.entry(LeftOut.Reason.NO_ALTERNATIVE, 1));
        assertThat(calibration.leftOut()).extracting(LeftOut::program).containsExactly("alone");
        assertThat(calibration.propose()).isEqualTo(propose(SHIPPED, told));
    }

    @Test
    void whatThePlatformDoesNotHaveAndWhatPeopleSetStays() {
        ModelText ours =
                with(
                        SHIPPED,
                        each ->
                                each.id().equals("dispersed-audience")
                                        ? with(each, new Points(-180, 200, -20))
                                        : each);
        var criteria = new ArrayList<>(ours.criteria());
        Criterion own = SHIPPED.criteria().getFirst();
        criteria.add(
                new Criterion(
                        "our-own",
                        own.step(),
                        "derived.people >= 0.0",
                        new Points(0, 50, 0),
                        own.reason(),
                        Map.of(),
                        own.source()));
        ours = with(ours, criteria, 250);

        Proposal proposal = propose(ours, programs(40));

        Change set = change(proposal, "dispersed-audience");
        assertThat(set.standing()).isEqualTo(Standing.SET_BY_HAND);
        assertThat(set.pointsAfter()).isEqualTo(new Points(-180, 200, -20));
        Change other = change(proposal, "our-own");
        assertThat(other.standing()).isEqualTo(Standing.NOT_IN_TOWARDS);
        assertThat(other.pointsAfter()).isEqualTo(new Points(0, 50, 0));
        assertThat(proposal.unchanged()).isFalse();

        // A version of the tenant's own is what they are held to once somebody names it.
        Calibration towardsOurs = calibration(ours, ours);
        towardsOurs.add(programs(40));
        assertThat(towardsOurs.propose().changes())
                .extracting(Change::standing)
                .containsOnly(Standing.CALIBRATED);
    }

    @Test
    void aModelThatIsCertainOrHasNothingInCommonIsNotCalibrated() {
        assertThatExceptionOfType(CalibrationException.NothingToCalibrate.class)
                .isThrownBy(() -> calibration(with(SHIPPED, SHIPPED.criteria(), 0), SHIPPED))
                .withMessageContaining("decisionModels/ours/versions/1")
                .withMessageContaining("weight_uncertainty_permille above 0");
        ModelText nothingInCommon =
                with(
                        SHIPPED,
                        each ->
                                new Criterion(
                                        each.id(),
                                        each.step(),
                                        "derived.people >= 7.0",
                                        each.points(),
                                        each.reason(),
                                        each.mitigations(),
                                        each.source()));
        assertThatExceptionOfType(CalibrationException.NothingToCalibrate.class)
                .isThrownBy(() -> calibration(SHIPPED, nothingInCommon))
                .withMessageContaining("the same id and expression")
                .satisfies(
                        refused -> assertThat(refused.reason()).isEqualTo("NOTHING_TO_CALIBRATE"));
    }

    @Test
    void theLessIsUncertainTheLessIsProposed() {
        Proposal loose = propose(with(SHIPPED, SHIPPED.criteria(), 500), programs(40));
        Proposal firm = propose(with(SHIPPED, SHIPPED.criteria(), 50), programs(40));

        assertThat(change(firm, "dispersed-audience").after()).isBetween(1001, 1050);
        assertThat(change(loose, "dispersed-audience").after())
                .isGreaterThan(change(firm, "dispersed-audience").after());
    }

    private Proposal propose(ModelText model, List<Told> told) {
        Calibration calibration = calibration(model, SHIPPED);
        calibration.add(told);
        return calibration.propose();
    }

    private Calibration calibration(ModelText model, ModelText towards) {
        return Calibration.of(OURS, model, towards, models.compile(), answers);
    }

    private static Change change(Proposal proposal, String criterion) {
        return proposal.changes().stream()
                .filter(each -> each.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    /** Half of them live and missed their targets, half of them self-paced and reached them. */
    private static List<Told> programs(int number) {
        var told = new ArrayList<Told>();
        for (int i = 0; i < number; i++) {
            told.add(i % 2 == 0 ? live(i, false) : selfPaced(i, true));
        }
        return told;
    }

    private static Reviewed live(int i, boolean reached) {
        return new Reviewed(
                "p" + i,
                "P" + i,
                BriefFixture.coaching().with("audience.size", 8 + i % 7).build(),
                Workflow.SYNCHRONOUS,
                reached);
    }

    private static Reviewed selfPaced(int i, boolean reached) {
        return new Reviewed(
                "p" + i,
                "P" + i,
                BriefFixture.brief()
                        .with("audience.size", 60)
                        .with("audience.time_zones", 12)
                        .with("audience.offset_spread_hours", 11)
                        .with("content.self_contained", true)
                        .build(),
                Workflow.ASYNCHRONOUS,
                reached);
    }

    private static Brief nothingOpenButSelfPaced() {
        return BriefFixture.brief()
                .with("objective.type", "KNOWLEDGE")
                .with("audience.size", 5000)
                .with("audience.bandwidth", "POOR")
                .with("audience.schedules", "CANNOT_COMMIT")
                .with("resources.facilitators", "NONE")
                .build();
    }

    private static ModelText with(ModelText model, UnaryOperator<Criterion> change) {
        return with(
                model, model.criteria().stream().map(change).toList(), model.weightUncertainty());
    }

    private static ModelText with(ModelText model, List<Criterion> criteria, int uncertainty) {
        return new ModelText(
                model.displayName(),
                model.facts(),
                criteria,
                model.rules(),
                model.nearTiePoints(),
                uncertainty,
                model.guide());
    }

    private static Criterion with(Criterion criterion, Points points) {
        return new Criterion(
                criterion.id(),
                criterion.step(),
                criterion.expression(),
                points,
                criterion.reason(),
                criterion.mitigations(),
                criterion.source());
    }
}
