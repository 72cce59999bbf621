package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.answersTo;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.comparison;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.lead;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.ComparisonRow;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the learning guide tells beside its choice: feedback, company, friction, the comparison. */
class GuideAdviceTest {

    @Test
    @Rule("L-011")
    void reflectiveLearnersPullAwayFromLiveAndAreIncluded() {
        Assessment plain = assess(COACHING);
        Assessment reflective =
                assess(
                        COACHING.replace(
                                "\"size\": 30",
                                "\"size\": 30, \"interactionPreference\": \"REFLECTIVE\""));

        assertThat(lead(reflective)).isLessThan(lead(plain));
        assertThat(ids(reflective.getMitigationsList())).contains("room-for-the-quiet");
    }

    @Test
    @Rule({"L-010", "L-012", "L-014", "L-015"})
    void feedbackAndCompanyAreTalkedAboutWhereTheyMatter() {
        Assessment interactive =
                assess(
                        COACHING.replace(
                                "\"size\": 30",
                                "\"size\": 30, \"interactionPreference\": \"INTERACTIVE\""));
        assertThat(ids(interactive.getBenefitsList())).contains("reads-the-room");
        assertThat(ids(interactive.getRisksList())).contains("shallow-feedback");
        Assessment unmotivated =
                assess(
                        COMPLIANCE.replace(
                                "\"size\": 500", "\"size\": 500, \"motivation\": \"LOW\""));
        assertThat(unmotivated.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(ids(unmotivated.getRisksList())).contains("no-social-feedback", "lost-momentum");
        assertThat(ids(unmotivated.getBenefitsList())).contains("thoughtful-feedback");
        assertThat(answersTo(unmotivated, "lost-momentum")).contains("feedback-turnaround");
    }

    @Test
    @Rule({"L-018", "L-019", "L-020", "L-021", "L-022", "L-023", "L-024"})
    void theComparisonHasTheGuidesCells() {
        var comparison = comparison();

        assertThat(comparison.getRowsList())
                .extracting(ComparisonRow::getAspect)
                .containsExactly(
                        ComparisonRow.Aspect.CONTENT_DELIVERY,
                        ComparisonRow.Aspect.INTERACTION,
                        ComparisonRow.Aspect.FEEDBACK_CADENCE,
                        ComparisonRow.Aspect.LEARNER_AUTONOMY,
                        ComparisonRow.Aspect.COGNITIVE_LOAD,
                        ComparisonRow.Aspect.SCALABILITY,
                        ComparisonRow.Aspect.BEST_FOR);
        assertThat(comparison.getRows(0).getSynchronous())
                .isEqualTo("Live lectures, real-time demos, interactive workshops");
        assertThat(comparison.getRows(3).getSynchronous()).startsWith("Low");
        assertThat(comparison.getRows(3).getAsynchronous()).startsWith("High");
        assertThat(comparison.getRows(3).getBlended()).startsWith("Moderate");
        assertThat(comparison.getRows(6).getBlended())
                .isEqualTo("Complex topics needing both structure and flexibility");
        assertThat(comparison.getGuidance().getAsOf()).isEqualTo("2026-05");
        assertThat(assess(COACHING).getComparisonList()).isEqualTo(comparison.getRowsList());
    }

    @Test
    @Rule({"L-017", "L-024"})
    void eachWorkflowWinsSomewhereAndAllAreAlwaysShown() {
        Set<Workflow.Value> seen = EnumSet.noneOf(Workflow.Value.class);
        for (String brief :
                List.of(
                        COACHING,
                        COMPLIANCE,
                        DATA_ANALYSIS,
                        "\"objective\": {\"type\": \"MIXED\", \"statement\": \"x\"}, \"content\":"
                                + " {\"complexity\": \"HIGH\"}")) {
            Assessment answer = assess(brief);
            seen.add(answer.getRecommended());
            assertThat(answer.getScoresList())
                    .extracting(each -> each.getWorkflow())
                    .containsExactlyInAnyOrder(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);
            assertThat(answer.getSummary()).isNotBlank();
            for (var score : answer.getScoresList()) {
                int sum =
                        answer.getContributionsList().stream()
                                .mapToInt(
                                        each ->
                                                switch (score.getWorkflow()) {
                                                    case SYNCHRONOUS -> each.getSynchronous();
                                                    case ASYNCHRONOUS -> each.getAsynchronous();
                                                    default -> each.getBlended();
                                                })
                                .sum();
                assertThat(score.getPoints()).isEqualTo(sum);
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);
    }

    @Test
    @Rule("L-040")
    void frictionIsThatOfTheWorkflowAndToleranceShiftsCloseCallsOnly() {
        assertThat(ids(assess(COACHING).getFrictionList()))
                .containsExactly("friction-common-time", "friction-glitches", "friction-overload");
        assertThat(ids(assess(COMPLIANCE).getFrictionList()))
                .containsExactly(
                        "friction-delay", "friction-accountability", "friction-discipline");
        assertThat(ids(assess(DATA_ANALYSIS).getFrictionList()))
                .containsExactly("friction-spread", "friction-coordination");
        for (String brief : List.of(COACHING, COMPLIANCE)) {
            Assessment impatient =
                    assess(brief.replace("\"size\":", "\"frictionTolerance\": \"LOW\", \"size\":"));
            assertThat(impatient.getRecommended()).isEqualTo(assess(brief).getRecommended());
            assertThat(Math.abs(impatient.getMargin() - assess(brief).getMargin()))
                    .isLessThanOrEqualTo(40);
        }
    }
}
