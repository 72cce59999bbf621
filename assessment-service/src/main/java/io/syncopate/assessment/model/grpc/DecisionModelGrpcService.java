package io.syncopate.assessment.model.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.model.DecisionModels;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc;
import io.syncopate.proto.assessment.v1.GetDecisionModelRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelsRequest;
import io.syncopate.proto.assessment.v1.ListDecisionModelsResponse;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

@Component
class DecisionModelGrpcService extends DecisionModelServiceGrpc.DecisionModelServiceImplBase {

    private static final int PREFIX = "decisionModels/".length();

    private final DecisionModels models;

    DecisionModelGrpcService(DecisionModels models) {
        this.models = models;
    }

    @Override
    public void getDecisionModel(
            GetDecisionModelRequest request, StreamObserver<DecisionModel> observer) {
        String id = request.getName().substring(PREFIX);
        observer.onNext(DecisionModelMapper.write(models.get(CallContext.caller().tenant(), id)));
        observer.onCompleted();
    }

    /** There are fewer models than a page holds, so no token is ever given out. */
    @Override
    public void listDecisionModels(
            ListDecisionModelsRequest request,
            StreamObserver<ListDecisionModelsResponse> observer) {
        if (!request.getPageToken().isEmpty()) {
            throw InvalidException.pageToken(request.getPageToken());
        }
        observer.onNext(
                ListDecisionModelsResponse.newBuilder()
                        .addAllDecisionModels(
                                models.all(CallContext.caller().tenant()).stream()
                                        .map(DecisionModelMapper::write)
                                        .toList())
                        .build());
        observer.onCompleted();
    }
}
