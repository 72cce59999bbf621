package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.ModelCases.SHIPPED;

import io.grpc.ServiceDescriptor;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc;
import io.syncopate.proto.assessment.v1.DeleteDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.GetDecisionModelVersionRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelVersionsRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.UndeleteDecisionModelRequest;
import io.syncopate.testkit.scope.ScopesContract;

import org.junit.jupiter.api.AfterEach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every method on models, by a right over one's own, one's team's and the tenant's models. */
class ModelScopesTest extends ScopesContract<String> {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected List<ServiceDescriptor> services() {
        return List.of(DecisionModelServiceGrpc.getServiceDescriptor());
    }

    /** The default is the tenant's: {@code DecisionModelContractTest} has it. */
    @Override
    protected Set<String> aboutNothingOfAnybodys() {
        return Set.of("CreateDecisionModel", "SetDefaultDecisionModel");
    }

    @Override
    protected String made(Caller owner) {
        return server.modelsAs(owner)
                .createDecisionModel(
                        CreateDecisionModelRequest.newBuilder()
                                .setDecisionModel(ModelCases.small("derived.people > 100.0"))
                                .build())
                .getName();
    }

    @Override
    protected Map<String, Listing<String>> listings() {
        return Map.of(
                "ListDecisionModels",
                new Listing<>(
                        by ->
                                server
                                        .modelsAs(by)
                                        .listDecisionModels(
                                                ListDecisionModelsRequest.getDefaultInstance())
                                        .getDecisionModelsList()
                                        .stream()
                                        .map(DecisionModel::getName)
                                        .filter(name -> !name.equals(SHIPPED))
                                        .toList(),
                        List::of));
    }

    @Override
    protected Map<String, BiConsumer<Caller, String>> calls() {
        var calls = new LinkedHashMap<String, BiConsumer<Caller, String>>();
        calls.put("GetDecisionModel", (by, of) -> ModelCases.get(server.modelsAs(by), of));
        calls.put(
                "UpdateDecisionModel",
                (by, of) ->
                        ModelCases.update(
                                server.modelsAs(by),
                                DecisionModel.newBuilder()
                                        .setName(of)
                                        .setNearTiePoints(3)
                                        .build()));
        calls.put(
                "DeleteDecisionModel",
                (by, of) ->
                        server.modelsAs(by)
                                .deleteDecisionModel(
                                        DeleteDecisionModelRequest.newBuilder()
                                                .setName(of)
                                                .build()));
        calls.put(
                "UndeleteDecisionModel",
                (by, of) ->
                        server.modelsAs(by)
                                .undeleteDecisionModel(
                                        UndeleteDecisionModelRequest.newBuilder()
                                                .setName(of)
                                                .build()));
        calls.put(
                "GetDecisionModelVersion",
                (by, of) ->
                        server.modelsAs(by)
                                .getDecisionModelVersion(
                                        GetDecisionModelVersionRequest.newBuilder()
                                                .setName(of + "/versions/1")
                                                .build()));
        calls.put(
                "ListDecisionModelVersions",
                (by, of) ->
                        server.modelsAs(by)
                                .listDecisionModelVersions(
                                        ListDecisionModelVersionsRequest.newBuilder()
                                                .setParent(of)
                                                .build()));
        calls.put(
                "DiffDecisionModels",
                (by, of) -> {
                    server.modelsAs(by)
                            .diffDecisionModels(
                                    DiffDecisionModelsRequest.newBuilder()
                                            .setBefore(SHIPPED)
                                            .setAfter(of)
                                            .build());
                    preview(by, of);
                    ModelCases.copy(server.modelsAs(by), "", of);
                });
        return calls;
    }

    /** Whom a model is shown may score by it. */
    private void preview(Caller by, String model) {
        server.assessmentsAs(by)
                .previewAssessment(
                        PreviewAssessmentRequest.newBuilder()
                                .setBrief(
                                        Brief.newBuilder()
                                                .setObjective(
                                                        Objective.newBuilder()
                                                                .setStatement("Work safely")))
                                .setDecisionModel(model)
                                .build());
    }
}
