package io.syncopate.assessment.program.grpc;

import static io.syncopate.assessment.program.grpc.DesignCases.finding;
import static io.syncopate.assessment.program.grpc.DesignCases.found;
import static io.syncopate.assessment.program.grpc.GuideCases.COACHING;
import static io.syncopate.assessment.program.grpc.GuideCases.COMPLIANCE;
import static io.syncopate.assessment.program.grpc.GuideCases.DATA_ANALYSIS;
import static io.syncopate.assessment.program.grpc.GuideCases.assess;
import static io.syncopate.assessment.program.grpc.GuideCases.ids;
import static io.syncopate.assessment.program.grpc.GuideCases.score;
import static io.syncopate.proto.assessment.v1.Workflow.Value.ASYNCHRONOUS;
import static io.syncopate.proto.assessment.v1.Workflow.Value.BLENDED;
import static io.syncopate.proto.assessment.v1.Workflow.Value.SYNCHRONOUS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.FeasibilityGap;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.JourneyPlace;
import io.syncopate.proto.assessment.v1.LintReport;
import io.syncopate.proto.assessment.v1.LiveBreak;
import io.syncopate.proto.assessment.v1.LiveGroups;
import io.syncopate.proto.assessment.v1.WeekLoad;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** How the learning guide's journeys lie in time, and in which parts and groups. */
class GuideJourneyLayoutTest {

    private static final String COURSE =
            """
            "objective": {"type": "SKILL", "statement": "Schedule a project"},
            "activities": [%s]
            """;
    private static final String REFLECTION =
            "{\"key\": \"reflection\", \"text\": \"Reflection assignment\", \"buildsOn\": [%s]}";
    private static final String WORKSHOP =
            "{\"key\": \"workshop\", \"text\": \"Live workshop on a case\", \"buildsOn\": [%s]}";
    private static final String LECTURE =
            "{\"key\": \"lecture\", \"text\": \"Recorded lecture\", \"buildsOn\": [%s]}";
    private static final String IN_A_ROOM =
            ", \"resources\": {\"facilitators\": \"SKILLED\", \"meetingPlace\": \"ROOM\","
                    + " \"roomSeats\": %d}";

    @Test
    @Rule({"L-036", "L-052", "L-086"})
    void preworkComesBeforeTheSessionThatBuildsOnItAndReflectionAfter() {
        Assessment answer =
                assess(
                        COURSE.formatted(
                                String.join(
                                        ",",
                                        REFLECTION.formatted("\"workshop\""),
                                        WORKSHOP.formatted("\"lecture\""),
                                        LECTURE.formatted(""))));

        assertThat(answer.getRecommended()).isEqualTo(BLENDED);
        assertThat(answer.getJourneyList())
                .extracting(
                        JourneyItem::getActivity,
                        item -> item.getPlace().getPosition(),
                        item -> item.getPlace().getPhase(),
                        item -> item.getPlace().getRelativeTo())
                .containsExactly(
                        tuple("lecture", 1, JourneyPlace.Phase.BEFORE, "workshop"),
                        tuple("workshop", 2, JourneyPlace.Phase.LIVE, ""),
                        tuple("reflection", 3, JourneyPlace.Phase.AFTER, "workshop"));
        assertThat(answer.getJourney(0).getPlace().getReason())
                .isEqualTo("'workshop' builds on it.");
        assertThat(answer.getJourney(1).getBuildsOnList()).containsExactly("lecture");
        assertThat(answer.getJourney(1).getAgenda(0).getActivity()).isEqualTo("lecture");
        assertThat(answer.getJourney(2).getBuildsOnList()).containsExactly("workshop");
    }

