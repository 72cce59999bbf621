package io.syncopate.assessment.modelcatalogue.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.ModelDifference;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.SeenModel;
import io.syncopate.assessment.model.SeenVersion;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.proto.assessment.v1.DecisionModel.Fact;
import io.syncopate.proto.assessment.v1.DecisionModelVersion;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsResponse;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Guidance;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.starter.call.Owners;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Models as the contract shows them. */
final class DecisionModelMapper {

    private DecisionModelMapper() {}

    static io.syncopate.proto.assessment.v1.DecisionModel write(SeenModel seen) {
        var message =
                write(seen.model())
                        .setName("decisionModels/" + seen.model().id())
                        .setIsDefault(seen.isDefault());
        seen.stored()
                .ifPresentOrElse(
                        stored -> {
                            message.setEtag(stored.etag())
                                    .setCreateTime(Protos.timestamp(stored.createTime()))
                                    .setUpdateTime(Protos.timestamp(stored.updateTime()))
                                    .setOwner(Owners.name(stored.ownership()))
                                    .addAllTeams(Owners.teams(stored.ownership()))
                                    .setGuide(stored.value().current().text().guide().toString());
                            stored.value()
                                    .deletedAt()
                                    .ifPresent(at -> message.setDeleteTime(Protos.timestamp(at)));
                        },
                        () ->
                                message.setEtag("v" + seen.model().version())
                                        .setCreateTime(released(seen.model()))
                                        .setUpdateTime(released(seen.model()))
                                        .setGuide(ModelName.of(seen.model()).toString()));
        return message.build();
    }

    /** Without what the version says. */
    static DecisionModelVersion version(SeenVersion seen) {
        var message =
                DecisionModelVersion.newBuilder()
                        .setName(own(seen).toString())
                        .setVersion(seen.version())
                        .setHash(seen.hash());
        seen.saved()
                .ifPresent(
                        saved ->
                                message.setCreateTime(Protos.timestamp(saved.savedAt()))
                                        .setSavedBy("people/" + saved.savedBy()));
        return message.build();
    }

    static DecisionModelVersion version(SeenVersion seen, DecisionModel model) {
        var message = version(seen).toBuilder();
        if (seen.saved().isEmpty()) {
            message.setCreateTime(released(model));
        }
        String guide =
                seen.saved()
                        .map(saved -> saved.text().guide().toString())
                        .orElseGet(() -> own(seen).toString());
        return message.setDecisionModel(
                        write(model).setName("decisionModels/" + model.id()).setGuide(guide))
                .build();
    }

    static DiffDecisionModelsResponse.Difference difference(ModelDifference difference) {
        var message =
                DiffDecisionModelsResponse.Difference.newBuilder()
                        .setPart(DiffDecisionModelsResponse.Part.valueOf(difference.part().name()))
                        .setId(difference.id())
                        .setChange(
                                DiffDecisionModelsResponse.Change.valueOf(
                                        difference.change().name()))
                        .setText(difference.text());
        difference
                .fields()
                .forEach(
                        field ->
                                message.addFields(
                                        DiffDecisionModelsResponse.FieldChange.newBuilder()
                                                .setField(field.name())
                                                .setBefore(field.before())
                                                .setAfter(field.after())));
        return message.build();
    }

    private static ModelName own(SeenVersion seen) {
        return new ModelName(seen.model(), OptionalInt.of(seen.version()));
    }

    private static io.syncopate.proto.assessment.v1.DecisionModel.Builder write(
            DecisionModel model) {
        var message =
                io.syncopate.proto.assessment.v1.DecisionModel.newBuilder()
                        .setDisplayName(model.displayName())
                        .setVersion(model.version())
                        .setNearTiePoints(model.nearTiePoints())
                        .setWeightUncertaintyPermille(model.weightUncertainty())
                        .setGuidance(
                                Guidance.newBuilder()
                                        .setAsOf(model.guidance().asOf())
                                        .setNotice(model.guidance().notice()))
                        .setHash(model.hash());
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
        return message;
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
                .addAllWorkflowMitigations(
                        criterion.mitigations().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(DecisionModelMapper::mitigation)
                                .toList())
                .addAllFacts(
                        criterion.when().reads().stream().map(Derived::stated).distinct().toList())
                .setSource(criterion.source().text())
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
                .setSource(rule.source().text())
                .setSeverity(FeasibilityGap.Severity.valueOf(rule.severity().name()))
                .build();
    }

    private static io.syncopate.proto.assessment.v1.DecisionModel.Mitigation mitigation(
            Map.Entry<io.syncopate.assessment.model.Workflow, List<String>> mitigation) {
        return io.syncopate.proto.assessment.v1.DecisionModel.Mitigation.newBuilder()
                .setWorkflow(Workflow.Value.valueOf(mitigation.getKey().name()))
                .addAllTexts(mitigation.getValue())
                .build();
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
