package io.syncopate.assessment.program.grpc;

import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc.DecisionModelServiceBlockingStub;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.GetDecisionModelRequest;
import io.syncopate.proto.assessment.v1.UpdateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.Workflow;

import java.util.function.Consumer;

/** Models as somebody makes them over the contract. */
final class ModelCases {

    static final String SHIPPED = "decisionModels/learning-guide";

    private ModelCases() {}

    static DecisionModel copy(DecisionModelServiceBlockingStub models, String id) {
        return copy(models, id, SHIPPED);
    }

    static DecisionModel copy(DecisionModelServiceBlockingStub models, String id, String source) {
        return models.createDecisionModel(
                CreateDecisionModelRequest.newBuilder()
                        .setDecisionModelId(id)
                        .setSource(source)
                        .setDecisionModel(DecisionModel.newBuilder().setDisplayName("Ours"))
                        .build());
    }

    static DecisionModel get(DecisionModelServiceBlockingStub models, String name) {
        return models.getDecisionModel(GetDecisionModelRequest.newBuilder().setName(name).build());
    }

    static DecisionModel update(DecisionModelServiceBlockingStub models, DecisionModel model) {
        return models.updateDecisionModel(
                UpdateDecisionModelRequest.newBuilder().setDecisionModel(model).build());
    }

    /** The model with one of its criteria otherwise. */
    static DecisionModel with(
            DecisionModel model,
            String criterion,
            Consumer<DecisionModel.Criterion.Builder> change) {
        var changed = model.toBuilder();
        changed.getCriteriaBuilderList().stream()
                .filter(each -> each.getId().equals(criterion))
                .forEach(change);
        return changed.build();
    }

    /** A model of one fact, one criterion and one rule. */
    static DecisionModel small(String expression) {
        return DecisionModel.newBuilder()
                .setDisplayName("Small")
                .setNearTiePoints(10)
                .addFacts(
                        DecisionModel.Fact.newBuilder()
                                .setPath("derived.people")
                                .setQuestion("How many?")
                                .addLadder("5")
                                .addLadder("500"))
                .addFacts(
                        DecisionModel.Fact.newBuilder()
                                .setPath("content.self_contained")
                                .setQuestion("Does it need explanation?"))
                .addFacts(
                        DecisionModel.Fact.newBuilder()
                                .setPath("audience.motivation")
                                .setQuestion("How keen are they?"))
                .addCriteria(criterion("many", expression))
                .addFeasibilityRules(
                        DecisionModel.FeasibilityRule.newBuilder()
                                .setId("too-many")
                                .setStep(2)
                                .setExpression("derived.people > 400.0")
                                .addBlocks(Workflow.Value.SYNCHRONOUS)
                                .setSeverity(FeasibilityGap.Severity.RULED_OUT)
                                .setMissing("A room for so many.")
                                .setRemedy("Split them.")
                                .setSource("our own experience"))
                .build();
    }

    static DecisionModel.Criterion.Builder criterion(String id, String expression) {
        return DecisionModel.Criterion.newBuilder()
                .setId(id)
                .setStep(2)
                .setExpression(expression)
                .setSynchronous(-50)
                .setAsynchronous(100)
                .setReason("There are many.")
                .setSource("L-023: Comparison, scalability");
    }
}
