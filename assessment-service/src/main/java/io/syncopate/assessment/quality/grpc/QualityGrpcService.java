package io.syncopate.assessment.quality.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.quality.RateDesign;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.assessment.shared.grpc.ChosenModel;
import io.syncopate.proto.assessment.v1.DesignQuality;
import io.syncopate.proto.assessment.v1.GetProgramQualityRequest;
import io.syncopate.proto.assessment.v1.PreviewQualityRequest;
import io.syncopate.proto.assessment.v1.QualityServiceGrpc;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

@Component
class QualityGrpcService extends QualityServiceGrpc.QualityServiceImplBase {

    private static final int PREFIX = "programs/".length();

    private final Programs programs;
    private final ChosenModel models;
    private final AnswerBrief answers;

    QualityGrpcService(Programs programs, ChosenModel models, AnswerBrief answers) {
        this.programs = programs;
        this.models = models;
        this.answers = answers;
    }

    @Override
    public void getProgramQuality(
            GetProgramQualityRequest request, StreamObserver<DesignQuality> observer) {
        String id = request.getName().substring(PREFIX);
        Brief brief = programs.get(CallContext.reach(), id).value().brief();
        DecisionModel model = models.named(request.getDecisionModel());
        observer.onNext(rated(brief, model).setProgram(request.getName()).build());
        observer.onCompleted();
    }

    @Override
    public void previewQuality(
            PreviewQualityRequest request, StreamObserver<DesignQuality> observer) {
        DecisionModel model = models.named(request.getDecisionModel());
        observer.onNext(rated(BriefMapper.read(request.getBrief()), model).build());
        observer.onCompleted();
    }

    private DesignQuality.Builder rated(Brief brief, DecisionModel model) {
        return QualityMapper.write(RateDesign.of(brief, answers.answer(brief, model)))
                .setGuidance(ChosenModel.guidance(model.guidance()));
    }
}
