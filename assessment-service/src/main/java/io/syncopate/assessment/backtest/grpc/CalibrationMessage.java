package io.syncopate.assessment.backtest.grpc;

import io.syncopate.assessment.backtest.grpc.CalibrationCandidate.Candidate;
import io.syncopate.assessment.calibration.Calibration;
import io.syncopate.assessment.calibration.Change;
import io.syncopate.assessment.calibration.Proposal;
import io.syncopate.assessment.calibration.Told.LeftOut;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.shared.grpc.ModelMessages;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.Evidence;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.HeldOut;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.LeftOutCount;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.Points;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.Standing;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelResponse.Weight;

import java.util.Optional;

/** A proposal as the contract shows it. */
record CalibrationMessage(Candidate candidate, Proposal proposal, Calibration calibration) {

    /**
     * @param proposed the model as it would be
     * @param etag of the model, where the proposal can take the place of its current version
     * @param more whether there are more programmes than were looked at
     */
    CalibrateDecisionModelResponse.Builder write(
            DecisionModel proposed, Optional<String> etag, boolean more) {
        var message =
                CalibrateDecisionModelResponse.newBuilder()
                        .setDecisionModel(candidate.version().toString())
                        .setTowards(candidate.towards().toString())
                        .setProposal(draft(proposed, etag))
                        .setProposalHash(proposed.hash())
                        .setUnchanged(proposal.unchanged())
                        .setEvidence(evidence(more))
                        .setHeldOut(
                                HeldOut.newBuilder()
                                        .setLossBefore(proposal.heldOut().lossBefore())
                                        .setLossAfter(proposal.heldOut().lossAfter())
                                        .setBetter(proposal.heldOut().better()));
        proposal.changes().forEach(change -> message.addWeights(weight(change)));
        return message;
    }

    /** All that somebody could have written, so that an update or a create takes it as it is. */
    private static io.syncopate.proto.assessment.v1.DecisionModel draft(
            DecisionModel proposed, Optional<String> etag) {
        var draft =
                ModelMessages.write(proposed)
                        .setName("decisionModels/" + proposed.id())
                        .clearVersion()
                        .clearHash();
        etag.ifPresent(draft::setEtag);
        return draft.build();
    }

    private static Weight weight(Change change) {
        return Weight.newBuilder()
                .setCriterion(change.criterion())
                .setStanding(Standing.valueOf(change.standing().name()))
                .setBeforePermille(change.before())
                .setAfterPermille(change.after())
                .setBefore(points(change.pointsBefore()))
                .setAfter(points(change.pointsAfter()))
                .setPrograms(change.votes().programs())
                .setForReached(change.votes().forReached())
                .setForMissed(change.votes().forMissed())
                .setAgainstReached(change.votes().againstReached())
                .setAgainstMissed(change.votes().againstMissed())
                .setText(change.text())
                .build();
    }

    private static Points points(ModelText.Points points) {
        return Points.newBuilder()
                .setSynchronous(points.synchronous())
                .setAsynchronous(points.asynchronous())
                .setBlended(points.blended())
                .build();
    }

    private Evidence evidence(boolean more) {
        var evidence =
                Evidence.newBuilder()
                        .setPrograms(proposal.reached() + proposal.missed())
                        .setReached(proposal.reached())
                        .setMissed(proposal.missed())
                        .setProgramsNeeded(Calibration.NEEDED)
                        .setEachNeeded(Calibration.EACH_NEEDED)
                        .setMorePrograms(more)
                        .setUncertaintyPermille(candidate.text().weightUncertainty())
                        .setPointsPerEFold(proposal.scale());
        calibration
                .leftOutCounts()
                .forEach(
                        (reason, programs) ->
                                evidence.addLeftOutCounts(
                                        LeftOutCount.newBuilder()
                                                .setReason(reason(reason))
                                                .setPrograms(programs)));
        calibration
                .leftOut()
                .forEach(
                        each ->
                                evidence.addLeftOut(
                                        CalibrateDecisionModelResponse.LeftOut.newBuilder()
                                                .setProgram("programs/" + each.program())
                                                .setDisplayName(
                                                        Violation.shortened(each.displayName()))
                                                .setReason(reason(each.reason()))));
        return evidence.build();
    }

    private static CalibrateDecisionModelResponse.LeftOut.Reason reason(LeftOut.Reason reason) {
        return CalibrateDecisionModelResponse.LeftOut.Reason.valueOf(reason.name());
    }
}
