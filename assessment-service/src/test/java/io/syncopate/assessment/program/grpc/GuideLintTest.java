package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.DesignCases.GOOD_DESIGN;
import static io.syncopate.assessment.program.grpc.DesignCases.finding;
import static io.syncopate.assessment.program.grpc.DesignCases.found;
import static io.syncopate.assessment.program.grpc.DesignCases.lint;
import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.GetProgramLintRequest;
import io.syncopate.proto.assessment.v1.LintReport;
import io.syncopate.proto.assessment.v1.LintReport.Severity;
import io.syncopate.proto.assessment.v1.LintServiceGrpc;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.SuccessMetric;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** The mistakes that the learning guide warns of, each with its place and its remedy. */
class GuideLintTest {

    private static final String ACTIVITY =
            ", \"activities\": [{\"key\": \"a\", \"text\": \"Unit\", %s}]";
    private static final String TOLD =
            ", \"design\": {\"communication\": {\"attendance\": true, \"access\": true,"
                    + " \"feedback\": true}}";

    @ParameterizedTest
    @Rule({"L-008", "L-009", "L-055"})
    @CsvSource({
        "LIVE, PRESENTATION_ONLY, presentation-only",
        "LIVE, NONE, needless-live",
        "SELF_PACED, REAL_TIME_COLLABORATION, collaboration-with-delay"
    })
    void aFormThatDoesNotFitIsFoundWhereItIs(String mode, String interaction, String id) {
        String brief =
                COMPLIANCE
                        + ACTIVITY.formatted(
                                "\"mode\": \"%s\", \"interaction\": \"%s\""
                                        .formatted(mode, interaction));
        LintReport.Finding found = finding(brief, id);

        assertThat(found.getPath()).isEqualTo("brief.activities[0].mode");
        assertThat(found.getRemedy()).isNotBlank();
        assertThat(found.getSource()).contains("L-0");
        assertThat(assess(brief).getJourney(0).getWarnings(0).getText())
                .as("the same words, told once")
                .isEqualTo(found.getText() + " " + found.getRemedy());
    }

    @Test
    @Rule("L-055")
    void liveSessionsThatTheContentDoesNotNeedAreFound() {
        String live =
                COMPLIANCE
                        + ACTIVITY.formatted(
                                "\"mode\": \"LIVE\", \"interaction\": \"QUESTIONS\","
                                        + " \"attendance\": \"MANDATORY\"");
        String optional = live.replace("MANDATORY", "OPTIONAL");
        String needed =
                live.replace("\"selfContained\"", "\"needsDiscussion\": true, \"selfContained\"");

        assertThat(finding(live, "live-beyond-need").getText()).contains("planned live: a.");
        assertThat(found(optional)).doesNotContain("live-beyond-need");
        assertThat(found(needed)).doesNotContain("live-beyond-need");
        assertThat(found(COACHING)).doesNotContain("live-beyond-need");
        assertThat(assess(live).getRecommended()).isEqualTo(assess(COMPLIANCE).getRecommended());
    }

    @ParameterizedTest
    @Rule({"L-055", "L-056", "L-097"})
    @CsvSource({
        "TOOL_OWNED, tool-first",
        "HABIT, habit",
        "TREND, trend",
        "MORE_INTERACTION, more-interaction"
    })
    void whatIsNoReasonIsFoundUnderTheNameThatTheAnswerGivesIt(String kind, String id) {
        String brief = COMPLIANCE + ", \"reasonKind\": \"%s\"".formatted(kind);

        assertThat(finding(brief, id).getPath()).isEqualTo("brief.reason_kind");
        assertThat(finding(brief, id).getRemedy()).isNotBlank();
        assertThat(ids(assess(brief).getWarningsList())).contains(id);
        assertThat(found(COMPLIANCE)).doesNotContain(id);
    }

    @Test
    @Rule("L-016")
    void aSelfPacedPlanWithoutAFeedbackTurnaroundIsIncomplete() {
        String told = COMPLIANCE + ", \"design\": {\"feedbackTurnaroundHours\": %d}";

        assertThat(finding(COMPLIANCE, "feedback-turnaround-unset").getSeverity())
                .isEqualTo(Severity.WARNING);
        assertThat(finding(COMPLIANCE, "feedback-turnaround-unset").getPath())
                .isEqualTo("brief.design.feedback_turnaround_hours");
        assertThat(found(told.formatted(48)))
                .doesNotContain("feedback-turnaround-unset", "feedback-slow");
        assertThat(found(told.formatted(168))).doesNotContain("feedback-slow");
        assertThat(found(told.formatted(169))).contains("feedback-slow");
        assertThat(found(COACHING)).doesNotContain("feedback-turnaround-unset");
    }

