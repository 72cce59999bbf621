package io.syncopate.assessment.backtest.grpc;

import static io.syncopate.testkit.scope.Whose.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.review.Signal;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.LeftOut.Reason;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.Standing;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.Weight;
import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.GetDecisionModelRequest;
import io.syncopate.proto.assessment.v1.UpdateDecisionModelRequest;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** What reviewed programmes propose, over the contract. */
@OnStore
@SuppressWarnings("NullAway.Init")
class CalibrationContractIT {

    private static final String SHIPPED = "decisionModels/learning-guide";
    private static final String OURS = "decisionModels/ours";
    private static final Map<Signal, Double> WORKFLOW = Map.of(Signal.MIX_RATING, 2.0);

    private CalibrationServer server;

    @BeforeEach
    void start(TestStore store) throws Exception {
        server = new CalibrationServer(store);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProposalIsShownAndChangesNothingUntilSomebodyTakesIt() throws Exception {
        reviewedPrograms(Callers.ann(), 40);
        DecisionModel before = create();

        CalibrateDecisionModelResponse result = result(calibrate(Callers.ann(), request(OURS)));

        assertThat(result.getDecisionModel()).isEqualTo(OURS + "/versions/1");
        assertThat(result.getTowards()).isEqualTo(SHIPPED + "/versions/1");
        assertThat(result.getUnchanged()).isFalse();
        assertThat(result.getEvidence().getPrograms()).isEqualTo(40);
        assertThat(result.getEvidence().getReached()).isEqualTo(20);
        assertThat(result.getEvidence().getMissed()).isEqualTo(20);
        assertThat(result.getEvidence().getProgramsNeeded()).isEqualTo(30);
        assertThat(result.getEvidence().getEachNeeded()).isEqualTo(5);
        assertThat(result.getEvidence().getUncertaintyPermille()).isEqualTo(250);
        assertThat(result.getEvidence().getPointsPerEFold()).isEqualTo(400);
        assertThat(result.getHeldOut().getLossAfter())
                .isPositive()
                .isLessThan(result.getHeldOut().getLossBefore());
        assertThat(result.getHeldOut().getBetter()).isTrue();
        assertThat(result.getWeightsList()).hasSameSizeAs(before.getCriteriaList());
        Weight dispersed = weight(result, "dispersed-audience");
        assertThat(dispersed.getStanding()).isEqualTo(Standing.CALIBRATED);
        assertThat(dispersed.getBeforePermille()).isEqualTo(1000);
        assertThat(dispersed.getAfterPermille()).isBetween(1001, 1250);
        assertThat(dispersed.getPrograms()).isEqualTo(20);
        assertThat(dispersed.getForReached()).isEqualTo(20);
        assertThat(dispersed.getAfter().getSynchronous())
                .isLessThan(dispersed.getBefore().getSynchronous());
        assertThat(dispersed.getText())
                .contains("20 programs spoke", "20 reached their targets and 0 missed them");
        assertThat(result.getBacktest().getPrograms()).isEqualTo(40);
        assertThat(result.getBacktest().getUnsaved()).isTrue();
        assertThat(result.getBacktest().getOutcomes().getPrograms()).isEqualTo(40);
        assertThat(result.getBacktest().getDecisionModelHash())
                .isEqualTo(result.getProposalHash())
                .isNotEqualTo(before.getHash());

        // Nothing happened to the model.
        assertThat(get()).isEqualTo(before);
        assertThat(get().getIsDefault()).isFalse();

        // A person takes it as it is; the next calibration then has nothing to say.
        DecisionModel taken = update(result.getProposal());
        assertThat(taken.getVersion()).isEqualTo(2);
        assertThat(taken.getDisplayName()).isEqualTo("Ours");
        assertThat(taken.getCriteriaList()).isEqualTo(result.getProposal().getCriteriaList());
        CalibrateDecisionModelResponse again = result(calibrate(Callers.ann(), request(OURS)));
        assertThat(again.getUnchanged()).isTrue();
        assertThat(again.getBacktest().getUnsaved()).isFalse();
        assertThat(again.getProposalHash()).isEqualTo(taken.getHash());

        // Who was slower than somebody else is refused.
        assertThatThrownBy(() -> update(result.getProposal())).hasMessageContaining("ABORTED");
    }

    @Test
    void theModelOfThePlatformGivesAModelOfOnesOwn() throws Exception {
        reviewedPrograms(Callers.ann(), 40);
        CalibrateDecisionModelResponse result = result(calibrate(Callers.ann(), request(SHIPPED)));
        assertThat(result.getProposal().getEtag()).isEmpty();

        DecisionModel made =
                server.models(Callers.ann())
                        .createDecisionModel(
                                CreateDecisionModelRequest.newBuilder()
                                        .setDecisionModelId("calibrated")
                                        .setDecisionModel(
                                                result.getProposal().toBuilder()
                                                        .setDisplayName("Calibrated"))
                                        .setRequestId(server.request())
                                        .build());

        assertThat(made.getCriteriaList()).isEqualTo(result.getProposal().getCriteriaList());
        assertThat(made.getIsDefault()).isFalse();
    }

    @Test
    void programsThatSayNothingAreNamedWithTheReason() throws Exception {
        reviewedPrograms(Callers.ann(), 30);
        server.ran(Callers.ann(), "not-reviewed", live(0), 90, Map.of());
        server.ran(Callers.ann(), "content", live(0), 40, Map.of(Signal.CONTENT_RATING, 2.0));
        server.reviewed("content");
        server.ran(
                Callers.ann(),
                "both",
                live(0),
                40,
                Map.of(Signal.CONTENT_RATING, 2.0, Signal.MIX_RATING, 2.0));
        server.reviewed("both");
        server.ran(Callers.ann(), "unknown", live(0), 40, Map.of());
        server.reviewed("unknown");
        server.ran(Callers.ann(), "switched", live(0), 90, Map.of());
        server.switched("switched");
        server.ran(Callers.ann(), "alone", nothingOpenButSelfPaced(), 90, Map.of());
        server.reviewed("alone");

        CalibrateDecisionModelResponse result = result(calibrate(Callers.ann(), request(SHIPPED)));

        assertThat(result.getEvidence().getPrograms()).isEqualTo(30);
        assertThat(result.getEvidence().getLeftOutList())
                .extracting(each -> each.getProgram(), each -> each.getReason())
                .containsExactlyInAnyOrder(
                        tuple("programs/not-reviewed", Reason.NOT_REVIEWED),
                        tuple("programs/content", Reason.OTHER_CAUSE),
                        tuple("programs/both", Reason.OTHER_CAUSE),
                        tuple("programs/unknown", Reason.CAUSE_NOT_KNOWN),
                        tuple("programs/switched", Reason.SWITCHED),
                        tuple("programs/alone", Reason.NO_ALTERNATIVE));
        assertThat(result.getEvidence().getLeftOutCountsList())
                .extracting(each -> each.getReason(), each -> each.getPrograms())
                .contains(tuple(Reason.OTHER_CAUSE, 2), tuple(Reason.NOT_REVIEWED, 1));
    }

    @Test
    void looksAtWhatTheCallerReachesAndRefusesTooLittle() throws Exception {
        reviewedPrograms(Callers.ann(), 60);
        Caller mia = member("mia", Scope.OWN, "ops");
        for (int i = 0; i < 4; i++) {
            server.ran(mia, "mias-" + i, live(i), 90, Map.of());
            server.reviewed("mias-" + i);
        }

        Operation refused = calibrate(mia, request(SHIPPED));

        assertThat(refused.hasError()).isTrue();
        assertThat(refused.getError().toString())
                .contains("TOO_FEW_REVIEWED_PROGRAMS")
                .contains("reviewed programs has 4: expected at least 30")
                .contains("has 0: expected at least 5");
        assertThat(result(calibrate(Callers.ann(), request(SHIPPED))).getEvidence().getPrograms())
                .isEqualTo(64);
    }

    @Test
    void refusesWhatCannotBeCalibratedOrDoesNotExist() {
        create();
        update(DecisionModel.newBuilder().setName(OURS).setNearTiePoints(40).build());
        certain();
        assertThatThrownBy(() -> calibrate(Callers.ann(), request(OURS)))
                .hasMessageContaining("FAILED_PRECONDITION")
                .hasMessageContaining("weight_uncertainty_permille above 0");
        assertThatThrownBy(() -> calibrate(Callers.ann(), request("decisionModels/nobodys")))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> calibrate(Callers.ann(), request(SHIPPED).setVersion(9)))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(
                        () ->
                                calibrate(
                                        Callers.ann(),
                                        request(SHIPPED).setTowards("decisionModels/nobodys")))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> calibrate(Callers.ann(), request(SHIPPED).setTowards("elsewhere")))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("towards");
    }

    private void certain() {
        server.models(Callers.ann())
                .updateDecisionModel(
                        UpdateDecisionModelRequest.newBuilder()
                                .setDecisionModel(DecisionModel.newBuilder().setName(OURS))
                                .setUpdateMask(
                                        com.google.protobuf.FieldMask.newBuilder()
                                                .addPaths("weight_uncertainty_permille"))
                                .setRequestId(server.request())
                                .build());
    }

    /** Half of them live and missed their targets for it, half of them self-paced and reached them. */
    private void reviewedPrograms(Caller by, int number) {
        for (int i = 0; i < number; i++) {
            if (i % 2 == 0) {
                server.ran(by, "p" + i, live(i), 40, WORKFLOW);
            } else {
                server.ran(by, "p" + i, selfPaced(i), 90, Map.of());
            }
            server.reviewed("p" + i);
        }
    }

    private static Brief live(int i) {
        return BriefFixture.coaching().with("audience.size", 8 + i % 7).build();
    }

    private static Brief selfPaced(int i) {
        return BriefFixture.brief()
                .with("audience.size", 60 + i % 5)
                .with("audience.time_zones", 12)
                .with("audience.offset_spread_hours", 11)
                .with("content.self_contained", true)
                .build();
    }

    private static Brief nothingOpenButSelfPaced() {
        return BriefFixture.brief()
                .with("audience.size", 60)
                .with("content.self_contained", true)
                .with("resources.facilitators", "NONE")
                .build();
    }

    private DecisionModel create() {
        return server.models(Callers.ann())
                .createDecisionModel(
                        CreateDecisionModelRequest.newBuilder()
                                .setDecisionModelId("ours")
                                .setSource(SHIPPED)
                                .setDecisionModel(DecisionModel.newBuilder().setDisplayName("Ours"))
                                .setRequestId(server.request())
                                .build());
    }

    private DecisionModel get() {
        return server.models(Callers.ann())
                .getDecisionModel(GetDecisionModelRequest.newBuilder().setName(OURS).build());
    }

    private DecisionModel update(DecisionModel model) {
        return server.models(Callers.ann())
                .updateDecisionModel(
                        UpdateDecisionModelRequest.newBuilder()
                                .setDecisionModel(model)
                                .setRequestId(server.request())
                                .build());
    }

    private static CalibrateDecisionModelRequest.Builder request(String model) {
        return CalibrateDecisionModelRequest.newBuilder().setName(model);
    }

    private Operation calibrate(Caller by, CalibrateDecisionModelRequest.Builder request) {
        var once = request.setRequestId(server.request()).build();
        // A repeat is the same operation, and waits for it again.
        return Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> server.calibrations(by).calibrateDecisionModel(once),
                        Operation::getDone);
    }

    private static CalibrateDecisionModelResponse result(Operation operation) throws Exception {
        assertThat(operation.hasError()).as(operation.toString()).isFalse();
        return operation.getResponse().unpack(CalibrateDecisionModelResponse.class);
    }

    private static Weight weight(CalibrateDecisionModelResponse result, String criterion) {
        return result.getWeightsList().stream()
                .filter(each -> each.getCriterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }
}
