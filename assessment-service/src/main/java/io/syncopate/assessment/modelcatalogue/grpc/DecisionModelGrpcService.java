package io.syncopate.assessment.modelcatalogue.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.EditModels;
import io.syncopate.assessment.model.ModelDifference;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.SeenModel;
import io.syncopate.assessment.model.SeenVersion;
import io.syncopate.assessment.shared.grpc.ModelMessages;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc;
import io.syncopate.proto.assessment.v1.DecisionModelVersion;
import io.syncopate.proto.assessment.v1.DeleteDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.DiffDecisionModelsResponse;
import io.syncopate.proto.assessment.v1.GetDecisionModelRequest;
import io.syncopate.proto.assessment.v1.GetDecisionModelVersionRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelVersionsRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelVersionsResponse;
import io.syncopate.proto.assessment.v1.ListDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelsResponse;
import io.syncopate.proto.assessment.v1.SetDefaultDecisionModelRequest;
import io.syncopate.proto.assessment.v1.UndeleteDecisionModelRequest;
import io.syncopate.proto.assessment.v1.UpdateDecisionModelRequest;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.cpu.CpuPool;

import org.springframework.stereotype.Component;

/** What is saved is tried on all values of its facts: that runs on the CPU pool. */
@Component
class DecisionModelGrpcService extends DecisionModelServiceGrpc.DecisionModelServiceImplBase {

    private final AvailableModels models;
    private final EditModels edit;
    private final CpuPool pool;

    DecisionModelGrpcService(AvailableModels models, EditModels edit, CpuPool pool) {
        this.models = models;
        this.edit = edit;
        this.pool = pool;
    }

    @Override
    public void createDecisionModel(
            CreateDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        DecisionModel wanted = request.getDecisionModel();
        Command by = CallContext.command();
        Ownership ownership =
                by.reach().sharing(by.by(), wanted.getTeamsList(), "decision_model.teams");
        String id =
                request.getDecisionModelId().isEmpty()
                        ? Ids.forCommand(by)
                        : request.getDecisionModelId();
        ModelText text =
                request.getSource().isEmpty() ? whole(wanted) : copy(request.getSource(), wanted);
        answer(observer, pool.run(() -> edit.create(by, ownership, id, ModelMessages.FIELD, text)));
    }

    @Override
    public void getDecisionModel(
            GetDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        answer(observer, models.get(CallContext.reach(), id(request.getName())));
    }

    @Override
    public void listDecisionModels(
            ListDecisionModelsRequest request,
            StreamObserver<ListDecisionModelsResponse> observer) {
        Reach reach = CallContext.reach();
        var wanted = new PageRequest(request.getPageSize(), request.getPageToken());
        Page<SeenModel> page =
                request.getShowDeleted() ? models.list(reach, wanted) : models.inUse(reach, wanted);
        observer.onNext(
                ListDecisionModelsResponse.newBuilder()
                        .addAllDecisionModels(
                                page.items().stream().map(DecisionModelMapper::write).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
        observer.onCompleted();
    }

    @Override
    public void updateDecisionModel(
            UpdateDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        DecisionModel wanted = request.getDecisionModel();
        Command by = CallContext.command();
        answer(
                observer,
                pool.run(
                        () ->
                                edit.update(
                                        by,
                                        id(wanted.getName()),
                                        wanted.getEtag(),
                                        ModelMessages.FIELD,
                                        before ->
                                                ModelMessages.changed(
                                                        before,
                                                        wanted,
                                                        request.getUpdateMask().getPathsList()))));
    }

    @Override
    public void deleteDecisionModel(
            DeleteDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        answer(
                observer,
                edit.delete(CallContext.command(), id(request.getName()), request.getEtag()));
    }

    @Override
    public void undeleteDecisionModel(
            UndeleteDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        answer(
                observer,
                edit.undelete(CallContext.command(), id(request.getName()), request.getEtag()));
    }

    @Override
    public void setDefaultDecisionModel(
            SetDefaultDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        answer(observer, edit.makeDefault(CallContext.command(), id(request.getName())));
    }

    @Override
    public void getDecisionModelVersion(
            GetDecisionModelVersionRequest request, StreamObserver<DecisionModelVersion> observer) {
        Reach reach = CallContext.reach();
        ModelName name = ModelName.parse(request.getName());
        observer.onNext(
                DecisionModelMapper.version(
                        models.version(reach, name), models.model(reach, name)));
        observer.onCompleted();
    }

    @Override
    public void listDecisionModelVersions(
            ListDecisionModelVersionsRequest request,
            StreamObserver<ListDecisionModelVersionsResponse> observer) {
        Page<SeenVersion> page =
                models.versions(
                        CallContext.reach(),
                        id(request.getParent()),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        observer.onNext(
                ListDecisionModelVersionsResponse.newBuilder()
                        .addAllDecisionModelVersions(
                                page.items().stream().map(DecisionModelMapper::version).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
        observer.onCompleted();
    }

    @Override
    public void diffDecisionModels(
            DiffDecisionModelsRequest request,
            StreamObserver<DiffDecisionModelsResponse> observer) {
        Reach reach = CallContext.reach();
        ModelName before = ModelName.parse(request.getBefore());
        ModelName after = ModelName.parse(request.getAfter());
        SeenVersion one = models.version(reach, before);
        SeenVersion other = models.version(reach, after);
        observer.onNext(
                DiffDecisionModelsResponse.newBuilder()
                        .setBefore(DecisionModelMapper.version(one).getName())
                        .setAfter(DecisionModelMapper.version(other).getName())
                        .addAllDifferences(
                                ModelDifference.between(
                                                models.text(reach, before),
                                                models.text(reach, after))
                                        .stream()
                                        .map(DecisionModelMapper::difference)
                                        .toList())
                        .build());
        observer.onCompleted();
    }

    /** Who copies has to be able to read: that is another right than to create. */
    private ModelText copy(String source, DecisionModel wanted) {
        if (wanted.getFactsCount() + wanted.getCriteriaCount() + wanted.getFeasibilityRulesCount()
                        > 0
                || wanted.getNearTiePoints() != 0
                || wanted.getWeightUncertaintyPermille() != 0) {
            throw new InvalidException(
                    "source", source, "none beside a model that says everything itself");
        }
        return models.text(
                        Reach.of(CallContext.caller(), AvailableModels.READ),
                        ModelName.parse(source))
                .named(wanted.getDisplayName());
    }

    private ModelText whole(DecisionModel wanted) {
        var standard = models.standard();
        return ModelMessages.text(wanted, new ModelText.Guide(standard.id(), standard.version()));
    }

    private static String id(String name) {
        return ModelName.parse(name).id();
    }

    private static void answer(StreamObserver<DecisionModel> observer, SeenModel model) {
        observer.onNext(DecisionModelMapper.write(model));
        observer.onCompleted();
    }
}
