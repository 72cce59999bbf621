package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.atLeast;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.lead;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Confidence;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.Score;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** When the learning guide chooses which workflow, and what never changes a choice. */
class GuideChoiceTest {

    private static final List<String> LIMITS =
            List.of(
                    "zone-conflicts",
                    "schedule-conflicts",
                    "weak-connections",
                    "technical-trouble",
                    "facilitation-quality",
                    "screen-fatigue");

    @ParameterizedTest
    @Rule("L-025")
    @ValueSource(
            strings = {
                "\"needsPracticeWithFeedback\": true",
                "\"needsPracticeWithFeedback\": true, \"needsDemonstration\": true,"
                        + " \"problemSolving\": true",
                "\"nature\": \"DISCUSSION\", \"learnersReactToEachOther\": true,"
                        + " \"needsDiscussion\": true",
            })
    void whatCannotBeReplicatedAsynchronouslyIsSynchronous(String content) {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "SKILL", "statement": "Do it together"},
                        "audience": {"size": 12},
                        "content": {"interactionReplicableAsync": false, %s}
                        """
                                .formatted(content));

        assertThat(answer.getRecommended()).isEqualTo(SYNCHRONOUS);
    }

    @ParameterizedTest
    @Rule("L-026")
    @CsvSource(
            delimiter = '|',
            value = {
                "SKILL | \"needsPracticeWithFeedback\": true, \"needsDemonstration\": true",
                "SKILL | \"needsPracticeWithFeedback\": true, \"learnersReactToEachOther\": true",
                "KNOWLEDGE | \"sensitiveTopic\": true, \"selfContained\": true, \"nature\":"
                        + " \"INFORMATIONAL\"",
            })
    void practiceRolePlayAndSensitiveTalksAreNeverAsynchronous(String type, String content) {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "%s", "statement": "Do it"},
                        "audience": {"size": 400, "timeZones": 12, "schedules": "UNPREDICTABLE"},
                        "content": {%s}
                        """
                                .formatted(type, content));

        assertThat(answer.getRecommended()).isNotEqualTo(ASYNCHRONOUS);
    }

    @ParameterizedTest
    @Rule("L-013")
    @ValueSource(strings = {"SKILLED", "LIMITED", "NONE"})
    void errorsThatMustBeCaughtQuicklyAreNeverPurelyAsynchronous(String facilitators) {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "KNOWLEDGE", "statement": "Pronounce it"},
                        "audience": {"size": 500, "timeZones": 12, "schedules": "CANNOT_COMMIT"},
                        "content": {"nature": "INFORMATIONAL", "selfContained": true,
                                    "errorsMustBeCaughtQuickly": true},
                        "resources": {"facilitators": "%s"}
                        """
                                .formatted(facilitators));

        assertThat(answer.getRecommended()).isNotEqualTo(ASYNCHRONOUS);
    }

    @Test
    @Rule("L-027")
    void aSmallGroupWithLowMotivationIsNeverAsynchronous() {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "KNOWLEDGE", "statement": "Know it"},
                        "audience": {"size": 15, "motivation": "LOW", "selfRegulation": "HIGH"},
                        "content": {"nature": "INFORMATIONAL", "selfContained": true,
                                    "changeFrequency": "RARELY"}
                        """);

        assertThat(answer.getRecommended()).isIn(SYNCHRONOUS, BLENDED);
    }

    @ParameterizedTest
    @Rule("L-028")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"timeZones\": 1 | \"timeZones\": 6 | zone-conflicts",
                "CAN_BLOCK_TIME | VARYING | schedule-conflicts",
                "GOOD | POOR | weak-connections",
                "\"techLiteracy\": \"HIGH\" | \"techLiteracy\": \"LOW\" | technical-trouble",
                "SKILLED | LIMITED | facilitation-quality",
                "\"minutes\": 60 | \"minutes\": 120 | screen-fatigue",
            })
    void eachLimitOfLiveAppearsWithItsFactAlone(String favourable, String adverse, String limit) {
        String brief =
                COACHING.replace(
                                "\"timeZones\": 1",
                                "\"timeZones\": 1, \"bandwidth\": \"GOOD\", \"techLiteracy\":"
                                        + " \"HIGH\"")
                        .replace("\"minutes\": 120", "\"minutes\": 60");
        assertThat(brief).contains(favourable);

        assertThat(ids(assess(brief).getRisksList())).doesNotContainAnyElementsOf(LIMITS);
        assertThat(ids(assess(brief.replace(favourable, adverse)).getRisksList()))
                .filteredOn(LIMITS::contains)
                .containsExactly(limit);
    }

    @Test
    @Rule("L-029")
    void largeOrInformationalEachLowersSynchronousAndBothNeverGiveIt() {
        int plain = score(assess(COACHING), SYNCHRONOUS);
        String informational =
                COACHING.replace("\"content\": {", "\"content\": {\"nature\": \"INFORMATIONAL\", ");
        String large = COACHING.replace("\"size\": 30", "\"size\": 250");

        assertThat(score(assess(informational), SYNCHRONOUS)).isLessThan(plain);
        assertThat(score(assess(large), SYNCHRONOUS)).isLessThan(plain);
        assertThat(assess(informational.replace("\"size\": 30", "\"size\": 250")).getRecommended())
                .isNotEqualTo(SYNCHRONOUS);
    }

    @Test
    @Rule("L-023")
    void moreLearnersAloneNeverRaiseSynchronous() {
        int before = Integer.MAX_VALUE;
        for (int size : List.of(5, 30, 90, 200, 2000)) {
            int points =
                    score(
                            assess(COACHING.replace("\"size\": 30", "\"size\": " + size)),
                            SYNCHRONOUS);
            assertThat(points).isLessThanOrEqualTo(before);
            before = points;
        }
    }

    @ParameterizedTest
    @CsvSource({
        // 6 people with 4 hours a week lead 2 labs of 90 minutes each: 12 groups of 15.
        "180, 6, 4,   90, 1, true",
        "181, 6, 4,   90, 1, false",
        // Twice the time between sessions is twice the hours: 5 labs each.
        "450, 6, 4,   90, 2, true",
        "451, 6, 4,   90, 2, false",
        // Not even one lab each.
        "  8, 6, 1,   90, 1, false"
    })
    @Rule("L-023")
    void aBlendIsCappedByTheSeatsOfItsLiveSessions(
            int people, int facilitators, double hours, int minutes, int weeks, boolean seated) {
        Assessment answer =
                assess(
                        DATA_ANALYSIS
                                        .replace(
                                                "\"size\": 80",
                                                "\"size\": %d, \"liveTime\": {\"minutes\": %d, \"everyWeeks\": %d}"
                                                        .formatted(people, minutes, weeks))
                                        .replace(
                                                "\"needsPracticeWithFeedback\": true",
                                                "\"interactionReplicableAsync\": true")
                                + ", \"resources\": {\"facilitators\": \"SKILLED\", \"facilitatorCount\": %d, \"facilitatorHoursPerWeek\": %s}"
                                        .formatted(facilitators, hours));

        assertThat(answer.getScoresList())
                .filteredOn(score -> score.getWorkflow() == BLENDED)
                .extracting(Score::getFeasible)
                .containsExactly(seated);
        assertThat(answer.getGapsList())
                .filteredOn(gap -> gap.getRule().equals("too-few-seats"))
                .extracting(FeasibilityGap::getBlocks)
                .hasSize(seated ? 0 : 2)
                .isSubsetOf(SYNCHRONOUS, BLENDED);
        if (!seated) {
            assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        }
    }

    @Test
    @Rule("L-023")
    void seatsThatAreNotKnownCapNothing() {
        Assessment answer =
                assess(
                        DATA_ANALYSIS
                                + ", \"resources\": {\"facilitators\": \"SKILLED\","
                                + " \"facilitatorCount\": 1}");

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(answer.getConfidence().getMissingList())
                .extracting(Confidence.MissingFact::getFact)
                .contains("resources.facilitator_hours_per_week");
    }

    @Test
    @Rule({"L-003", "L-056", "L-097"})
    void toolsAndHabitsChangeNothingAndAreWarnedAbout() {
        Assessment plain = assess(COMPLIANCE);
        Assessment toolFirst =
                assess(
                        COMPLIANCE
                                + ", \"resources\": {\"ownedTools\": [\"video-conference"
                                + " licence\"]}, \"reasonKind\": \"TOOL_OWNED\","
                                + " \"requestedWorkflow\": \"SYNCHRONOUS\"");
        Assessment habit = assess(COMPLIANCE + ", \"reasonKind\": \"HABIT\"");
        Assessment trend = assess(COMPLIANCE + ", \"reasonKind\": \"TREND\"");

        assertThat(toolFirst.getScoresList()).isEqualTo(plain.getScoresList());
        assertThat(toolFirst.getRecommended()).isEqualTo(plain.getRecommended());
        assertThat(ids(toolFirst.getWarningsList())).contains("tool-first");
        assertThat(habit.getScoresList()).isEqualTo(plain.getScoresList());
        assertThat(ids(habit.getWarningsList())).contains("habit");
        assertThat(trend.getScoresList()).isEqualTo(plain.getScoresList());
        assertThat(ids(trend.getWarningsList())).contains("trend");
        assertThat(plain.getWarningsList()).isEmpty();
    }

    @Test
    @Rule("L-005")
    void lessSelfRegulationNeverRaisesAsynchronous() {
        int before = Integer.MIN_VALUE;
        for (String rung : List.of("LOW", "MIXED", "MEDIUM", "HIGH")) {
            before =
                    atLeast(
                            before,
                            COMPLIANCE.replace(
                                    "\"size\": 500",
                                    "\"size\": 500, \"selfRegulation\": \"%s\"".formatted(rung)));
        }
    }

    @Test
    @Rule("L-006")
    void problemSolvingAndDemonstrationPullApart() {
        String brief = "\"objective\": {\"statement\": \"Do it\"}, \"content\": {%s}";
        Assessment plain = assess(brief.formatted(""));
        Assessment solving = assess(brief.formatted("\"problemSolving\": true"));
        Assessment showing = assess(brief.formatted("\"needsDemonstration\": true"));

        assertThat(lead(solving)).isLessThan(lead(plain));
        assertThat(lead(showing)).isGreaterThan(lead(plain));
    }

    @Test
    @Rule("L-007")
    void interdependenceNeverHelpsAsynchronous() {
        for (String brief : List.of(COACHING, COMPLIANCE, DATA_ANALYSIS)) {
            Assessment apart = assess(brief);
            Assessment reacting =
                    assess(
                            brief.replace(
                                    "\"content\": {",
                                    "\"content\": {\"learnersReactToEachOther\": true, "));
            for (var together : List.of(SYNCHRONOUS, BLENDED)) {
                assertThat(score(reacting, together) - score(reacting, ASYNCHRONOUS))
                        .as("%s of %s", together, brief)
                        .isGreaterThanOrEqualTo(
                                score(apart, together) - score(apart, ASYNCHRONOUS));
            }
        }
    }
}
