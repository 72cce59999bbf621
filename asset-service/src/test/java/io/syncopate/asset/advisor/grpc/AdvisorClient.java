package io.syncopate.asset.advisor.grpc;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.asset.advisor.RecommendModel;
import io.syncopate.proto.asset.v1.GetProductionModelsRequest;
import io.syncopate.proto.asset.v1.ProductionAdvice;
import io.syncopate.proto.asset.v1.ProductionAdvice.Practice;
import io.syncopate.proto.asset.v1.ProductionAdvice.Score;
import io.syncopate.proto.asset.v1.ProductionModel;
import io.syncopate.proto.asset.v1.ProductionModelComparison;
import io.syncopate.proto.asset.v1.ProductionModelServiceGrpc;
import io.syncopate.proto.asset.v1.ProductionModelServiceGrpc.ProductionModelServiceBlockingStub;
import io.syncopate.proto.asset.v1.ProductionSituation;
import io.syncopate.proto.asset.v1.RecommendProductionModelRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The advisor behind its contract, in process. */
final class AdvisorClient implements AutoCloseable {

    private final Server server;
    private final ManagedChannel channel;
    private final ProductionModelServiceBlockingStub models;

    AdvisorClient() {
        String name = InProcessServerBuilder.generateName();
        try {
            server =
                    InProcessServerBuilder.forName(name)
                            .directExecutor()
                            .addService(new ProductionModelGrpcService(new RecommendModel()))
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = InProcessChannelBuilder.forName(name).directExecutor().build();
        models = ProductionModelServiceGrpc.newBlockingStub(channel);
    }

    ProductionModelComparison comparison() {
        return models.getProductionModels(GetProductionModelsRequest.getDefaultInstance());
    }

    ProductionAdvice advise(ProductionSituation.Builder situation, ProductionModel.Value... among) {
        return models.recommendProductionModel(
                RecommendProductionModelRequest.newBuilder()
                        .setSituation(situation)
                        .addAllModels(List.of(among))
                        .build());
    }

    static int points(ProductionAdvice advice, ProductionModel.Value model) {
        return advice.getScoresList().stream()
                .filter(score -> score.getModel() == model)
                .mapToInt(Score::getPoints)
                .findFirst()
                .orElseThrow();
    }

    static List<Practice.Kind> kinds(List<Practice> practices) {
        return practices.stream().map(Practice::getKind).toList();
    }

    static Practice practice(List<Practice> practices, Practice.Kind kind) {
        return practices.stream()
                .filter(practice -> practice.getKind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError(kind + " is not among " + practices));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
