package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Contribution;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.Score;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What somebody needs who has to defend an answer. */
class GuideDefenceTest {

    @ParameterizedTest
    @Rule("L-093")
    @ValueSource(strings = {COMPLIANCE, COACHING, DATA_ANALYSIS})
    void reasonsTradeOffsTheTwoNotChosenAndTheStepsAreThereWithOneSetOfNumbers(String brief) {
        Assessment answer = assess(brief);

        assertThat(answer.getContributionsList())
                .isNotEmpty()
                .allSatisfy(
                        each -> {
                            assertThat(each.getReason()).isNotBlank();
                            assertThat(each.getSource()).contains("L-");
                        });
        assertThat(answer.getBenefitsList()).isNotEmpty();
        assertThat(answer.getRisksList()).isNotEmpty();
        assertThat(answer.getFrictionList()).isNotEmpty();
        assertThat(answer.getScoresList())
                .extracting(Score::getWorkflow)
                .containsExactlyInAnyOrder(SYNCHRONOUS, ASYNCHRONOUS, BLENDED);
        assertThat(answer.getTraceList()).hasSize(7);
        assertThat(answer.getComparisonList()).hasSize(7);
        for (Score score : answer.getScoresList()) {
            assertThat(
                            answer.getContributionsList().stream()
                                    .mapToInt(
                                            each ->
                                                    switch (score.getWorkflow()) {
                                                        case SYNCHRONOUS -> each.getSynchronous();
                                                        case ASYNCHRONOUS -> each.getAsynchronous();
                                                        case BLENDED -> each.getBlended();
                                                        default -> 0;
                                                    })
                                    .sum())
                    .as("the numbers of the reasons are those of the scores")
                    .isEqualTo(score.getPoints());
        }
        assertThat(answer.getContributionsList())
                .extracting(Contribution::getStep)
                .allMatch(step -> step >= 1 && step <= 5);
    }

    @ParameterizedTest
    @Rule("L-035")
    @CsvSource({
        "Group discussion of the case, LIVE",
        "Demonstration with coaching, LIVE",
        "Practice session with feedback from the trainer, LIVE",
        "Reading in depth, SELF_PACED",
        "Reflection on what was learned, SELF_PACED",
        "Exercise sheet to practise alone, SELF_PACED"
    })
    void aBlendPutsEachKindOfActivityOnItsSide(String text, Activity.Mode side) {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "MIXED", "statement": "Do it"},
                        "activities": [
                          {"key": "alone", "text": "Recorded lecture"},
                          {"key": "together", "text": "Live workshop"},
                          {"key": "asked", "text": "%s"}]
                        """
                                .formatted(text));

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(answer.getJourneyList())
                .filteredOn(item -> item.getActivity().equals("asked"))
                .extracting(JourneyItem::getMode)
                .containsExactly(side);
    }

    @Test
    @Rule("L-104")
    void adviceOnGroupsAssessmentAndTroubleDiffersWithTheWorkflow() {
        Assessment together = assess(COACHING);
        Assessment apart = assess(COMPLIANCE);

        for (String about : List.of("dynamics", "assessment", "trouble")) {
            assertThat(ids(together.getMitigationsList()))
                    .contains(about + "-together")
                    .doesNotContain(about + "-apart");
            assertThat(ids(apart.getMitigationsList()))
                    .contains(about + "-apart")
                    .doesNotContain(about + "-together");
            assertThat(text(together, about + "-together"))
                    .isNotEqualTo(text(apart, about + "-apart"));
        }
    }

    private static String text(Assessment answer, String id) {
        return answer.getMitigationsList().stream()
                .filter(point -> point.getId().equals(id))
                .map(Point::getText)
                .findFirst()
                .orElseThrow();
    }
}
