package io.syncopate.assessment.program.grpc;

import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.ComparisonRow;
import io.syncopate.proto.assessment.v1.Confidence;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.GetWorkflowComparisonRequest;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.Point;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.TraceStep;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The learning guide's rules, asked of the service as anybody would ask: a brief in, an answer out. */
class LearningGuideRulesTest {

    private static final AssessmentServer SERVER = new AssessmentServer();

    private static final String COACHING =
            """
            "objective": {"type": "SKILL", "statement": "Managers coach their people"},
            "audience": {"size": 30, "timeZones": 1, "schedules": "CAN_BLOCK_TIME",
                         "liveTime": {"minutes": 120, "everyWeeks": 2}},
            "content": {"complexity": "HIGH", "needsPracticeWithFeedback": true, "needsDiscussion": true},
            "resources": {"facilitators": "SKILLED"}
            """;
    private static final String COMPLIANCE =
            """
            "objective": {"type": "KNOWLEDGE", "statement": "Know the data-privacy rules",
                          "finalAssessment": "CERTIFICATION"},
            "audience": {"size": 500, "timeZones": 12, "schedules": "CANNOT_COMMIT"},
            "content": {"nature": "INFORMATIONAL", "changeFrequency": "YEARLY", "selfContained": true}
            """;
    private static final String DATA_ANALYSIS =
            """
            "objective": {"type": "MIXED", "statement": "Analyse data with Python"},
            "audience": {"size": 80, "timeZones": 1, "schedules": "VARYING"},
            "content": {"nature": "MIXED", "complexity": "HIGH", "needsPracticeWithFeedback": true},
            "activities": [
              {"key": "lectures", "text": "Recorded lectures on statistics"},
              {"key": "lab", "text": "Weekly live lab with teaching assistants"},
              {"key": "forum", "text": "Question forum"}]
            """;

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    @Rule({"L-059", "L-033", "L-098"})
    void complianceForAGlobalTeamIsAsynchronous() {
        Assessment answer = assess(COMPLIANCE);

        assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(ids(answer.getMustHavesList()))
                .contains(
                        "chunking",
                        "interactive-elements",
                        "timely-feedback",
                        "automated-final-assessment");
        assertThat(answer.getSecondaryComponent().getText()).contains("forum");
        assertThat(ids(answer.getRisksList())).contains("isolation", "low-completion");
        assertThat(answersTo(answer, "isolation")).isNotEmpty();
    }

    @Test
    @Rule({"L-061", "L-062"})
    void coachingForThirtyManagersIsSynchronousAndDoesNotScale() {
        Assessment answer = assess(COACHING);

        assertThat(answer.getRecommended()).isEqualTo(SYNCHRONOUS);
        assertThat(ids(answer.getMustHavesList()))
                .contains("active-sessions", "building-sessions", "skilled-facilitation");
        assertThat(answer.getSecondaryComponent().getText()).contains("Recordings", "reading");
        assertThat(answer.getSecondaryComponent().getLive()).isFalse();
        assertThat(ids(answer.getRisksList())).contains("does-not-scale");

        Assessment hundreds = assess(COACHING.replace("\"size\": 30", "\"size\": 300"));
        assertThat(hundreds.getRecommended()).isNotEqualTo(SYNCHRONOUS);
        assertThat(hundreds.getGapsList())
                .anySatisfy(
                        gap -> {
                            assertThat(gap.getBlocks()).isEqualTo(SYNCHRONOUS);
                            assertThat(gap.getSeverity())
                                    .isEqualTo(FeasibilityGap.Severity.RULED_OUT);
                        });
    }

    @Test
    @Rule("L-061")
    void readingBeforehandMakesNoBlend() {
        Assessment answer =
                assess(
                        COACHING
                                + """
                                , "activities": [
                                  {"key": "reading", "text": "Reading before the first workshop"},
                                  {"key": "role-play", "text": "Role-play workshop", "repeat": {"count": 6}}]
                                """);

        assertThat(answer.getRecommended()).isEqualTo(SYNCHRONOUS);
        assertThat(modes(answer)).containsExactly(Activity.Mode.SELF_PACED, Activity.Mode.LIVE);
        assertThat(answer.getJourney(1).getRecorded()).isTrue();
        assertThat(answer.getJourney(1).getBuildsOnList()).containsExactly("reading");
        assertThat(answer.getJourney(1).getRepeatCount()).isEqualTo(6);
    }

