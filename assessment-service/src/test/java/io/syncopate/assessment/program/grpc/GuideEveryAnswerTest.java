package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.answersTo;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.comparison;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.ComparisonRow;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What the learning guide says of every answer of a kind, shown by all of many unlike briefs. */
class GuideEveryAnswerTest {

    private static final List<String> TYPES = List.of("KNOWLEDGE", "SKILL", "ATTITUDE", "MIXED");
    private static final List<Integer> SIZES = List.of(8, 45, 500);
    private static final List<Integer> ZONES = List.of(1, 12);
    private static final List<String> SCHEDULES = List.of("CAN_BLOCK_TIME", "CANNOT_COMMIT");
    private static final List<String> MOTIVATIONS = List.of("LOW", "HIGH");
    private static final List<String> CONTENTS =
            List.of(
                    "",
                    "\"nature\": \"INFORMATIONAL\", \"selfContained\": true",
                    "\"complexity\": \"HIGH\", \"changeFrequency\": \"WEEKLY\"",
                    "\"needsPracticeWithFeedback\": true, \"interactionReplicableAsync\": false");

    private static List<Answered> answers = List.of();

    private record Answered(String brief, Assessment answer) {

        List<String> risks() {
            return ids(answer.getRisksList());
        }

        List<String> benefits() {
            return ids(answer.getBenefitsList());
        }

        List<String> mustHaves() {
            return ids(answer.getMustHavesList());
        }
    }

    @BeforeAll
    static void ask() {
        answers = briefs().stream().map(brief -> new Answered(brief, assess(brief))).toList();
        // None of what follows is shown by a few answers only.
        for (Workflow.Value workflow : List.of(SYNCHRONOUS, ASYNCHRONOUS, BLENDED)) {
            assertThat(recommending(workflow)).as("%s", workflow).hasSizeGreaterThan(20);
        }
    }

    @Test
    @Rule("L-004")
    void everySynchronousOneCostsLoadAndGivesFeedbackAndPresence() {
        assertThat(recommending(SYNCHRONOUS))
                .allSatisfy(
                        each -> {
                            assertThat(each.risks()).contains("high-load");
                            assertThat(each.benefits())
                                    .contains("immediate-feedback", "social-presence");
                        });
    }

    @Test
    @Rule("L-022")
    void synchronousRanksHighestInLoadAndGetsBreaks() {
        assertThat(comparison().getRowsList())
                .filteredOn(row -> row.getAspect() == ComparisonRow.Aspect.COGNITIVE_LOAD)
                .singleElement()
                .satisfies(
                        load ->
                                assertThat(load.getMostFirstList())
                                        .containsExactly(SYNCHRONOUS, BLENDED, ASYNCHRONOUS));
        assertThat(recommending(SYNCHRONOUS))
                .allSatisfy(
                        each ->
                                assertThat(answersTo(each.answer(), "high-load"))
                                        .contains("breaks"));
        for (Workflow.Value lighter : List.of(ASYNCHRONOUS, BLENDED)) {
            assertThat(recommending(lighter))
                    .allSatisfy(each -> assertThat(each.risks()).doesNotContain("high-load"));
        }
    }

    @Test
    @Rule("L-033")
    void everyAsynchronousOneHasItsThreeMustHaves() {
        assertThat(recommending(ASYNCHRONOUS))
                .allSatisfy(
                        each -> {
                            assertThat(each.mustHaves())
                                    .contains(
                                            "chunking", "interactive-elements", "timely-feedback");
                            assertThat(text(each, "chunking")).contains("short pieces");
                            assertThat(text(each, "interactive-elements"))
                                    .contains("quizzes", "branching");
                            assertThat(text(each, "timely-feedback"))
                                    .contains("automated", "check-ins");
                        });
        for (Workflow.Value other : List.of(SYNCHRONOUS, BLENDED)) {
            assertThat(recommending(other))
                    .allSatisfy(each -> assertThat(each.mustHaves()).doesNotContain("chunking"));
        }
    }

