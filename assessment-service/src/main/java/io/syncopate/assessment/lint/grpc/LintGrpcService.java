package io.syncopate.assessment.lint.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.lint.LintPlan;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.assessment.shared.grpc.ChosenModel;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.proto.assessment.v1.GetProgramLintRequest;
import io.syncopate.proto.assessment.v1.LintReport;
import io.syncopate.proto.assessment.v1.LintServiceGrpc;
import io.syncopate.proto.assessment.v1.PreviewLintRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.Optional;

@Component
class LintGrpcService extends LintServiceGrpc.LintServiceImplBase {

    private static final int PREFIX = "programs/".length();

    private final Programs programs;
    private final ChosenModel models;
    private final LintPlan lint;

    LintGrpcService(Programs programs, ChosenModel models, LintPlan lint) {
        this.programs = programs;
        this.models = models;
        this.lint = lint;
    }

    @Override
    public void getProgramLint(GetProgramLintRequest request, StreamObserver<LintReport> observer) {
        String id = request.getName().substring(PREFIX);
        Program program = programs.get(CallContext.reach(), id).value();
        DecisionModel model = models.named(request.getDecisionModel());
        observer.onNext(
                report(lint.of(program.brief(), Optional.of(program.metrics()), model), model)
                        .setProgram(request.getName())
                        .build());
        observer.onCompleted();
    }

    @Override
    public void previewLint(PreviewLintRequest request, StreamObserver<LintReport> observer) {
        DecisionModel model = models.named(request.getDecisionModel());
        observer.onNext(
                report(
                                lint.of(
                                        BriefMapper.read(request.getBrief()),
                                        Optional.empty(),
                                        model),
                                model)
                        .build());
        observer.onCompleted();
    }

    private static LintReport.Builder report(
            io.syncopate.assessment.lint.LintReport report, DecisionModel model) {
        return LintReport.newBuilder()
                .addAllFindings(report.findings().stream().map(LintGrpcService::finding).toList())
                .setWorkflow(Protos.workflow(report.answer().recommended()))
                .setDecisionModel("decisionModels/" + model.id())
                .setDecisionModelVersion(model.version())
                .setGuidance(ChosenModel.guidance(model.guidance()));
    }

    private static LintReport.Finding finding(io.syncopate.assessment.lint.Finding finding) {
        return LintReport.Finding.newBuilder()
                .setId(finding.id())
                .setSeverity(LintReport.Severity.valueOf(finding.severity().name()))
                .setPath(finding.path())
                .setText(finding.text())
                .setRemedy(finding.remedy())
                .setSource(Protos.source(finding.source()))
                .build();
    }
}