    @Test
    @Rule({"L-063", "L-064"})
    void dataAnalysisForStudentsIsBlended() {
        Assessment answer = assess(DATA_ANALYSIS);

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(modes(answer))
                .containsExactly(
                        Activity.Mode.SELF_PACED, Activity.Mode.LIVE, Activity.Mode.SELF_PACED);
        JourneyItem lab = answer.getJourney(1);
        assertThat(lab.getAttendance()).isEqualTo(Activity.Attendance.RECOMMENDED);
        assertThat(lab.getRecorded()).isTrue();
        assertThat(lab.getBuildsOnList()).containsExactly("lectures");
        assertThat(answer.getSecondaryComponent().getReason()).contains("difficult");
    }

    @Test
    @Rule({"L-036", "L-052"})
    void aProjectManagementCourseIsBlendedByItsJourney() {
        Assessment answer =
                assess(
                        """
                        "objective": {"type": "SKILL", "statement": "Schedule a project"},
                        "activities": [
                          {"key": "a", "text": "Recorded lectures on scheduling techniques"},
                          {"key": "b", "text": "Live workshop on a case with guidance"},
                          {"key": "c", "text": "Reflection assignment"}]
                        """);

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(modes(answer))
                .containsExactly(
                        Activity.Mode.SELF_PACED, Activity.Mode.LIVE, Activity.Mode.SELF_PACED);
        assertThat(answer.getJourneyList())
                .allSatisfy(item -> assertThat(item.getReason()).isNotBlank());
    }

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

    @ParameterizedTest
    @Rule("L-001")
    @ValueSource(
            strings = {
                "Live lecture",
                "Webinar",
                "Real-time Q&A",
                "Virtual class discussion",
                "Workshop in a room"
            })
    void whatNeedsPeopleAtOneTimeIsLive(String text) {
        assertThat(modeOf(text)).isEqualTo(Activity.Mode.LIVE);
    }

