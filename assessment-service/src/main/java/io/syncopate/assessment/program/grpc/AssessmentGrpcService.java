package io.syncopate.assessment.program.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.WorkflowComparison;
import io.syncopate.assessment.program.Assessments;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.AssessmentServiceGrpc;
import io.syncopate.proto.assessment.v1.GetAssessmentRequest;
import io.syncopate.proto.assessment.v1.GetWorkflowComparisonRequest;
import io.syncopate.proto.assessment.v1.Guidance;
import io.syncopate.proto.assessment.v1.ListAssessmentsRequest;
import io.syncopate.proto.assessment.v1.ListAssessmentsResponse;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

@Component
class AssessmentGrpcService extends AssessmentServiceGrpc.AssessmentServiceImplBase {

    private final Programs programs;
    private final Assessments assessments;
    private final AvailableModels models;
    private final WorkflowComparison comparison;
    private final AnswerBrief answers;

    AssessmentGrpcService(
            Programs programs,
            Assessments assessments,
            AvailableModels models,
            WorkflowComparison comparison,
            AnswerBrief answers) {
        this.programs = programs;
        this.assessments = assessments;
        this.models = models;
        this.comparison = comparison;
        this.answers = answers;
    }

    @Override
    public void getAssessment(GetAssessmentRequest request, StreamObserver<Assessment> observer) {
        TenantId tenant = CallContext.caller().tenant();
        String program = programs.get(CallContext.reach(), Names.programIn(request.getName())).id();
        var found = assessments.get(tenant, program, Names.lastIn(request.getName()));
        observer.onNext(AssessmentMapper.write(found));
        observer.onCompleted();
    }

    @Override
    public void listAssessments(
            ListAssessmentsRequest request, StreamObserver<ListAssessmentsResponse> observer) {
        TenantId tenant = CallContext.caller().tenant();
        String program =
                programs.get(CallContext.reach(), Names.programIn(request.getParent())).id();
        var page =
                assessments.ofProgram(
                        tenant,
                        program,
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        observer.onNext(
                ListAssessmentsResponse.newBuilder()
                        .addAllAssessments(
                                page.items().stream().map(AssessmentMapper::write).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
        observer.onCompleted();
    }

    @Override
    public void previewAssessment(
            PreviewAssessmentRequest request, StreamObserver<Assessment> observer) {
        DecisionModel model =
                models.chosen(
                        Reach.of(CallContext.caller(), AvailableModels.READ),
                        request.getDecisionModel());
        var brief = BriefMapper.read(request.getBrief());
        observer.onNext(
                AssessmentMapper.answer(answers.answerWithStability(brief, model))
                        .setBrief(BriefMapper.write(brief))
                        .build());
        observer.onCompleted();
    }

    @Override
    public void getWorkflowComparison(
            GetWorkflowComparisonRequest request,
            StreamObserver<io.syncopate.proto.assessment.v1.WorkflowComparison> observer) {
        var guidance = models.standard().guidance();
        observer.onNext(
                io.syncopate.proto.assessment.v1.WorkflowComparison.newBuilder()
                        .addAllRows(
                                comparison.aspects().stream().map(AssessmentMapper::row).toList())
                        .setGuidance(
                                Guidance.newBuilder()
                                        .setAsOf(guidance.asOf())
                                        .setNotice(guidance.notice()))
                        .build());
        observer.onCompleted();
    }
}
