package io.syncopate.assessment.program.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CostAssumption;
import io.syncopate.proto.assessment.v1.CostComparison;
import io.syncopate.proto.assessment.v1.CostComparison.Line;
import io.syncopate.proto.assessment.v1.CostServiceGrpc;
import io.syncopate.proto.assessment.v1.DesignQuality;
import io.syncopate.proto.assessment.v1.LintReport;
import io.syncopate.proto.assessment.v1.LintServiceGrpc;
import io.syncopate.proto.assessment.v1.PreviewCostsRequest;
import io.syncopate.proto.assessment.v1.PreviewLintRequest;
import io.syncopate.proto.assessment.v1.PreviewQualityRequest;
import io.syncopate.proto.assessment.v1.QualityServiceGrpc;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.kernel.Callers;

import java.util.List;

/** What is to be mended, what it costs and how good it is, asked as anybody would ask. */
final class DesignCases {

    /** Shared by all; it has no thread and no port of its own. */
    private static final AssessmentServer SERVER = new AssessmentServer();

    /** All six practices. */
    static final String GOOD_DESIGN =
            """
            "longestStretchMinutes": 12, "interactiveElements": true, "automatedFeedback": true,
            "feedbackTurnaroundHours": 24, "activeTasks": true, "retrievalPractice": true,
            "spacedReviews": 4, "enrolment": "VOLUNTARY"
            """;

    private DesignCases() {}

    static LintReport lint(String brief) {
        return SERVER.stubAs(Callers.ann(), LintServiceGrpc::newBlockingStub)
                .previewLint(PreviewLintRequest.newBuilder().setBrief(brief(brief)).build());
    }

    static List<String> found(String brief) {
        return lint(brief).getFindingsList().stream().map(LintReport.Finding::getId).toList();
    }

    static LintReport.Finding finding(String brief, String id) {
        return lint(brief).getFindingsList().stream()
                .filter(each -> each.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " in " + found(brief)));
    }

    static DesignQuality quality(String brief) {
        return SERVER.stubAs(Callers.ann(), QualityServiceGrpc::newBlockingStub)
                .previewQuality(PreviewQualityRequest.newBuilder().setBrief(brief(brief)).build());
    }

    static CostComparison costs(String brief, CostAssumption... assumptions) {
        return SERVER.stubAs(Callers.ann(), CostServiceGrpc::newBlockingStub)
                .previewCosts(
                        PreviewCostsRequest.newBuilder()
                                .setBrief(brief(brief))
                                .addAllAssumptions(List.of(assumptions))
                                .build());
    }

    static CostComparison costsIn(String currency, String brief, CostAssumption... assumptions) {
        return SERVER.stubAs(Callers.ann(), CostServiceGrpc::newBlockingStub)
                .previewCosts(
                        PreviewCostsRequest.newBuilder()
                                .setBrief(brief(brief))
                                .setCurrencyCode(currency)
                                .addAllAssumptions(List.of(assumptions))
                                .build());
    }

    static CostAssumption given(CostAssumption.Input input, int value) {
        return CostAssumption.newBuilder().setInput(input).setLikely(value).build();
    }

    static CostComparison.WorkflowCost of(CostComparison costs, Workflow.Value workflow) {
        return costs.getWorkflowsList().stream()
                .filter(each -> each.getWorkflow() == workflow)
                .findFirst()
                .orElseThrow();
    }

    static long total(CostComparison costs, Workflow.Value workflow) {
        return of(costs, workflow).getTotal().getLikelyMinor();
    }

    static Line line(CostComparison costs, Workflow.Value workflow, Line.Kind kind) {
        return of(costs, workflow).getLinesList().stream()
                .filter(each -> each.getKind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Brief brief(String json) {
        var message = Brief.newBuilder();
        try {
            JsonFormat.parser().merge("{" + json + "}", message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(json, e);
        }
        return message.build();
    }
}