    @Test
    @Rule("L-057")
    void whatLearnersAreNotToldIsFound() {
        assertThat(found(COMPLIANCE))
                .contains("access-uncommunicated", "feedback-uncommunicated")
                .doesNotContain("attendance-uncommunicated");
        assertThat(found(COACHING))
                .contains("attendance-uncommunicated", "feedback-uncommunicated")
                .doesNotContain("access-uncommunicated");
        assertThat(found(COACHING + TOLD)).noneMatch(id -> id.endsWith("-uncommunicated"));
        assertThat(
                        finding(
                                        COACHING
                                                + TOLD.replace(
                                                        "\"attendance\": true",
                                                        "\"attendance\": false"),
                                        "attendance-uncommunicated")
                                .getSeverity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    @Rule("L-058")
    void aProductionThatDoesNotFitIsFoundWithWhatWouldFit() {
        String plan =
                COMPLIANCE
                        + ", \"plan\": {\"videos\": %d, \"minutesEach\": 10, \"editors\": 1,"
                        + " \"weeks\": 4}";

        LintReport.Finding tooMuch = finding(plan.formatted(20), "production-over-capacity");
        assertThat(tooMuch.getSeverity()).isEqualTo(Severity.ERROR);
        // 20 times 11.5 hours; one person has 160 in four weeks, in which 139 minutes fit
        assertThat(tooMuch.getText()).contains("230 hours", "160 hours");
        assertThat(tooMuch.getRemedy()).contains("at most 139 finished minutes");
        assertThat(found(plan.formatted(13))).doesNotContain("production-over-capacity");
        assertThat(found(plan.formatted(14))).contains("production-over-capacity");
    }

    @Test
    @Rule({"L-037", "L-038", "L-039"})
    void aBlendWhosePartsDoNotFitTogetherIsFound() {
        assertThat(
                        found(
                                """
                                "objective": {"type": "MIXED", "statement": "Do it"},
                                "activities": [
                                  {"key": "live", "text": "Live workshop", "contentRef": "same"},
                                  {"key": "video", "text": "Recorded lecture", "contentRef": "same"}]
                                """))
                .contains("repeats-content", "attendance-unset", "unlinked");
    }

    @Test
    @Rule({"L-033", "L-101"})
    void aMustHaveThatIsMissingIsFound() {
        String poor =
                COMPLIANCE
                        + ", \"design\": {\"longestStretchMinutes\": 60, \"interactiveElements\":"
                        + " false, \"activeTasks\": false}";
        String good = COMPLIANCE + ", \"design\": {%s}".formatted(GOOD_DESIGN);

        assertThat(found(poor))
                .contains("chunking-missing", "interaction-missing", "active-learning-missing");
        assertThat(found(good)).noneMatch(id -> id.matches(".*-(missing|partial|unstated)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {COMPLIANCE, COACHING, GuideCases.DATA_ANALYSIS})
    void nothingThatIsFoundChangesAScore(String brief) {
        String poor =
                ", \"design\": {\"longestStretchMinutes\": 200, \"interactiveElements\": false,"
                        + " \"feedbackTurnaroundHours\": 900}, \"reasonKind\": \"TOOL_OWNED\"";
        Assessment before = assess(brief);
        Assessment after = assess(brief + poor);

        assertThat(after.getScoresList()).isEqualTo(before.getScoresList());
        assertThat(after.getContributionsList()).isEqualTo(before.getContributionsList());
        assertThat(after.getConfidence()).isEqualTo(before.getConfidence());
        assertThat(found(brief + poor)).hasSizeGreaterThan(found(brief).size());
        assertThat(lint(brief + poor).getWorkflow()).isEqualTo(before.getRecommended());
    }

    @Test
    @Rule("L-071")
    void aProgramWithoutMetricsIsFoundAndABriefIsNot() {
        try (var server = new AssessmentServer()) {
            Program bare = program(server);
            Program measured =
                    program(
                            server,
                            SuccessMetric.newBuilder()
                                    .setMetric(SuccessMetric.Metric.COMPLETION)
                                    .setTarget(80)
                                    .setUnit("percent")
                                    .build());

            assertThat(of(server, bare).getProgram()).isEqualTo(bare.getName());
            assertThat(of(server, bare).getFindings(0).getId()).isEqualTo("metrics-unset");
            assertThat(of(server, bare).getFindings(0).getSeverity()).isEqualTo(Severity.ERROR);
            assertThat(of(server, measured).getFindingsList())
                    .extracting(LintReport.Finding::getId)
                    .contains("baseline-unset")
                    .doesNotContain("metrics-unset");
        }
        assertThat(found(COMPLIANCE)).doesNotContain("metrics-unset");
    }

    private static Program program(AssessmentServer server, SuccessMetric... metrics) {
        return server.programs()
                .createProgram(
                        CreateProgramRequest.newBuilder()
                                .setProgram(
                                        Program.newBuilder()
                                                .setDisplayName("Course")
                                                .setBrief(
                                                        Brief.newBuilder()
                                                                .setObjective(
                                                                        Objective.newBuilder()
                                                                                .setStatement("x")))
                                                .addAllSuccessMetrics(List.of(metrics)))
                                .build());
    }

    private static LintReport of(AssessmentServer server, Program program) {
        return server.stubAs(Callers.ann(), LintServiceGrpc::newBlockingStub)
                .getProgramLint(
                        GetProgramLintRequest.newBuilder().setName(program.getName()).build());
    }
}
