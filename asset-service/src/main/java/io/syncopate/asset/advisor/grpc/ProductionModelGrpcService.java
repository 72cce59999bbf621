package io.syncopate.asset.advisor.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.advisor.RecommendModel;
import io.syncopate.proto.asset.v1.GetProductionModelsRequest;
import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.ProductionModelComparison;
import io.syncopate.proto.asset.v1.ProductionModelServiceGrpc;
import io.syncopate.proto.asset.v1.RecommendProductionModelRequest;

import org.springframework.stereotype.Service;

import java.util.stream.Collectors;

@Service
class ProductionModelGrpcService extends ProductionModelServiceGrpc.ProductionModelServiceImplBase {

    private final RecommendModel recommend;

    ProductionModelGrpcService(RecommendModel recommend) {
        this.recommend = recommend;
    }

    @Override
    public void getProductionModels(
            GetProductionModelsRequest request, StreamObserver<ProductionModelComparison> answer) {
        answer.onNext(ComparisonMessage.write());
        answer.onCompleted();
    }

    @Override
    public void recommendProductionModel(
            RecommendProductionModelRequest request, StreamObserver<ProductionAdvice> answer) {
        answer.onNext(
                AdviceMessages.write(
                        recommend.recommend(
                                SituationMessages.read(request.getSituation()),
                                request.getModelsList().stream()
                                        .flatMap(model -> Models.read(model).stream())
                                        .collect(Collectors.toSet()))));
        answer.onCompleted();
    }
}
