package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.shared.grpc.Protos.workflow;

import io.syncopate.proto.assessment.v1.Stability;

/** How firm an answer is, as the contract shows it. */
final class StabilityMapper {

    private StabilityMapper() {}

    static Stability write(io.syncopate.assessment.scoring.Stability stability) {
        var message =
                Stability.newBuilder()
                        .setTolerancePermille(stability.tolerance())
                        .setWeightUncertaintyPermille(stability.uncertainty())
                        .setDraws(stability.draws())
                        .setSearchedFacts(stability.searched());
        stability
                .acceptability()
                .forEach(
                        (each, draws) ->
                                message.addAcceptabilityBuilder()
                                        .setWorkflow(workflow(each))
                                        .setDraws(draws));
        stability.intervals().forEach(each -> message.addWeightIntervals(interval(each)));
        stability.flips().forEach(each -> message.addFlips(flip(each)));
        return message.build();
    }

    private static Stability.WeightInterval interval(
            io.syncopate.assessment.scoring.WeightInterval interval) {
        var message =
                Stability.WeightInterval.newBuilder()
                        .setCriterion(interval.criterion())
                        .setFromPermille(interval.from());
        interval.to().ifPresent(message::setToPermille);
        interval.below().ifPresent(each -> message.setBelow(workflow(each)));
        interval.above().ifPresent(each -> message.setAbove(workflow(each)));
        return message.build();
    }

    private static Stability.Flip flip(io.syncopate.assessment.scoring.Flip flip) {
        var message =
                Stability.Flip.newBuilder()
                        .setBecomes(workflow(flip.becomes()))
                        .setText(flip.text());
        flip.changes()
                .forEach(
                        change ->
                                message.addChangesBuilder()
                                        .setFact(change.path())
                                        .setQuestion(change.question())
                                        .setFrom(change.from().orElse(""))
                                        .setTo(change.to()));
        return message.build();
    }
}
