package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.answersTo;
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
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** When the learning guide chooses which workflow, and what never changes a choice. */
class GuideChoiceTest {

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

    @Test
    @Rule("L-028")
    void eachLimitOfLiveAppearsWhenItIsAdverse() {
        Assessment favourable =
                assess(
                        COACHING.replace(
                                "\"timeZones\": 1", "\"timeZones\": 1, \"bandwidth\": \"GOOD\""));
        Assessment adverse =
                assess(
                        """
                        "objective": {"type": "SKILL", "statement": "Coach"},
                        "audience": {"size": 20, "timeZones": 6, "schedules": "VARYING",
                                     "bandwidth": "POOR", "techLiteracy": "LOW",
                                     "liveTime": {"minutes": 120}},
                        "content": {"interactionReplicableAsync": false},
                        "resources": {"facilitators": "LIMITED"}
                        """);

        String[] limits = {
            "zone-conflicts",
            "schedule-conflicts",
            "weak-connections",
            "technical-trouble",
            "facilitation-quality"
        };
        assertThat(ids(favourable.getRisksList())).doesNotContain(limits);
        assertThat(ids(adverse.getRisksList())).contains(limits).contains("screen-fatigue");
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

    @ParameterizedTest
    @Rule({"L-030", "L-032"})
    @ValueSource(
            strings = {
                "\"objective\": {\"type\": \"KNOWLEDGE\", \"statement\": \"Theory\"}, \"content\":"
                    + " {\"changeFrequency\": \"RARELY\", \"selfContained\": true}, \"activities\":"
                    + " [{\"key\": \"a\", \"text\": \"Recorded lecture on theory\"}]",
                "\"objective\": {\"type\": \"KNOWLEDGE\", \"statement\": \"Use the software\"},"
                    + " \"content\": {\"needsDemonstration\": true, \"changeFrequency\":"
                    + " \"YEARLY\", \"selfContained\": true, \"interactionReplicableAsync\": true},"
                    + " \"activities\": [{\"key\": \"a\", \"text\": \"Recorded software"
                    + " demonstration\"}, {\"key\": \"b\", \"text\": \"Self-paced quiz\"}]",
                "\"objective\": {\"type\": \"KNOWLEDGE\", \"statement\": \"Grow\"}, \"audience\":"
                        + " {\"selfRegulation\": \"HIGH\", \"motivation\": \"HIGH\"}, \"content\":"
                        + " {\"nature\": \"INFORMATIONAL\"}",
            })
    void stableSelfContainedContentIsAsynchronous(String brief) {
        assertThat(assess(brief).getRecommended()).isEqualTo(ASYNCHRONOUS);
    }

    @Test
    @Rule("L-031")
    void largerFurtherAndLessPredictableNeverLowersAsynchronous() {
        String brief =
                """
                "objective": {"type": "SKILL", "statement": "Do it"},
                "audience": {"size": %d, "timeZones": %d, "schedules": "%s"}
                """;
        int before = Integer.MIN_VALUE;
        for (int size : List.of(5, 30, 90, 200, 2000)) {
            before = atLeast(before, brief.formatted(size, 3, "VARYING"));
        }
        before = Integer.MIN_VALUE;
        for (int zones : List.of(1, 2, 4, 8, 12, 24)) {
            before = atLeast(before, brief.formatted(60, zones, "VARYING"));
        }
        before = Integer.MIN_VALUE;
        for (String schedules :
                List.of("CAN_BLOCK_TIME", "VARYING", "UNPREDICTABLE", "CANNOT_COMMIT")) {
            before = atLeast(before, brief.formatted(60, 3, schedules));
        }
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

        assertThat(toolFirst.getScoresList()).isEqualTo(plain.getScoresList());
        assertThat(toolFirst.getRecommended()).isEqualTo(plain.getRecommended());
        assertThat(ids(toolFirst.getWarningsList())).contains("tool-first");
        assertThat(habit.getScoresList()).isEqualTo(plain.getScoresList());
        assertThat(ids(habit.getWarningsList())).contains("habit");
        assertThat(plain.getWarningsList()).isEmpty();
    }

    @Test
    @Rule({"L-004", "L-022"})
    void synchronousCostsLoadAndGivesFeedbackAndPresence() {
        Assessment answer = assess(COACHING);

        assertThat(ids(answer.getRisksList())).contains("high-load");
        assertThat(ids(answer.getBenefitsList())).contains("immediate-feedback", "social-presence");
        assertThat(answersTo(answer, "high-load")).contains("breaks");
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
            assertThat(
                            score(reacting, SYNCHRONOUS)
                                    + score(reacting, BLENDED)
                                    - score(reacting, ASYNCHRONOUS))
                    .isGreaterThanOrEqualTo(
                            score(apart, SYNCHRONOUS)
                                    + score(apart, BLENDED)
                                    - score(apart, ASYNCHRONOUS));
        }
    }
}
