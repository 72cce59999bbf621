package io.syncopate.assessment.backtest.grpc;

import static io.syncopate.assessment.shared.grpc.Protos.workflow;

import io.syncopate.assessment.backtest.Backtest;
import io.syncopate.assessment.backtest.PastAnswer;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.kernel.RefusedException.Violation;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.ChangedProgram;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.GapChange;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.OfWorkflow;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.OutcomeAgreement;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.ScoreChange;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.Transition;

/** Back-tests as the contract shows them. */
final class BacktestMapper {

    private BacktestMapper() {}

    /**
     * @param version that was tried, or that the model starts from
     */
    static BacktestDecisionModelResponse.Builder write(Backtest backtest, ModelName version) {
        var message =
                BacktestDecisionModelResponse.newBuilder()
                        .setDecisionModel(version.toString())
                        .setDecisionModelHash(backtest.model().hash())
                        .setPrograms(backtest.programs())
                        .setChanged(backtest.changedPrograms())
                        .setNearTiesGained(backtest.nearTiesGained())
                        .setNearTiesLost(backtest.nearTiesLost())
                        .setOutcomes(outcomes(backtest));
        backtest.transitions()
                .forEach(
                        (transition, programs) ->
                                message.addTransitions(
                                        Transition.newBuilder()
                                                .setBefore(workflow(transition.before()))
                                                .setAfter(workflow(transition.after()))
                                                .setPrograms(programs)));
        backtest.gaps()
                .forEach(
                        gap ->
                                message.addGaps(
                                        GapChange.newBuilder()
                                                .setRule(gap.getKey().rule())
                                                .setBlocks(workflow(gap.getKey().workflow()))
                                                .setGained(gap.getValue().gained())
                                                .setLost(gap.getValue().lost())));
        backtest.changed().forEach(each -> message.addChangedPrograms(changed(each)));
        return message;
    }

    private static ChangedProgram changed(Backtest.Changed changed) {
        PastAnswer past = changed.past();
        Answer before = past.assessment().answer();
        Answer after = changed.after();
        var message =
                ChangedProgram.newBuilder()
                        .setProgram("programs/" + past.program())
                        .setDisplayName(Violation.shortened(past.displayName()))
                        .setAssessment(
                                "programs/%s/assessments/%s"
                                        .formatted(past.program(), past.assessmentId()))
                        .setBefore(workflow(before.recommended()))
                        .setAfter(workflow(after.recommended()))
                        .setNearTieBefore(before.nearTie())
                        .setNearTieAfter(after.nearTie());
        for (Workflow workflow : Workflow.values()) {
            message.addScores(
                    ScoreChange.newBuilder()
                            .setWorkflow(workflow(workflow))
                            .setBefore(Backtest.points(before, workflow))
                            .setAfter(Backtest.points(after, workflow)));
        }
        return message.build();
    }

    private static OutcomeAgreement outcomes(Backtest backtest) {
        var message =
                OutcomeAgreement.newBuilder()
                        .setPrograms(backtest.measured())
                        .setAgreeBefore(backtest.agreeBefore())
                        .setAgreeAfter(backtest.agreeAfter());
        backtest.came()
                .forEach(
                        (workflow, came) ->
                                message.addWorkflows(
                                        OfWorkflow.newBuilder()
                                                .setWorkflow(workflow(workflow))
                                                .setReached(came.reached())
                                                .setReachedKept(came.reachedKept())
                                                .setMissed(came.missed())
                                                .setMissedKept(came.missedKept())));
        return message.build();
    }
}