    @ParameterizedTest
    @Rule("L-002")
    @ValueSource(
            strings = {"Recorded video", "Reading on the basics", "Discussion forum", "Assignment"})
    void whatEachCanDoAloneIsSelfPaced(String text) {
        assertThat(modeOf(text)).isEqualTo(Activity.Mode.SELF_PACED);
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, PRESENTATION_ONLY, presentation-only",
        "LIVE, NONE, needless-live",
        "SELF_PACED, REAL_TIME_COLLABORATION, collaboration-with-delay"
    })
    @Rule({"L-008", "L-009", "L-055"})
    void aFormThatDoesNotFitTheInteractionIsWarnedAbout(
            String mode, String interaction, String warning) {
        String activity =
                ", \"activities\": [{\"key\": \"a\", \"text\": \"Unit\", \"mode\": \"%s\","
                        + " \"interaction\": \"%s\"}]";
        Assessment answer = assess(COMPLIANCE + activity.formatted(mode, interaction));

        assertThat(ids(answer.getJourney(0).getWarningsList())).contains(warning);
        assertThat(answer.getJourney(0).getMode()).isEqualTo(Activity.Mode.valueOf(mode));
        if (mode.equals("LIVE")) {
            assertThat(score(answer, SYNCHRONOUS))
                    .isLessThanOrEqualTo(score(assess(COMPLIANCE), SYNCHRONOUS));
        }
    }

    @Test
    @Rule({"L-037", "L-038", "L-039"})
    void aBlendWhosePartsDoNotFitTogetherIsFlagged() {
        Assessment loose =
                assess(
                        """
                        "objective": {"type": "MIXED", "statement": "Do it"},
                        "activities": [
                          {"key": "live", "text": "Live workshop", "contentRef": "same"},
                          {"key": "video", "text": "Recorded lecture", "contentRef": "same"}]
                        """);
        Assessment joined =
                assess(
                        """
                        "objective": {"type": "MIXED", "statement": "Do it"},
                        "activities": [
                          {"key": "video", "text": "Recorded lecture", "contentRef": "one"},
                          {"key": "live", "text": "Live workshop", "contentRef": "two",
                           "attendance": "MANDATORY"}]
                        """);

        assertThat(loose.getRecommended()).isEqualTo(BLENDED);
        assertThat(ids(loose.getJourney(0).getWarningsList()))
                .contains("repeats-content", "attendance-unset", "unlinked");
        assertThat(joined.getJourney(1).getWarningsList()).isEmpty();
    }

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
        var comparison =
                SERVER.assessments()
                        .getWorkflowComparison(GetWorkflowComparisonRequest.getDefaultInstance());

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
        assertThat(more.getTrace(1).getFindings(0)).contains("size 30", "schedules CAN_BLOCK_TIME");
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
    @Rule("L-050")
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

    @Test
    @Rule("L-065")
    void everyAnswerHasASecondaryComponent() {
        for (String brief :
                List.of(COACHING, COMPLIANCE, DATA_ANALYSIS, COACHING.replace("30", "300"))) {
            assertThat(assess(brief).getSecondaryComponent().getText()).isNotBlank();
        }
    }

    @Test
    @Rule({"L-077", "L-094"})
    void everyAnswerSaysHowOldItIsAndWhatToCheck() {
        Assessment plain = assess(COMPLIANCE);
        Assessment medical = assess(COMPLIANCE + ", \"domain\": \"MEDICAL\"");
        Assessment stakes = assess(COMPLIANCE + ", \"domain\": \"HIGH_STAKES_CERTIFICATION\"");

        assertThat(plain.getGuidance().getAsOf()).isEqualTo("2026-05");
        assertThat(plain.getGuidance().getNotice()).contains("May 2026", "Verify");
        assertThat(medical.getGuidance().getNotice()).contains("Medical education");
        assertThat(stakes.getGuidance().getNotice()).contains("certif");
        assertThat(plain.getGuidance().getNotice()).doesNotContain("Medical");
    }

    @Test
    void aNearTieIsCalledOne() {
        Assessment skill = assess("\"objective\": {\"type\": \"SKILL\", \"statement\": \"x\"}");

        assertThat(skill.getNearTie()).isTrue();
        assertThat(skill.getMargin()).isLessThanOrEqualTo(40);
        assertThat(skill.getSummary()).contains("near-tie");
        assertThat(assess(COACHING).getNearTie()).isFalse();
    }

    @Test
    void theReceiptTellsTheSameInputFromAnother() {
        Assessment one = assess(COACHING);
        Assessment again = assess(COACHING);
        Assessment other = assess(COACHING.replace("\"size\": 30", "\"size\": 31"));

        assertThat(again).isEqualTo(one);
        assertThat(one.getReceipt().getInputHash()).hasSize(64);
        assertThat(other.getReceipt().getInputHash()).isNotEqualTo(one.getReceipt().getInputHash());
        assertThat(one.getReceipt().getTzDatabaseVersion()).matches("\\d{4}[a-z]");
        Assessment zoned =
                assess(
                        """
                        "objective": {"statement": "x"},
                        "audience": {"zones": [{"zone": "Asia/Kolkata", "headCount": 3}]}
                        """);
        assertThat(zoned.getReceipt().getOffsets(0).getOffsetSeconds()).isEqualTo(19800);
    }

    private static Assessment assess(String brief) {
        var message = Brief.newBuilder();
        try {
            JsonFormat.parser().merge("{" + brief + "}", message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(brief, e);
        }
        return SERVER.assessments()
                .previewAssessment(PreviewAssessmentRequest.newBuilder().setBrief(message).build());
    }

    private static Activity.Mode modeOf(String text) {
        return assess(
                        "\"objective\": {\"statement\": \"x\"}, \"activities\": [{\"key\": \"a\", \"text\": \"%s\"}]"
                                .formatted(text))
                .getJourney(0)
                .getMode();
    }

    private static int atLeast(int before, String brief) {
        int points = score(assess(brief), ASYNCHRONOUS);
        assertThat(points).isGreaterThanOrEqualTo(before);
        return points;
    }

    private static int score(Assessment answer, Workflow.Value workflow) {
        return answer.getScoresList().stream()
                .filter(score -> score.getWorkflow() == workflow)
                .mapToInt(score -> score.getPoints())
                .sum();
    }

    /** How far synchronous is ahead of asynchronous. */
    private static int lead(Assessment answer) {
        return score(answer, SYNCHRONOUS) - score(answer, ASYNCHRONOUS);
    }

    private static List<String> ids(List<Point> points) {
        return points.stream().map(Point::getId).toList();
    }

    private static List<String> answersTo(Assessment answer, String risk) {
        return answer.getMitigationsList().stream()
                .filter(point -> point.getAnswersList().contains(risk))
                .map(Point::getId)
                .toList();
    }

    private static List<Activity.Mode> modes(Assessment answer) {
        return answer.getJourneyList().stream().map(JourneyItem::getMode).toList();
    }

    private static List<String> missing(Assessment answer) {
        return answer.getConfidence().getMissingList().stream()
                .map(Confidence.MissingFact::getFact)
                .toList();
    }
}
