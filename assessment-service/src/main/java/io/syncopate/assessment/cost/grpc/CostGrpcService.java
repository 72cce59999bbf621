package io.syncopate.assessment.cost.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.cost.CompareCosts;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.assessment.shared.grpc.ChosenModel;
import io.syncopate.proto.assessment.v1.CostAssumption;
import io.syncopate.proto.assessment.v1.CostComparison;
import io.syncopate.proto.assessment.v1.CostServiceGrpc;
import io.syncopate.proto.assessment.v1.PreviewCostsRequest;
import io.syncopate.proto.assessment.v1.PreviewProgramCostsRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class CostGrpcService extends CostServiceGrpc.CostServiceImplBase {

    private static final int PREFIX = "programs/".length();

    private final Programs programs;
    private final ChosenModel models;

    CostGrpcService(Programs programs, ChosenModel models) {
        this.programs = programs;
        this.models = models;
    }

    @Override
    public void previewProgramCosts(
            PreviewProgramCostsRequest request, StreamObserver<CostComparison> observer) {
        String id = request.getName().substring(PREFIX);
        var asked =
                new Asked(
                        programs.get(CallContext.reach(), id).value().brief(),
                        models.named(request.getDecisionModel()),
                        request.getCurrencyCode(),
                        request.getAssumptionsList());
        observer.onNext(asked.answer().setProgram(request.getName()).build());
        observer.onCompleted();
    }

    @Override
    public void previewCosts(PreviewCostsRequest request, StreamObserver<CostComparison> observer) {
        var asked =
                new Asked(
                        BriefMapper.read(request.getBrief()),
                        models.named(request.getDecisionModel()),
                        request.getCurrencyCode(),
                        request.getAssumptionsList());
        observer.onNext(asked.answer().build());
        observer.onCompleted();
    }

    private record Asked(
            Brief brief, DecisionModel model, String currency, List<CostAssumption> stated) {

        CostComparison.Builder answer() {
            return CostMapper.write(
                            CompareCosts.of(
                                    brief,
                                    model.kinds(),
                                    CostMapper.currency(currency),
                                    stated.stream().map(CostMapper::read).toList()))
                    .setGuidance(ChosenModel.guidance(model.guidance()));
        }
    }
}
