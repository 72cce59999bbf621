package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.missing;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Confidence;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.TraceStep;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** The learning guide's seven steps. */
class GuideStepsTest {

    @Test
    @Rule("L-041")
    void theTraceHasSevenStepsWhoseOptionsNeverGrow() {
        for (String brief : List.of(COACHING, COMPLIANCE, DATA_ANALYSIS)) {
            Assessment answer = assess(brief);
            assertThat(answer.getTraceList())
                    .extracting(TraceStep::getNumber)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7);
            List<Workflow.Value> open = List.of(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);
            for (TraceStep step : answer.getTraceList()) {
                assertThat(open).containsAll(step.getRemainingList());
                open = step.getRemainingList();
            }
            assertThat(open).contains(answer.getRecommended());
        }
    }

    @ParameterizedTest
    @Rule("L-042")
    @CsvSource({
        "KNOWLEDGE, ASYNCHRONOUS",
        "SKILL, SYNCHRONOUS",
        "ATTITUDE, BLENDED",
        "MIXED, BLENDED"
    })
    void theObjectiveAlonePoints(String type, Workflow.Value workflow) {
        assertThat(
                        assess(
                                        "\"objective\": {\"type\": \"%s\", \"statement\": \"x\"}"
                                                .formatted(type))
                                .getRecommended())
                .isEqualTo(workflow);
    }

    @Test
    @Rule("L-044")
    void whatIsNotStatedLowersConfidenceAndIsNamed() {
        Assessment little = assess("\"objective\": {\"statement\": \"x\"}");
        Assessment more = assess(COACHING);

        assertThat(little.getConfidence().getPercent()).isZero();
        assertThat(more.getConfidence().getPercent()).isBetween(1, 99);
        assertThat(missing(little))
                .contains(
                        "audience.time_zones",
                        "audience.schedules",
                        "audience.tech_literacy",
                        "audience.preferred_pace",
                        "audience.self_regulation");
        assertThat(missing(more)).doesNotContain("audience.time_zones", "audience.schedules");
        assertThat(little.getConfidence().getMissingList())
                .extracting(Confidence.MissingFact::getWeightPercent)
                .isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    @Rule("L-044")
    void theAudienceStepEndsWithTheLearnersProfile() {
        Assessment answer =
                assess(
                        """
                        "objective": {"statement": "x"},
                        "audience": {"size": 30, "timeZones": 3, "schedules": "VARYING",
                                     "techLiteracy": "LOW", "preferredPace": "FIXED",
                                     "selfRegulation": "HIGH"}
                        """);

        assertThat(answer.getTrace(1).getFindings(0))
                .startsWith("Learner profile: ")
                .contains(
                        "size 30",
                        "time_zones 3",
                        "schedules VARYING",
                        "tech_literacy LOW",
                        "preferred_pace FIXED",
                        "self_regulation HIGH");
    }

    @Test
    @Rule("L-045")
    void reachabilityDecidesBetweenNearAndFar() {
        String brief =
                "\"objective\": {\"statement\": \"x\"}, \"audience\": {\"timeZones\": %d,"
                        + " \"schedules\": \"%s\"}";

        assertThat(assess(brief.formatted(1, "CAN_BLOCK_TIME")).getRecommended())
                .isEqualTo(SYNCHRONOUS);
        assertThat(assess(brief.formatted(10, "CANNOT_COMMIT")).getRecommended())
                .isEqualTo(ASYNCHRONOUS);
    }

    @Test
    @Rule({"L-046", "L-069"})
    void strugglingLearnersGetALiveElement() {
        Assessment answer =
                assess(
                        COMPLIANCE.replace(
                                "\"size\": 500", "\"size\": 500, \"selfRegulation\": \"LOW\""));

        assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(answer.getSecondaryComponent().getLive()).isTrue();
        assertThat(ids(answer.getMitigationsList()))
                .contains("study-schedule", "check-ins", "optional-live-groups");
    }

    @Test
    @Rule("L-047")
    void changeFrequencyNeverRaisesAsynchronousAndRulesItOutWhenComplex() {
        int before = Integer.MAX_VALUE;
        for (String often : List.of("RARELY", "YEARLY", "MONTHLY", "WEEKLY")) {
            int points = score(assess(COMPLIANCE.replace("YEARLY", often)), ASYNCHRONOUS);
            assertThat(points).isLessThanOrEqualTo(before);
            before = points;
        }
        Assessment fast =
                assess(
                        """
                        "objective": {"type": "KNOWLEDGE", "statement": "Keep up"},
                        "audience": {"size": 40, "timeZones": 2, "selfRegulation": "HIGH"},
                        "content": {"complexity": "HIGH", "changeFrequency": "WEEKLY",
                                    "selfContained": true, "nature": "INFORMATIONAL"}
                        """);
        assertThat(fast.getRecommended()).isIn(SYNCHRONOUS, BLENDED);
    }

    @Test
    @Rule("L-048")
    void demonstrationPracticeAndDiscussionAreScoredAndTraced() {
        Assessment answer =
                assess(
                        "\"objective\": {\"statement\": \"x\"}, \"content\":"
                            + " {\"needsDemonstration\": true, \"needsPracticeWithFeedback\": true,"
                            + " \"needsDiscussion\": false}");

        assertThat(answer.getContributionsList())
                .extracting(each -> each.getCriterion())
                .contains("demonstration", "practice-with-feedback")
                .doesNotContain("discussion");
        assertThat(answer.getTrace(2).getFindings(0))
                .contains("demonstration yes", "practice with feedback yes", "discussion no");
        Assessment talking =
                assess(
                        "\"objective\": {\"statement\": \"x\"}, \"content\":"
                                + " {\"needsDiscussion\": true}");
        assertThat(talking.getContributionsList())
                .extracting(each -> each.getCriterion())
                .contains("discussion")
                .doesNotContain("demonstration", "practice-with-feedback");
        assertThat(talking.getTrace(2).getFindings(0)).contains("discussion yes");
    }

    @Test
    @Rule({"L-049", "L-051"})
    void missingResourcesAreGaps() {
        Assessment answer =
                assess(
                        COMPLIANCE
                                + ", \"resources\": {\"facilitators\": \"NONE\", \"production\":"
                                + " \"NONE\", \"lms\": \"NONE\", \"budget\": \"LOW\"}");

        assertThat(answer.getGapsList())
                .extracting(FeasibilityGap::getRule)
                .contains("no-facilitator", "no-production", "no-learning-platform", "low-budget");
        assertThat(answer.getGapsList())
                .allSatisfy(gap -> assertThat(gap.getRemedy()).isNotBlank());
        assertThat(ids(answer.getRisksList())).contains("poor-recordings");
    }

    @Test
    @Rule({"L-050", "N-13"})
    void withoutAFacilitatorLiveNeedsItsGapClosed() {
        String withoutFacilitator = COACHING.replace("SKILLED", "NONE");
        Assessment noChoice = assess(withoutFacilitator);
        assertThat(noChoice.getGapsList())
                .anySatisfy(
                        gap -> {
                            assertThat(gap.getRule()).isEqualTo("no-facilitator");
                            assertThat(gap.getBlocks()).isEqualTo(noChoice.getRecommended());
                            assertThat(gap.getSeverity()).isEqualTo(FeasibilityGap.Severity.GAP);
                        });
        assertThat(noChoice.getScoresList()).noneMatch(score -> score.getFeasible());

        Assessment replicable =
                assess(
                        withoutFacilitator.replace(
                                "\"content\": {",
                                "\"content\": {\"interactionReplicableAsync\": true, "));
        assertThat(replicable.getBestFit()).isEqualTo(SYNCHRONOUS);
        assertThat(replicable.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(replicable.getSummary()).contains("blocked by a gap");
    }

    @Test
    void thePrototypeStepAsksForATwoWeekPilot() {
        assertThat(assess(COACHING).getTrace(5).getFindings(0))
                .contains("14 days", "timing", "engagement", "cognitive load", "technical");
    }
}
