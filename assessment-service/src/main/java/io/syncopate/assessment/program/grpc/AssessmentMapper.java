package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.shared.grpc.Protos.score;
import static io.syncopate.assessment.shared.grpc.Protos.secondary;
import static io.syncopate.assessment.shared.grpc.Protos.source;
import static io.syncopate.assessment.shared.grpc.Protos.workflow;

import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Aspect;
import io.syncopate.assessment.program.Assessment;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.Receipt;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.ComparisonRow;
import io.syncopate.proto.assessment.v1.Confidence;
import io.syncopate.proto.assessment.v1.Contribution;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Guidance;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.TraceStep;

import java.util.List;

/** Answers as the contract shows them. */
final class AssessmentMapper {

    private AssessmentMapper() {}

    static io.syncopate.proto.assessment.v1.Assessment write(Versioned<Assessment> stored) {
        Assessment assessment = stored.value();
        return answer(assessment.answer())
                .setName(Names.assessment(assessment.program(), Names.lastIn(stored.id())))
                .setBrief(BriefMapper.write(assessment.brief()))
                .setProgramEtag(assessment.programEtag())
                .setCreateTime(Protos.timestamp(stored.createTime()))
                .setEtag(stored.etag())
                .build();
    }

    /** An answer that is not stored. */
    static io.syncopate.proto.assessment.v1.Assessment.Builder answer(Answer answer) {
        var message =
                io.syncopate.proto.assessment.v1.Assessment.newBuilder()
                        .setDecisionModel(Names.decisionModel(answer.model().id()))
                        .setDecisionModelVersion(answer.model().version())
                        .setRecommended(workflow(answer.recommended()))
                        .setBestFit(workflow(answer.bestFit()))
                        .setSummary(answer.summary())
                        .setMargin(answer.margin())
                        .setNearTie(answer.nearTie())
                        .setSecondaryComponent(secondary(answer.secondary()))
                        .setConfidence(confidence(answer.confidence()))
                        .setGuidance(
                                Guidance.newBuilder()
                                        .setAsOf(answer.guidance().asOf())
                                        .setNotice(answer.guidance().notice()))
                        .setReceipt(receipt(answer.receipt()));
        answer.stability().map(StabilityMapper::write).ifPresent(message::setStability);
        answer.runnerUp().ifPresent(other -> message.setFeasibleRunnerUp(workflow(other)));
        answer.scores().forEach(score -> message.addScores(score(score)));
        answer.contributions().forEach(each -> message.addContributions(contribution(each)));
        answer.gaps().forEach(gap -> message.addGaps(gap(gap)));
        answer.trace().forEach(step -> message.addTrace(step(step)));
        answer.comparison().forEach(aspect -> message.addComparison(row(aspect)));
        answer.journey().forEach(item -> message.addJourney(JourneyMapper.item(item)));
        answer.way().load().forEach(load -> message.addWeeklyLoad(JourneyMapper.load(load)));
        return message.addAllFriction(points(answer.advice(Advice.Kind.FRICTION)))
                .addAllBenefits(points(answer.advice(Advice.Kind.BENEFIT)))
                .addAllRisks(points(answer.advice(Advice.Kind.RISK)))
                .addAllMitigations(points(answer.advice(Advice.Kind.MITIGATION)))
                .addAllMustHaves(points(answer.advice(Advice.Kind.MUST_HAVE)))
                .addAllWarnings(points(answer.advice(Advice.Kind.WARNING)));
    }

    static ComparisonRow row(Aspect aspect) {
        return ComparisonRow.newBuilder()
                .setAspect(ComparisonRow.Aspect.valueOf(aspect.id()))
                .setTitle(aspect.title())
                .setSynchronous(aspect.synchronous())
                .setAsynchronous(aspect.asynchronous())
                .setBlended(aspect.blended())
                .addAllMostFirst(aspect.mostFirst().stream().map(Protos::workflow).toList())
                .build();
    }

    private static Contribution contribution(
            io.syncopate.assessment.scoring.Contribution contribution) {
        return Contribution.newBuilder()
                .setCriterion(contribution.criterion())
                .setStep(contribution.step().number())
                .setDegreePermille(contribution.degree())
                .setSynchronous(contribution.points().synchronous())
                .setAsynchronous(contribution.points().asynchronous())
                .setBlended(contribution.points().blended())
                .setReason(contribution.reason())
                .addAllFacts(contribution.facts())
                .setSource(source(contribution.source()))
                .build();
    }

    private static FeasibilityGap gap(io.syncopate.assessment.scoring.Gap gap) {
        return FeasibilityGap.newBuilder()
                .setRule(gap.rule())
                .setBlocks(workflow(gap.workflow()))
                .setMissing(gap.missing())
                .setRemedy(gap.closing())
                .setSource(source(gap.source()))
                .setSeverity(FeasibilityGap.Severity.valueOf(gap.severity().name()))
                .build();
    }

    private static TraceStep step(io.syncopate.assessment.scoring.TraceStep step) {
        var message =
                TraceStep.newBuilder()
                        .setNumber(step.step().number())
                        .setTitle(step.step().title())
                        .addAllFindings(step.findings());
        step.remaining().forEach(workflow -> message.addRemaining(workflow(workflow)));
        step.closed()
                .forEach(
                        closed ->
                                message.addClosed(
                                        TraceStep.Closed.newBuilder()
                                                .setWorkflow(workflow(closed.workflow()))
                                                .setReason(closed.reason())));
        return message.build();
    }

    private static Confidence confidence(io.syncopate.assessment.scoring.Confidence confidence) {
        var message = Confidence.newBuilder().setPercent(confidence.percent());
        confidence
                .missing()
                .forEach(
                        fact ->
                                message.addMissing(
                                        Confidence.MissingFact.newBuilder()
                                                .setFact(fact.path())
                                                .setQuestion(fact.question())
                                                .setWeightPercent(fact.weightPercent())));
        return message.build();
    }

    static List<Point> points(List<io.syncopate.assessment.scoring.Point> points) {
        return points.stream()
                .map(
                        point ->
                                Point.newBuilder()
                                        .setId(point.id())
                                        .setText(point.text())
                                        .addAllAnswers(point.answers())
                                        .setSource(source(point.source()))
                                        .build())
                .toList();
    }

    private static io.syncopate.proto.assessment.v1.Receipt receipt(Receipt receipt) {
        var message =
                io.syncopate.proto.assessment.v1.Receipt.newBuilder()
                        .setInputHash(receipt.inputHash())
                        .setModelHash(receipt.modelHash())
                        .setTzDatabaseVersion(receipt.tzDatabaseVersion())
                        .setSeed(receipt.seed());
        receipt.offsetSeconds()
                .forEach(
                        (zone, seconds) ->
                                message.addOffsetsBuilder()
                                        .setZone(zone)
                                        .setOffsetSeconds(seconds));
        return message.build();
    }
}