    @Test
    @Rule("L-098")
    void everyAsynchronousOneNamesIsolationAndAMeasureAgainstIt() {
        assertThat(recommending(ASYNCHRONOUS))
                .allSatisfy(
                        each -> {
                            assertThat(each.risks()).contains("isolation");
                            assertThat(answersTo(each.answer(), "isolation")).isNotEmpty();
                        });
    }

    @Test
    @Rule("L-012")
    void everyAsynchronousOneForTheUnmotivatedMissesTheCompanyOfOthers() {
        assertThat(recommending(ASYNCHRONOUS))
                .filteredOn(each -> each.brief().contains("\"motivation\": \"LOW\""))
                .hasSizeGreaterThan(20)
                .allSatisfy(each -> assertThat(each.risks()).contains("no-social-feedback"));
        assertThat(recommending(ASYNCHRONOUS))
                .filteredOn(each -> each.brief().contains("\"motivation\": \"HIGH\""))
                .hasSizeGreaterThan(20)
                .allSatisfy(each -> assertThat(each.risks()).doesNotContain("no-social-feedback"));
    }

    @Test
    @Rule({"L-065", "N-10"})
    void everyOneHasASecondComponent() {
        assertThat(answers)
                .allSatisfy(
                        each ->
                                assertThat(each.answer().getSecondaryComponent().getText())
                                        .isNotBlank());
    }

    @Test
    @Rule("N-19")
    void beforeTheJourneyOnlyWhatIsOutOfReachClosesABlend() {
        assertThat(answers)
                .allSatisfy(each -> assertThat(opensAtTheJourney(each.answer(), BLENDED)).isTrue());
        assertThat(recommending(SYNCHRONOUS))
                .filteredOn(each -> !each.answer().getNearTie())
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        each ->
                                assertThat(each.answer().getTrace(4).getClosedList())
                                        .as("a blend that scores lower is closed by the journey")
                                        .anyMatch(closed -> closed.getWorkflow() == BLENDED));

        Assessment nobodyToLead =
                assess(COMPLIANCE + ", \"resources\": {\"facilitators\": \"NONE\"}");
        assertThat(opensAtTheJourney(nobodyToLead, BLENDED)).isFalse();
        assertThat(nobodyToLead.getGapsList()).anyMatch(gap -> gap.getBlocks() == BLENDED);
    }

    /** Whether it is left after the first four steps. */
    private static boolean opensAtTheJourney(Assessment answer, Workflow.Value workflow) {
        return answer.getTrace(3).getRemainingList().contains(workflow);
    }

    private static List<Answered> recommending(Workflow.Value workflow) {
        return answers.stream().filter(each -> each.answer().getRecommended() == workflow).toList();
    }

    private static String text(Answered answered, String mustHave) {
        return answered.answer().getMustHavesList().stream()
                .filter(point -> point.getId().equals(mustHave))
                .map(point -> point.getText())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> briefs() {
        List<String> briefs = new ArrayList<>(List.of(COACHING, COMPLIANCE, DATA_ANALYSIS));
        for (String type : TYPES) {
            for (int size : SIZES) {
                for (int zones : ZONES) {
                    for (String schedules : SCHEDULES) {
                        for (String motivation : MOTIVATIONS) {
                            for (String content : CONTENTS) {
                                briefs.add(
                                        """
                                        "objective": {"type": "%s", "statement": "Do it"},
                                        "audience": {"size": %d, "timeZones": %d,
                                                     "schedules": "%s", "motivation": "%s"},
                                        "content": {%s}
                                        """
                                                .formatted(
                                                        type,
                                                        size,
                                                        zones,
                                                        schedules,
                                                        motivation,
                                                        content));
                            }
                        }
                    }
                }
            }
        }
        return briefs;
    }
}
