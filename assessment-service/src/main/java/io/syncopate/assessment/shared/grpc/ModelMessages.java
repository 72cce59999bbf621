package io.syncopate.assessment.shared.grpc;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Guidance;
import io.syncopate.proto.assessment.v1.Workflow;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Models as people write and read them in the contract's message; what the service fills is passed over. */
public final class ModelMessages {

    /** Where a model stands in each request that has one. */
    public static final String FIELD = "decision_model";

    private ModelMessages() {}

    public static ModelText text(DecisionModel message, ModelText.Guide guide) {
        return new ModelText(
                message.getDisplayName(),
                facts(message),
                criteria(message),
                rules(message),
                message.getNearTiePoints(),
                message.getWeightUncertaintyPermille(),
                guide);
    }

    /**
     * What an update makes of a model.
     *
     * @param paths of the update mask; none means every field that is set
     */
    public static ModelText changed(ModelText before, DecisionModel message, List<String> paths) {
        Set<String> mask = paths.isEmpty() ? set(message) : Set.copyOf(paths);
        return new ModelText(
                mask.contains("display_name") ? message.getDisplayName() : before.displayName(),
                mask.contains("facts") ? facts(message) : before.facts(),
                mask.contains("criteria") ? criteria(message) : before.criteria(),
                mask.contains("feasibility_rules") ? rules(message) : before.rules(),
                mask.contains("near_tie_points")
                        ? message.getNearTiePoints()
                        : before.nearTiePoints(),
                mask.contains("weight_uncertainty_permille")
                        ? message.getWeightUncertaintyPermille()
                        : before.weightUncertainty(),
                before.guide());
    }

    /** A model as people read it and may send it back, without whose it is. */
    public static DecisionModel.Builder write(io.syncopate.assessment.model.DecisionModel model) {
        var message =
                DecisionModel.newBuilder()
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
                                        DecisionModel.Fact.newBuilder()
                                                .setPath(fact.path())
                                                .setQuestion(fact.question())
                                                .setWeight(model.weight(fact))
                                                .addAllLadder(fact.ladder())));
        model.criteria().forEach(criterion -> message.addCriteria(criterion(criterion)));
        model.feasibility().forEach(rule -> message.addFeasibilityRules(rule(rule)));
        return message;
    }

    private static DecisionModel.FeasibilityRule rule(FeasibilityRule rule) {
        return DecisionModel.FeasibilityRule.newBuilder()
                .setId(rule.id())
                .setStep(rule.step().number())
                .setExpression(rule.when().text())
                .addAllBlocks(rule.blocks().stream().sorted().map(Protos::workflow).toList())
                .setMissing(rule.gap())
                .setRemedy(rule.closing())
                .setSource(rule.source().text())
                .setSeverity(FeasibilityGap.Severity.valueOf(rule.severity().name()))
                .build();
    }

    private static DecisionModel.Criterion criterion(Criterion criterion) {
        return DecisionModel.Criterion.newBuilder()
                .setId(criterion.id())
                .setStep(criterion.step().number())
                .setExpression(criterion.when().text())
                .setSynchronous(criterion.evidence().synchronous())
                .setAsynchronous(criterion.evidence().asynchronous())
                .setBlended(criterion.evidence().blended())
                .setReason(criterion.reason())
                .addAllMitigations(
                        criterion.mitigations().values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .sorted()
                                .toList())
                .addAllWorkflowMitigations(
                        criterion.mitigations().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(ModelMessages::mitigation)
                                .toList())
                .addAllFacts(
                        criterion.when().reads().stream().map(Derived::stated).distinct().toList())
                .setSource(criterion.source().text())
                .build();
    }

    private static DecisionModel.Mitigation mitigation(
            Map.Entry<io.syncopate.assessment.model.Workflow, List<String>> mitigation) {
        return DecisionModel.Mitigation.newBuilder()
                .setWorkflow(Protos.workflow(mitigation.getKey()))
                .addAllTexts(mitigation.getValue())
                .build();
    }

    private static Set<String> set(DecisionModel message) {
        return message.getAllFields().keySet().stream()
                .map(field -> field.getName())
                .collect(Collectors.toSet());
    }

    private static List<ModelText.Fact> facts(DecisionModel message) {
        return message.getFactsList().stream()
                .map(
                        fact ->
                                new ModelText.Fact(
                                        fact.getPath(), fact.getQuestion(), fact.getLadderList()))
                .toList();
    }

    private static List<ModelText.Criterion> criteria(DecisionModel message) {
        return message.getCriteriaList().stream().map(ModelMessages::criterion).toList();
    }

    private static ModelText.Criterion criterion(DecisionModel.Criterion criterion) {
        return new ModelText.Criterion(
                criterion.getId(),
                criterion.getStep(),
                criterion.getExpression(),
                new ModelText.Points(
                        criterion.getSynchronous(),
                        criterion.getAsynchronous(),
                        criterion.getBlended()),
                criterion.getReason(),
                mitigations(criterion),
                criterion.getSource());
    }

    private static Map<io.syncopate.assessment.model.Workflow, List<String>> mitigations(
            DecisionModel.Criterion criterion) {
        Map<io.syncopate.assessment.model.Workflow, List<String>> mitigations =
                new EnumMap<>(io.syncopate.assessment.model.Workflow.class);
        for (DecisionModel.Mitigation each : criterion.getWorkflowMitigationsList()) {
            if (mitigations.put(workflow(each.getWorkflow()), each.getTextsList()) != null) {
                throw new InvalidException(
                        "decision_model.criteria.workflow_mitigations",
                        "%s of %s".formatted(each.getWorkflow(), criterion.getId()),
                        "each workflow once");
            }
        }
        return mitigations;
    }

    private static List<ModelText.Rule> rules(DecisionModel message) {
        return message.getFeasibilityRulesList().stream().map(ModelMessages::rule).toList();
    }

    private static ModelText.Rule rule(DecisionModel.FeasibilityRule rule) {
        Set<io.syncopate.assessment.model.Workflow> blocks = new HashSet<>();
        rule.getBlocksList().forEach(each -> blocks.add(workflow(each)));
        return new ModelText.Rule(
                rule.getId(),
                rule.getStep(),
                rule.getExpression(),
                blocks,
                rule.getSeverity() == FeasibilityGap.Severity.SEVERITY_UNSPECIFIED
                        ? Optional.empty()
                        : Optional.of(Severity.valueOf(rule.getSeverity().name())),
                rule.getMissing(),
                rule.getRemedy(),
                rule.getSource());
    }

    private static io.syncopate.assessment.model.Workflow workflow(Workflow.Value workflow) {
        return io.syncopate.assessment.model.Workflow.valueOf(workflow.name());
    }
}