    @Test
    @Rule("L-052")
    void whatNobodySaysIsReadFromWhatItIsAndWhereItStands() {
        Assessment answer =
                assess(
                        COURSE.formatted(
                                """
                                {"key": "one", "text": "Live workshop"},
                                {"key": "journal", "text": "Learning journal"},
                                {"key": "video", "text": "Recorded lecture"},
                                {"key": "two", "text": "Live workshop"},
                                {"key": "test", "text": "Final assessment"}
                                """));

        assertThat(answer.getJourneyList())
                .extracting(
                        JourneyItem::getActivity,
                        item -> item.getPlace().getPhase(),
                        item -> item.getPlace().getRelativeTo(),
                        item -> item.getPlace().getFirstWeek())
                .containsExactly(
                        tuple("one", JourneyPlace.Phase.LIVE, "", 1),
                        tuple("journal", JourneyPlace.Phase.AFTER, "one", 1),
                        tuple("video", JourneyPlace.Phase.BEFORE, "two", 1),
                        tuple("two", JourneyPlace.Phase.LIVE, "", 2),
                        tuple("test", JourneyPlace.Phase.AFTER, "two", 2));
        assertThat(answer.getJourney(3).getBuildsOnList()).containsExactly("video");
    }

    @Test
    @Rule("L-086")
    void aCircleIsNamedAndNothingIsLost() {
        String brief =
                COURSE.formatted(
                        String.join(
                                ",",
                                LECTURE.formatted("\"reflection\""),
                                WORKSHOP.formatted("\"lecture\""),
                                REFLECTION.formatted("\"workshop\"")));
        Assessment answer = assess(brief);
        LintReport.Finding finding = finding(brief, "builds-on-circle");

        assertThat(answer.getJourneyList())
                .extracting(JourneyItem::getActivity)
                .containsExactlyInAnyOrder("lecture", "workshop", "reflection");
        assertThat(answer.getJourneyList())
                .allSatisfy(
                        item ->
                                assertThat(ids(item.getWarningsList()))
                                        .contains("builds-on-circle"));
        assertThat(finding.getSeverity()).isEqualTo(LintReport.Severity.ERROR);
        assertThat(finding.getPath()).endsWith(".builds_on");
        assertThat(finding.getText())
                .contains("in a circle: lecture, reflection, workshop, lecture.");
    }

