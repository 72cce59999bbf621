package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.program.Compared;
import io.syncopate.assessment.program.Review;
import io.syncopate.assessment.program.ReviewPlan;
import io.syncopate.assessment.program.SuccessMetric.Baseline;
import io.syncopate.assessment.program.WorkflowSwitch;
import io.syncopate.assessment.review.Diagnosis;
import io.syncopate.assessment.review.Goal;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.proto.assessment.v1.CauseFinding;
import io.syncopate.proto.assessment.v1.Interval;
import io.syncopate.proto.assessment.v1.MetricComparison;
import io.syncopate.proto.assessment.v1.SuccessMetric;

/** Reviews, and what follows from them, as the contract shows them. */
final class ReviewMapper {

    private ReviewMapper() {}

    static io.syncopate.proto.assessment.v1.Review write(String program, Review review) {
        var message =
                io.syncopate.proto.assessment.v1.Review.newBuilder()
                        .setOutcome(Names.outcome(program, review.outcome()))
                        .addAllAdvice(review.advice());
        review.earlier().forEach(id -> message.addEarlierOutcomes(Names.outcome(program, id)));
        review.comparisons().forEach(each -> message.addComparisons(comparison(each)));
        review.diagnosis()
                .ifPresent(
                        diagnosis ->
                                diagnosis
                                        .findings()
                                        .forEach(each -> message.addDiagnosis(cause(each))));
        return message.build();
    }

    static io.syncopate.proto.assessment.v1.ReviewPlan plan(String program, ReviewPlan plan) {
        var message =
                io.syncopate.proto.assessment.v1.ReviewPlan.newBuilder()
                        .setDueDate(plan.due().toString());
        plan.last()
                .ifPresent(
                        held ->
                                message.setLastOutcome(Names.outcome(program, held.outcome()))
                                        .setConclusion(held.conclusion())
                                        .setLastTime(Protos.timestamp(held.time())));
        return message.build();
    }

    static io.syncopate.proto.assessment.v1.WorkflowSwitch made(
            String program, WorkflowSwitch made) {
        var explanation = made.explanation();
        return io.syncopate.proto.assessment.v1.WorkflowSwitch.newBuilder()
                .setFromAssessment(Names.assessment(program, made.from()))
                .setToAssessment(Names.assessment(program, made.to()))
                .setReason(explanation.reason())
                .setCommunication(explanation.communication())
                .setDeadlines(explanation.deadlines())
                .setInteraction(explanation.interaction())
                .addAllDisruption(made.disruption())
                .setTime(Protos.timestamp(made.time()))
                .build();
    }

    private static MetricComparison comparison(Compared compared) {
        var metric = compared.metric();
        var message =
                MetricComparison.newBuilder()
                        .setMetric(SuccessMetric.Metric.valueOf(metric.metric().name()))
                        .setUnit(metric.unit())
                        .setTarget(metric.target())
                        .setVerdict(MetricComparison.Verdict.valueOf(compared.verdict().name()))
                        .addAllNotes(compared.notes());
        compared.measured()
                .ifPresent(
                        measured -> {
                            message.setValue(measured.value());
                            measured.interval()
                                    .map(ReviewMapper::interval)
                                    .ifPresent(message::setInterval);
                            metric.baseline()
                                    .map(Baseline::value)
                                    .ifPresent(
                                            known ->
                                                    message.setBaselineDifference(
                                                            measured.value() - known));
                        });
        compared.baseline().map(ReviewMapper::change).ifPresent(message::setBaselineChange);
        compared.earlier().map(ReviewMapper::earlier).ifPresent(message::setEarlier);
        return message.build();
    }

    private static MetricComparison.EarlierRuns earlier(Goal.Earlier earlier) {
        var message =
                MetricComparison.EarlierRuns.newBuilder()
                        .setValue(earlier.value())
                        .setRuns(earlier.runs())
                        .setDifference(earlier.difference())
                        .setChange(change(earlier.change()));
        earlier.interval().map(ReviewMapper::interval).ifPresent(message::setDifferenceInterval);
        return message.build();
    }

    private static MetricComparison.Change change(Goal.Change change) {
        return MetricComparison.Change.valueOf(change.name());
    }

    private static CauseFinding cause(Diagnosis.Finding finding) {
        var message =
                CauseFinding.newBuilder()
                        .setCause(CauseFinding.Cause.valueOf(finding.cause().name()))
                        .setLikelihood(CauseFinding.Likelihood.valueOf(finding.likelihood().name()))
                        .addAllSigns(finding.signs())
                        .addAllAgainst(finding.against())
                        .addAllToMeasure(finding.toMeasure());
        if (finding.likelihood() == Diagnosis.Likelihood.LIKELY) {
            message.setAdvice(finding.cause().advice());
        }
        return message.build();
    }

    private static Interval interval(io.syncopate.assessment.review.Interval interval) {
        return Interval.newBuilder().setLow(interval.low()).setHigh(interval.high()).build();
    }
}
