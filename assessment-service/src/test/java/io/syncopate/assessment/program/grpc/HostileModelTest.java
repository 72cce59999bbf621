package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The largest and slowest model that a tenant can save holds up nobody for long. */
class HostileModelTest {

    private static final String[] FACTS = {
        "audience.schedules", "audience.self_regulation", "content.nature",
        "content.change_frequency", "objective.type", "audience.tech_literacy"
    };

    /** 4096 combinations for each criterion, of which the last ones hold. */
    @Test
    @Timeout(60)
    void theWidestExpressionsAreCheckedAndAnsweredInBoundedTime() {
        try (var server = new AssessmentServer()) {
            DecisionModel made =
                    server.models()
                            .createDecisionModel(
                                    CreateDecisionModelRequest.newBuilder()
                                            .setDecisionModel(wide(24))
                                            .build());
            var answer =
                    server.assessments()
                            .previewAssessment(
                                    PreviewAssessmentRequest.newBuilder()
                                            .setBrief(
                                                    Brief.newBuilder()
                                                            .setObjective(
                                                                    Objective.newBuilder()
                                                                            .setStatement("x")))
                                            .setDecisionModel(made.getName())
                                            .build());
            assertThat(answer.getStability().getSearchedFacts()).isPositive();
        }
    }

    @Test
    @Timeout(60)
    void oneExpressionMoreIsRefusedWithTheLimitOfTheModel() {
        try (var server = new AssessmentServer()) {
            assertThat(
                            Refusals.violations(
                                    () ->
                                            server.models()
                                                    .createDecisionModel(
                                                            CreateDecisionModelRequest.newBuilder()
                                                                    .setDecisionModel(wide(25))
                                                                    .build())))
                    .singleElement()
                    .satisfies(
                            each -> {
                                assertThat(each.getField())
                                        .isEqualTo("decision_model.criteria[24].expression");
                                assertThat(each.getDescription())
                                        .contains("more than 100000 combinations of values in all");
                            });
        }
    }

    private static DecisionModel wide(int criteria) {
        var model = DecisionModel.newBuilder().setDisplayName("Hostile");
        var reads = new StringBuilder();
        for (String fact : FACTS) {
            model.addFacts(
                    DecisionModel.Fact.newBuilder().setPath(fact).setQuestion("What is it?"));
            reads.append("has(brief.").append(fact).append(") && ");
        }
        reads.append("brief.objective.type == Objective.Type.MIXED");
        for (int i = 0; i < criteria; i++) {
            model.addCriteria(
                    ModelCases.criterion("c" + i, reads.toString())
                            .setSynchronous(i % 7)
                            .setAsynchronous(i % 5)
                            .setBlended(9));
        }
        return model.build();
    }
}
