package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.answersTo;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.modes;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.JourneyItem.AgendaItem;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;

/** The learning guide's scenarios. */
class GuideScenariosTest {

    @Test
    @Rule("L-059")
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
    @Rule("L-060")
    void modulesOutsideTenToFifteenMinutesAreFlaggedAndRemindersArePlanned() {
        Assessment answer =
                assess(
                        COMPLIANCE
                                + """
                                , "activities": [
                                  {"key": "short", "text": "Recorded module", "minutes": 9},
                                  {"key": "least", "text": "Recorded module", "minutes": 10},
                                  {"key": "most", "text": "E-learning module", "minutes": 15},
                                  {"key": "long", "text": "E-learning module", "minutes": 16},
                                  {"key": "open", "text": "Recorded module"},
                                  {"key": "test", "text": "Final assessment", "minutes": 20}]
                                """);

        assertThat(answer.getRecommended()).isEqualTo(ASYNCHRONOUS);
        assertThat(answer.getJourneyList())
                .filteredOn(item -> ids(item.getWarningsList()).contains("module-length"))
                .extracting(JourneyItem::getActivity, item -> item.getWarnings(0).getText())
                .containsExactly(
                        tuple(
                                "short",
                                "It takes 9 minutes, and modules of 10 to 15 keep people with them."
                                        + " Join it to another one."),
                        tuple(
                                "long",
                                "It takes 16 minutes, and modules of 10 to 15 keep people with"
                                        + " them. Split it."));
        assertThat(answersTo(answer, "low-completion")).contains("reminders", "short-modules");
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
        assertThat(lab.getAgendaList())
                .extracting(AgendaItem::getActivity, AgendaItem::getText)
                .containsExactly(
                        tuple(
                                "lectures",
                                "Common mistakes, and the examples that people found hard, in:"
                                        + " Recorded lectures on statistics"));
        assertThat(answer.getJourney(0).getAgendaList()).isEmpty();
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
}