    @Test
    void whatBuildsOnNothingThatIsThereIsRefused() {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> assess(COURSE.formatted(WORKSHOP.formatted("\"nothing\""))))
                .satisfies(
                        refused ->
                                assertThat(refused.getStatus().getCode())
                                        .isEqualTo(Status.Code.INVALID_ARGUMENT))
                .withMessageContaining("brief.activities[0].builds_on")
                .withMessageContaining("'nothing'")
                .withMessageContaining("the key of another activity for 'workshop'");
    }

    @Test
    @Rule({"L-033", "L-060"})
    void longMaterialIsCutIntoModulesOfTenToFifteenMinutes() {
        Assessment answer =
                assess(
                        COMPLIANCE
                                + """
                                , "activities": [
                                  {"key": "long", "text": "Recorded module", "minutes": 40},
                                  {"key": "unnamed", "text": "Data-privacy rules", "mode": "SELF_PACED", "minutes": 30},
                                  {"key": "short", "text": "Recorded module", "minutes": 12},
                                  {"key": "essay", "text": "Essay", "minutes": 90},
                                  {"key": "hour", "text": "Live workshop", "mode": "LIVE", "minutes": 60}]
                                """);

        assertThat(answer.getJourneyList())
                .extracting(JourneyItem::getActivity, JourneyItem::getModuleMinutesList)
                .containsExactly(
                        tuple("long", List.of(14, 13, 13)),
                        tuple("unnamed", List.of(15, 15)),
                        tuple("short", List.of(12)),
                        tuple("essay", List.of()),
                        tuple("hour", List.of()));
    }

    @Test
    @Rule({"L-022", "L-072"})
    void longSessionsGetBreaksAndTooLongOnesAreFlagged() {
        String sessions =
                COACHING
                        + """
                        , "activities": [
                          {"key": "two-hours", "text": "Role-play workshop", "minutes": 120},
                          {"key": "half-day", "text": "Role-play workshop", "minutes": 240},
                          {"key": "hour", "text": "Role-play workshop", "minutes": 60}]
                        """;
        Assessment answer = assess(sessions);

        assertThat(answer.getJourney(0).getBreaksList())
                .containsExactly(LiveBreak.newBuilder().setStartMinute(55).setMinutes(10).build());
        assertThat(answer.getJourney(0).getWarningsList()).isEmpty();
        assertThat(answer.getJourney(1).getBreaksList()).hasSize(3);
        assertThat(ids(answer.getJourney(1).getWarningsList()))
                .containsExactly("session-too-long", "longer-than-live-time");
        assertThat(answer.getJourney(2).getBreaksList()).isEmpty();
        assertThat(finding(sessions, "session-too-long").getPath())
                .isEqualTo("brief.activities[1].minutes");
    }

    @Test
    @Rule({"L-044", "L-055", "L-085"})
    void aWeekThatAsksForMoreThanLearnersHaveIsFlagged() {
        String course =
                """
                "objective": {"type": "MIXED", "statement": "Analyse data"},
                "audience": {"size": 30, "liveTime": {"minutes": 90, "everyWeeks": 2}%s},
                "activities": [
                  {"key": "lecture", "text": "Recorded lecture", "minutes": 60},
                  {"key": "lab", "text": "Live lab", "minutes": 90, "attendance": "RECOMMENDED",
                   "repeat": {"count": 2}},
                  {"key": "report", "text": "Essay", "minutes": 40}]
                """;
        Assessment enough = assess(course.formatted(", \"minutesPerWeek\": 150"));
        String tight = course.formatted(", \"minutesPerWeek\": 149");

        assertThat(enough.getWeeklyLoadList())
                .containsExactly(
                        load(1, 1, 90, 60),
                        load(2, 2, 0, 0),
                        load(3, 3, 90, 20),
                        load(4, 4, 0, 20));
        assertThat(found(course.formatted(""))).doesNotContain("weekly-load");
        assertThat(ids(enough.getWarningsList())).doesNotContain("weekly-load");
        assertThat(assess(tight).getWeeklyLoad(0).getOver()).isTrue();
        assertThat(ids(assess(tight).getWarningsList())).contains("weekly-load");
        assertThat(finding(tight, "weekly-load").getText())
                .isEqualTo(
                        "Learners have 149 minutes a week, and 1 week asks for more: week 1 for 90"
                                + " live and 60 self-paced.");
        assertThat(finding(tight, "weekly-load").getPath())
                .isEqualTo("brief.audience.minutes_per_week");
    }

    @ParameterizedTest
    @Rule({"L-023", "L-087"})
    @CsvSource({
        "Role-play workshop, QUESTIONS, 3, 10, 12",
        "Live lab, GUIDED_GROUP, 2, 15, 15",
        "Live seminar, QUESTIONS, 2, 15, 20",
        "Live webinar, PRESENTATION_ONLY, 1, 30, 0"
    })
    void groupsAreAsSmallAsWhatHappensInThemAsksFor(
            String text, String interaction, int count, int size, int limit) {
        LiveGroups groups =
                assess(
                                COACHING
                                        + """
                                        , "activities": [{"key": "a", "text": "%s", "interaction": "%s", "mode": "LIVE"}]
                                        """
                                                .formatted(text, interaction))
                        .getJourney(0)
                        .getGroups();

        assertThat(groups.getCount()).isEqualTo(count);
        assertThat(groups.getSize()).isEqualTo(size);
        assertThat(groups.getLimit()).isEqualTo(limit);
        assertThat(groups.getRounds()).isZero();
    }

    @Test
    @Rule("L-087")
    void moreGroupsThanFacilitatorsHaveHoursForAreFlagged() {
        String workshops =
                COACHING.replace(
                                "\"facilitators\": \"SKILLED\"",
                                "\"facilitators\": \"SKILLED\", \"facilitatorCount\": 1,"
                                        + " \"facilitatorHoursPerWeek\": %s")
                        + ", \"activities\": [{\"key\": \"a\", \"text\": \"Role-play workshop\","
                        + " \"minutes\": 120}]";
        Assessment enough = assess(workshops.formatted("3"));
        Assessment tooFew = assess(workshops.formatted("2"));

        assertThat(enough.getJourney(0).getGroups().getRounds()).isEqualTo(3);
        assertThat(enough.getJourney(0).getWarningsList()).isEmpty();
        assertThat(ids(tooFew.getJourney(0).getWarningsList())).containsExactly("too-many-groups");
        assertThat(tooFew.getJourney(0).getWarnings(0).getText())
                .startsWith(
                        "A group of this kind has at most 12 people. 30 people make 3 groups of at"
                                + " most 10. With 1 to lead them, each session is held 3 times. The"
                                + " facilitators' hours suffice for 2.");
    }

    @Test
    @Rule("L-100")
    void aSessionInARoomIsLiveAndItsSeatsAreCheckedAndNoConnection() {
        String poor =
                DATA_ANALYSIS.replace("\"size\": 80", "\"size\": 80, \"bandwidth\": \"POOR\"");
        Assessment online = assess(poor);
        Assessment seated = assess(poor + IN_A_ROOM.formatted(80));
        Assessment crowded = assess(poor + IN_A_ROOM.formatted(14));

        assertThat(GuideCases.modeOf("Classroom session")).isEqualTo(Activity.Mode.LIVE);
        assertThat(criteria(online)).contains("poor-bandwidth");
        assertThat(ids(online.getRisksList())).contains("weak-connections");
        assertThat(criteria(seated)).doesNotContain("poor-bandwidth");
        assertThat(ids(seated.getRisksList())).doesNotContain("weak-connections");
        assertThat(seated.getGapsList())
                .extracting(FeasibilityGap::getRule)
                .doesNotContain("room-too-small");
        assertThat(crowded.getGapsList())
                .filteredOn(gap -> gap.getRule().equals("room-too-small"))
                .extracting(FeasibilityGap::getBlocks, FeasibilityGap::getSeverity)
                .containsExactlyInAnyOrder(
                        tuple(SYNCHRONOUS, FeasibilityGap.Severity.GAP),
                        tuple(BLENDED, FeasibilityGap.Severity.GAP));
        assertThat(crowded.getJourney(1).getGroups().getLimit()).isEqualTo(14);
        assertThat(crowded.getJourney(1).getGroups().getReason())
                .startsWith("The room has 14 seats.");
        assertThat(seated.getJourney(1).getGroups().getLimit()).isEqualTo(15);
    }

    @Test
    @Rule("L-100")
    void groupsThatMeetOneAfterTheOtherNeedSeatsForOneOfThem() {
        String led =
                """
                "objective": {"type": "SKILL", "statement": "Coach"},
                "audience": {"size": 80, "liveTime": {"minutes": 60}},
                "resources": {"facilitators": "SKILLED", "facilitatorCount": 1, "facilitatorHoursPerWeek": %d,
                              "meetingPlace": "ROOM", "roomSeats": 14}
                """;

        assertThat(assess(led.formatted(6)).getGapsList())
                .extracting(FeasibilityGap::getRule)
                .doesNotContain("room-too-small");
        assertThat(assess(led.formatted(5)).getGapsList())
                .extracting(FeasibilityGap::getRule)
                .contains("room-too-small");
    }

    @ParameterizedTest
    @Rule("L-055")
    @EnumSource(
            value = Workflow.Value.class,
            names = {"SYNCHRONOUS", "BLENDED"})
    void aSessionThatIsPlannedLiveAndNeedsNobodyRaisesNothing(Workflow.Value workflow) {
        String session =
                ", \"activities\": [{\"key\": \"a\", \"text\": \"Unit\", \"mode\": \"LIVE\"%s}]";
        String questions = session.formatted(", \"interaction\": \"QUESTIONS\"");
        int without = score(assess(COMPLIANCE), workflow);

        assertThat(score(assess(COMPLIANCE + questions), workflow)).isLessThanOrEqualTo(without);
        assertThat(score(assess(COMPLIANCE + session.formatted("")), workflow))
                .isLessThanOrEqualTo(without);
        assertThat(assess(COMPLIANCE + questions).getJourney(0).getMode())
                .isEqualTo(Activity.Mode.LIVE);
        assertThat(found(COMPLIANCE + questions)).contains("live-beyond-need");
        assertThat(assess(COMPLIANCE + questions).getRecommended()).isEqualTo(ASYNCHRONOUS);
    }

    private static WeekLoad load(int first, int last, int live, int selfPaced) {
        return WeekLoad.newBuilder()
                .setFirstWeek(first)
                .setLastWeek(last)
                .setLiveMinutes(live)
                .setSelfPacedMinutes(selfPaced)
                .build();
    }

    private static List<String> criteria(Assessment answer) {
        return answer.getContributionsList().stream().map(each -> each.getCriterion()).toList();
    }
}
