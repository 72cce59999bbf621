package io.syncopate.assessment.model.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.Source;
import io.syncopate.proto.assessment.v1.DecisionModel.Fact;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Guidance;
import io.syncopate.proto.assessment.v1.Workflow;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/** Models as the contract shows them. */
final class DecisionModelMapper {

    private DecisionModelMapper() {}

    static io.syncopate.proto.assessment.v1.DecisionModel write(DecisionModel model) {
        var message =
                io.syncopate.proto.assessment.v1.DecisionModel.newBuilder()
                        .setName("decisionModels/" + model.id())
                        .setDisplayName(model.displayName())
                        .setVersion(model.version())
                        .setNearTiePoints(model.nearTiePoints())
                        .setWeightUncertaintyPermille(model.weightUncertainty())
                        .setGuidance(
                                Guidance.newBuilder()
                                        .setAsOf(model.guidance().asOf())
                                        .setNotice(model.guidance().notice()))
                        .setHash(model.hash())
                        .setEtag("v" + model.version())
                        .setCreateTime(released(model))
                        .setUpdateTime(released(model));
        model.facts()
                .forEach(
                        fact ->
                                message.addFacts(
                                        Fact.newBuilder()
                                                .setPath(fact.path())
                                                .setQuestion(fact.question())
                                                .setWeight(model.weight(fact))
                                                .addAllLadder(fact.ladder())));
        model.criteria().forEach(criterion -> message.addCriteria(criterion(criterion)));
        model.feasibility().forEach(rule -> message.addFeasibilityRules(rule(rule)));
        return message.build();
    }

    private static io.syncopate.proto.assessment.v1.DecisionModel.Criterion criterion(
            Criterion criterion) {
        return io.syncopate.proto.assessment.v1.DecisionModel.Criterion.newBuilder()
                .setId(criterion.id())
                .setStep(criterion.step().number())
                .setExpression(criterion.when().text())
                .setSynchronous(criterion.evidence().synchronous())
                .setAsynchronous(criterion.evidence().asynchronous())
                .setBlended(criterion.evidence().blended())
                .setReason(criterion.reason())
                .addAllMitigations(
                        criterion.mitigations().values().stream()
                                .flatMap(Collection::stream)
                                .distinct()
                                .sorted()
                                .toList())
                .addAllFacts(
                        criterion.when().reads().stream().map(Derived::stated).distinct().toList())
                .setSource(source(criterion.source()))
                .build();
    }

    private static io.syncopate.proto.assessment.v1.DecisionModel.FeasibilityRule rule(
            FeasibilityRule rule) {
        return io.syncopate.proto.assessment.v1.DecisionModel.FeasibilityRule.newBuilder()
                .setId(rule.id())
                .setStep(rule.step().number())
                .setExpression(rule.when().text())
                .addAllBlocks(
                        rule.blocks().stream()
                                .sorted()
                                .map(workflow -> Workflow.Value.valueOf(workflow.name()))
                                .toList())
                .setMissing(rule.gap())
                .setRemedy(rule.closing())
                .setSource(source(rule.source()))
                .setSeverity(FeasibilityGap.Severity.valueOf(rule.severity().name()))
                .build();
    }

    private static String source(Source source) {
        return "%s: %s".formatted(String.join(", ", source.rules()), source.passage());
    }

    /** A shipped model is as old as its guidance. */
    private static Timestamp released(DecisionModel model) {
        return Timestamp.newBuilder()
                .setSeconds(
                        LocalDate.parse(model.guidance().asOf() + "-01")
                                .atStartOfDay(ZoneOffset.UTC)
                                .toEpochSecond())
                .build();
    }
}
