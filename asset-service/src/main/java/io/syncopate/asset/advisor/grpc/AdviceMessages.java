package io.syncopate.asset.advisor.grpc;

import io.syncopate.asset.advisor.Advice;
import io.syncopate.asset.advisor.Fact;
import io.syncopate.asset.advisor.Handoff;
import io.syncopate.asset.advisor.Obstacle;
import io.syncopate.asset.advisor.Practice;
import io.syncopate.asset.advisor.Statement;
import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.ProductionAdvice.Confidence;
import io.syncopate.proto.asset.v1.ProductionSituation.Tooling.Part;

/** An advice as the contract tells it. */
final class AdviceMessages {

    private AdviceMessages() {}

    static ProductionAdvice write(Advice advice) {
        var message =
                ProductionAdvice.newBuilder()
                        .setRecommended(Models.write(advice.recommended()))
                        .setBestFit(Models.write(advice.bestFit()))
                        .setFeasibleRunnerUp(Models.write(advice.runnerUp()))
                        .setSummary(advice.summary())
                        .setConfidence(confidence(advice))
                        .setGuidance(Models.GUIDANCE);
        advice.scores().forEach(score -> message.addScores(score(score)));
        advice.contributions().forEach(each -> message.addContributions(contribution(each)));
        advice.obstacles().forEach(obstacle -> message.addObstacles(obstacle(obstacle)));
        advice.practices().forEach(practice -> message.addPractices(practice(practice)));
        advice.exceptions().forEach(practice -> message.addExceptions(practice(practice)));
        advice.handoffs().forEach(handoff -> message.addHandoffs(handoff(handoff)));
        Handoff.TradeOff.ALL.forEach(both -> message.addTradeOffs(tradeOff(both)));
        advice.risks().forEach(risk -> message.addRisks(statement(risk)));
        advice.warnings().forEach(warning -> message.addWarnings(statement(warning)));
        advice.review().ifPresent(review -> message.setReview(review(review)));
        advice.precedents().forEach(each -> message.addPrecedents(statement(each)));
        advice.missingParts().forEach(part -> message.addMissingParts(Part.valueOf(part.name())));
        return message.build();
    }

    private static ProductionAdvice.Score score(Advice.Score score) {
        return ProductionAdvice.Score.newBuilder()
                .setModel(Models.write(score.model()))
                .setPoints(score.points())
                .setRank(score.rank())
                .setFeasible(score.feasible())
                .build();
    }

    private static ProductionAdvice.Contribution contribution(Advice.Contribution contribution) {
        return ProductionAdvice.Contribution.newBuilder()
                .setCriterion(contribution.criterion())
                .setA(contribution.a())
                .setB(contribution.b())
                .setC(contribution.c())
                .setReason(contribution.reason())
                .addAllFacts(contribution.facts())
                .setSource(contribution.source().toString())
                .build();
    }

    private static ProductionAdvice.Obstacle obstacle(Obstacle obstacle) {
        return ProductionAdvice.Obstacle.newBuilder()
                .setId(obstacle.id())
                .setModel(Models.write(obstacle.model()))
                .setSeverity(ProductionAdvice.Obstacle.Severity.valueOf(obstacle.severity().name()))
                .setMissing(obstacle.missing())
                .setRemedy(obstacle.remedy())
                .setSource(obstacle.source().toString())
                .build();
    }

    private static ProductionAdvice.Practice practice(Practice practice) {
        var message =
                ProductionAdvice.Practice.newBuilder()
                        .setKind(ProductionAdvice.Practice.Kind.valueOf(practice.kind().name()))
                        .setText(practice.text())
                        .setMinutes(practice.minutes())
                        .addAllDays(practice.days().stream().map(Enum::name).toList())
                        .setMandatory(practice.mandatory())
                        .setReason(practice.reason())
                        .setSource(practice.source().toString());
        practice.waitWithout().ifPresent(wait -> message.setWaitMinutes((int) wait.toMinutes()));
        return message.build();
    }

    private static ProductionAdvice.Handoff handoff(Handoff handoff) {
        return ProductionAdvice.Handoff.newBuilder()
                .setSubject(handoff.subject())
                .setMode(mode(handoff.mode()))
                .setMeeting(handoff.meeting())
                .setReason(handoff.reason())
                .setSource(handoff.source().toString())
                .build();
    }

    private static ProductionAdvice.TradeOff tradeOff(Handoff.TradeOff tradeOff) {
        return ProductionAdvice.TradeOff.newBuilder()
                .setMode(mode(tradeOff.mode()))
                .setGain(tradeOff.gain())
                .setCost(tradeOff.cost())
                .setSource(tradeOff.source().toString())
                .build();
    }

    private static ProductionAdvice.Handoff.Mode mode(Handoff.Mode mode) {
        return switch (mode) {
            case SYNC_REQUIRED -> ProductionAdvice.Handoff.Mode.SYNC_REQUIRED;
            case ASYNC_POSSIBLE -> ProductionAdvice.Handoff.Mode.ASYNC_POSSIBLE;
        };
    }

    private static ProductionAdvice.Statement statement(Statement statement) {
        return ProductionAdvice.Statement.newBuilder()
                .setId(statement.id())
                .setText(statement.text())
                .setMitigation(statement.mitigation())
                .setSource(statement.source().toString())
                .build();
    }

    private static ProductionAdvice.Review review(Advice.Review review) {
        return ProductionAdvice.Review.newBuilder()
                .setFirstAfterDays(review.firstAfterDays())
                .setEveryDays(review.everyDays())
                .addAllQuestions(review.questions())
                .setSource(review.source().toString())
                .build();
    }

    private static Confidence confidence(Advice advice) {
        return Confidence.newBuilder()
                .setPercent(advice.confidencePercent())
                .addAllMissing(advice.missingFacts().stream().map(AdviceMessages::missing).toList())
                .build();
    }

    private static Confidence.MissingFact missing(Fact fact) {
        return Confidence.MissingFact.newBuilder()
                .setFact(fact.path())
                .setQuestion(fact.question())
                .setWeightPercent(fact.weightPercent())
                .build();
    }
}
