package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Audience;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.FinishPilotRequest;
import io.syncopate.proto.assessment.v1.GetLaunchReadinessRequest;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.LaunchReadiness;
import io.syncopate.proto.assessment.v1.LearnerInformation;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Pilot;
import io.syncopate.proto.assessment.v1.PilotFeedback;
import io.syncopate.proto.assessment.v1.PilotFinding;
import io.syncopate.proto.assessment.v1.PilotSample;
import io.syncopate.proto.assessment.v1.PilotSample.Dimension;
import io.syncopate.proto.assessment.v1.PlanPilotRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.ReadLearnerSheetRequest;
import io.syncopate.proto.assessment.v1.RecordPilotRequest;
import io.syncopate.proto.assessment.v1.SuccessMetric;
import io.syncopate.proto.assessment.v1.SuccessMetric.Metric;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guide wants to be there before everybody begins. */
class GuidePreparationTest {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule("L-071")
    void nothingIsLaunchedUnlessEachMeasureOfSuccessHasATargetAndAComparison() {
        String program = accepted(Preparations.course(course()).clearSuccessMetrics());
        Preparations.pilot(server, Callers.ann(), program);
        assertThat(reasons(program)).containsExactly("SUCCESS_METRICS_MISSING");
        assertRefused(program, "SUCCESS_METRICS_MISSING");

        SuccessMetric.Builder bare = Preparations.completion().clearBaseline();
        update(Program.newBuilder().setName(program).addSuccessMetrics(bare));
        assertRefused(program, "SUCCESS_METRICS_MISSING");
        Refusals.assertExpected(
                () -> launch(program, "2026-03-09"),
                "success_metrics.COMPLETION.baseline",
                "the figure of an earlier run, or a benchmark");

        update(Program.newBuilder().setName(program).addSuccessMetrics(Preparations.completion()));
        assertThat(readiness(program).getReady()).isTrue();
        assertThat(launch(program, "2026-03-09").hasLaunch()).isTrue();
    }

    @Test
    @Rule("L-071")
    void theFiveMeasuresAreSetInTheUnitInWhichTheyAreMeasured() {
        Program program =
                create(
                        Preparations.course(course())
                                .clearSuccessMetrics()
                                .addSuccessMetrics(metric(Metric.COMPLETION, 90, "percent"))
                                .addSuccessMetrics(metric(Metric.ASSESSMENT_SCORE, 75, "percent"))
                                .addSuccessMetrics(metric(Metric.SATISFACTION, 4.2, "points"))
                                .addSuccessMetrics(metric(Metric.TIME_TO_PROFICIENCY, 30, "days"))
                                .addSuccessMetrics(metric(Metric.APPLICATION, 60, "percent")));
        assertThat(program.getSuccessMetricsList())
                .extracting(SuccessMetric::getMetric)
                .containsExactly(
                        Metric.COMPLETION,
                        Metric.ASSESSMENT_SCORE,
                        Metric.SATISFACTION,
                        Metric.TIME_TO_PROFICIENCY,
                        Metric.APPLICATION);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETION, 90, points, unit",
        "ASSESSMENT_SCORE, 75, points, unit",
        "COMPLETION, 120, percent, target",
        "SATISFACTION, 6, points, target",
        "TIME_TO_PROFICIENCY, 30, weeks, unit"
    })
    void refusesAMeasureThatCouldNotBeCompared(
            Metric metric, double target, String unit, String field) {
        Refusals.assertViolation(
                () ->
                        create(
                                Preparations.course(course())
                                        .clearSuccessMetrics()
                                        .addSuccessMetrics(metric(metric, target, unit))),
                "success_metrics." + field);
    }

    @Test
    @Rule({"L-053", "L-091"})
    void nothingIsLaunchedUntilAPilotOfTwoWeeksIsOver() {
        String program = accepted(Preparations.course(course()));
        assertRefused(program, "PILOT_MISSING");

        Pilot planned = plan(Preparations.plan(program).setStartDate("2026-02-23")).getPilot();
        assertThat(planned.getDays()).isEqualTo(14);
        assertThat(planned.getEndDate()).isEqualTo("2026-03-08");
        assertThat(planned.getState()).isEqualTo(Pilot.State.OPEN);
        record(RecordPilotRequest.newBuilder().addAllFeedback(Preparations.feedback()), program);
        Refusals.assertReason(
                () -> finish(program), Status.Code.FAILED_PRECONDITION, "PILOT_INCOMPLETE");
        assertRefused(program, "PILOT_MISSING");

        server.clock.advance(java.time.Duration.ofDays(7));
        Program finished = finish(program);
        assertThat(finished.getState()).isEqualTo(Program.State.PILOTING);
        assertThat(finished.getPilot().getState()).isEqualTo(Pilot.State.FINISHED);
        Refusals.assertReason(
                () -> launch(program, "2026-03-08"),
                Status.Code.FAILED_PRECONDITION,
                "LAUNCH_BEFORE_PILOT_ENDS");
        assertThat(launch(program, "2026-03-09").hasLaunch()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = PilotFeedback.Kind.class,
            names = {"TIMING", "ENGAGEMENT", "COGNITIVE_LOAD", "TECHNICAL_ISSUES"})
    @Rule("L-053")
    void aPilotWithoutOneOfTheFourKindsOfFeedbackIsNotFinished(PilotFeedback.Kind left) {
        String program = accepted(Preparations.course(course()));
        plan(Preparations.plan(program));
        var others =
                Preparations.feedback().stream().filter(each -> each.getKind() != left).toList();
        Program said = record(RecordPilotRequest.newBuilder().addAllFeedback(others), program);
        assertThat(said.getPilot().getMissingFeedbackList()).containsExactly(left);
        Refusals.assertReason(
                () -> finish(program), Status.Code.FAILED_PRECONDITION, "PILOT_INCOMPLETE");

        record(RecordPilotRequest.newBuilder().addFeedback(Preparations.feedback(left)), program);
        assertThat(finish(program).getPilot().getState()).isEqualTo(Pilot.State.FINISHED);
    }

    @Test
    @Rule("L-053")
    void theSampleIsSharedOutLikeTheAudience() {
        Brief brief = zoned(30, 44, 26);
        String program = accepted(Preparations.course(brief));
        Pilot pilot = plan(Preparations.plan(program)).getPilot();
        assertThat(pilot.getSample().getSize()).isEqualTo(10);
        assertThat(pilot.getSample().getStrataList())
                .extracting(PilotSample.Stratum::getValue, PilotSample.Stratum::getSampleCount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Europe/Berlin", 3),
                        org.assertj.core.groups.Tuple.tuple("Asia/Kolkata", 4),
                        org.assertj.core.groups.Tuple.tuple("America/New_York", 3));
        assertThat(pilot.getSample().getDeparturesList()).isEmpty();
    }

    @Test
    @Rule("L-053")
    void aSampleThatIsNotLikeTheAudienceNeedsAReason() {
        String program = accepted(Preparations.course(zoned(30, 44, 26)));
        PilotSample.Builder skewed =
                PilotSample.newBuilder()
                        .setDrawn("volunteers")
                        .addStrata(stratum(Dimension.ZONE, "Europe/Berlin", 6))
                        .addStrata(stratum(Dimension.ZONE, "Asia/Kolkata", 4));
        PlanPilotRequest.Builder plan = Preparations.plan(program).setSample(skewed);
        Refusals.assertViolation(() -> plan(plan), "sample.strata.Europe/Berlin");
        Refusals.assertViolation(() -> plan(plan), "sample.strata.America/New_York");

        PilotSample planned =
                plan(plan.setSample(skewed.setDepartureReason("New York is on leave")))
                        .getPilot()
                        .getSample();
        assertThat(planned.getDeparturesList())
                .containsExactly(
                        "Europe/Berlin: 6, a representative sample has 2 to 4",
                        "America/New_York: 0, a representative sample has 2 to 3");
    }

    @Test
    void refusesASampleThatDoesNotAddUp() {
        String program = accepted(Preparations.course(zoned(3, 2, 2)));
        for (PilotSample.Builder wrong :
                java.util.List.of(
                        PilotSample.newBuilder().setSize(8),
                        PilotSample.newBuilder()
                                .setSize(4)
                                .addStrata(stratum(Dimension.ZONE, "Europe/Berlin", 3)),
                        PilotSample.newBuilder()
                                .setSize(4)
                                .addStrata(stratum(Dimension.ZONE, "Europe/Berlin", 4)),
                        PilotSample.newBuilder()
                                .setSize(1)
                                .addStrata(stratum(Dimension.ZONE, "Mars/Olympus", 1)),
                        PilotSample.newBuilder()
                                .setSize(1)
                                .addStrata(
                                        stratum(Dimension.ZONE, "Europe/Berlin", 1)
                                                .setAudienceCount(9)),
                        PilotSample.newBuilder()
                                .setSize(2)
                                .addStrata(stratum(Dimension.ROLE, "nurse", 1).setAudienceCount(7))
                                .addStrata(
                                        stratum(Dimension.ROLE, "nurse", 1).setAudienceCount(7)))) {
            Refusals.assertViolation(
                    () -> plan(Preparations.plan(program).setSample(wrong.setDrawn("by lot"))),
                    "sample.");
        }
    }

    @Test
    @Rule("L-102")
    void anAdverseFindingNeedsADecision() {
        String program = accepted(Preparations.course(course()));
        plan(Preparations.plan(program));
        record(RecordPilotRequest.newBuilder().addAllFeedback(Preparations.feedback()), program);
        PilotFinding.Builder finding =
                PilotFinding.newBuilder()
                        .setKey("late-hours")
                        .setKind(PilotFeedback.Kind.TIMING)
                        .setEffect(PilotFinding.Effect.ADVERSE)
                        .setText("The workshop was at night for New York");
        Program found = record(RecordPilotRequest.newBuilder().addFindings(finding), program);
        assertThat(found.getPilot().getUndecidedFindingsList()).containsExactly("late-hours");
        Refusals.assertReason(
                () -> finish(program), Status.Code.FAILED_PRECONDITION, "PILOT_INCOMPLETE");
        assertRefused(program, "PILOT_MISSING");

        finding.setDecision(decision(PilotFinding.Action.CHANGE_FACILITATION, "Earlier"));
        record(RecordPilotRequest.newBuilder().addFindings(finding), program);
        assertThat(finish(program).getPilot().getState()).isEqualTo(Pilot.State.FINISHED);
        assertThat(launch(program, "2026-03-09").hasLaunch()).isTrue();
    }

    @Test
    @Rule("L-102")
    void aLowRatingIsAnAdverseFindingByItself() {
        String program = accepted(Preparations.course(course()));
        plan(Preparations.plan(program));
        record(RecordPilotRequest.newBuilder().addAllFeedback(Preparations.feedback()), program);
        Program low =
                record(
                        RecordPilotRequest.newBuilder()
                                .addFeedback(
                                        Preparations.feedback(PilotFeedback.Kind.COGNITIVE_LOAD)
                                                .toBuilder()
                                                .setRating(2.9)),
                        program);
        assertThat(low.getPilot().getUndecidedFindingsList()).containsExactly("low-cognitive-load");
    }

    @Test
    @Rule("L-102")
    void aWorkflowThatHasToChangeIsNotLaunchedAsItWasTried() {
        String program = accepted(Preparations.course(course()));
        plan(Preparations.plan(program));
        record(
                RecordPilotRequest.newBuilder()
                        .addAllFeedback(Preparations.feedback())
                        .addFindings(
                                PilotFinding.newBuilder()
                                        .setKey("alone")
                                        .setKind(PilotFeedback.Kind.ENGAGEMENT)
                                        .setEffect(PilotFinding.Effect.ADVERSE)
                                        .setText("Nobody did the reading alone")
                                        .setDecision(
                                                decision(
                                                        PilotFinding.Action.CHANGE_WORKFLOW,
                                                        "Read together"))),
                program);
        finish(program);
        assertRefused(program, "PILOT_CHANGE_OUTSTANDING");

        accept(program);
        assertThat(launch(program, "2026-03-09").hasLaunch()).isTrue();
    }

    @Test
    void aPilotIsRepeatedSafelyAndNotChangedOnceItIsFinished() {
        String program = accepted(Preparations.course(course()));
        PlanPilotRequest plan = Preparations.plan(program).setRequestId("plan-1").build();
        Program planned = server.preparation().planPilot(plan);
        assertThat(server.preparation().planPilot(plan)).isEqualTo(planned);
        Refusals.assertReason(
                () -> plan(plan.toBuilder().setDays(7)),
                Status.Code.INVALID_ARGUMENT,
                "REQUEST_ID_REUSED");
        assertThat(plan(Preparations.plan(program).setDays(7)).getPilot().getNotesList())
                .anyMatch(note -> note.startsWith("7 days are short"));
        var feedback = RecordPilotRequest.newBuilder().addAllFeedback(Preparations.feedback());
        record(feedback, program);
        Refusals.assertReason(
                () -> plan(Preparations.plan(program)),
                Status.Code.FAILED_PRECONDITION,
                "PILOT_UNDER_WAY");
        finish(program);
        Refusals.assertReason(
                () -> record(feedback, program), Status.Code.FAILED_PRECONDITION, "PILOT_FINISHED");
        assertThat(plan(Preparations.plan(program)).getPilot().getFeedbackList()).isEmpty();
        assertRefused(program, "PILOT_MISSING");
    }

    @Test
    void recordsNothingWhenNothingIsSaid() {
        String program = accepted(Preparations.course(course()));
        plan(Preparations.plan(program));
        Refusals.assertViolation(
                () -> record(RecordPilotRequest.newBuilder(), program), "feedback");
    }

    @Test
    void noMoreAnswerThanTakePart() {
        String program = accepted(Preparations.course(course()));
        plan(Preparations.plan(program));
        Refusals.assertViolation(
                () ->
                        record(
                                RecordPilotRequest.newBuilder()
                                        .addFeedback(
                                                Preparations.feedback(PilotFeedback.Kind.TIMING)
                                                        .toBuilder()
                                                        .setRespondents(11)),
                                program),
                "respondents");
    }

    @Test
    @Rule("L-057")
    void nothingIsLaunchedUntilLearnersAreToldWhatTheyNeedToKnow() {
        String program = accepted(Preparations.course(course()).clearLearnerInformation());
        Preparations.pilot(server, Callers.ann(), program);
        assertThat(sheet(program, ReadLearnerSheetRequest.Format.MARKDOWN))
                .contains("Not stated yet.");
        assertRefused(program, "LEARNER_SHEET_INCOMPLETE");
        for (LearnerInformation half :
                java.util.List.of(
                        LearnerInformation.newBuilder().setAccess("On the platform").build(),
                        LearnerInformation.newBuilder().setFeedback("Within two days").build())) {
            update(Program.newBuilder().setName(program).setLearnerInformation(half));
            assertRefused(program, "LEARNER_SHEET_INCOMPLETE");
        }

        update(
                Program.newBuilder()
                        .setName(program)
                        .setLearnerInformation(
                                LearnerInformation.newBuilder()
                                        .setAccess("On the platform")
                                        .setFeedback("Within two days")));
        assertThat(sheet(program, ReadLearnerSheetRequest.Format.MARKDOWN))
                .isEqualTo(
                        """
                        # Course

                        Plan a project

                        ## When you have to be there

                        - Live workshop: 60 minutes. You have to be there. A recording is there for who cannot come.

                        ## What you do at your own time, and where

                        - Recorded lectures: 30 minutes

                        On the platform

                        ## How feedback reaches you

                        Within two days
                        """);
        assertThat(launch(program, "2026-03-09").hasLaunch()).isTrue();
    }

    @Test
    void whatPeopleWroteIsTextOnTheSheetAndNeverMarkup() {
        String wicked = "<script>alert('\"&')</script> [x](javascript:y) # *b* `c`";
        Program program =
                create(
                        Preparations.course(course())
                                .setDisplayName(wicked)
                                .setLearnerInformation(
                                        LearnerInformation.newBuilder()
                                                .setAccess("1. " + wicked)
                                                .setFeedback("- " + wicked)));
        accept(program.getName());

        String html = sheet(program.getName(), ReadLearnerSheetRequest.Format.HTML);
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;")
                .doesNotContain("<script")
                .startsWith("<!DOCTYPE html>");
        String markdown = sheet(program.getName(), ReadLearnerSheetRequest.Format.MARKDOWN);
        assertThat(markdown)
                .contains(
                        "# \\<script\\>alert('\"\\&')\\</script\\> \\[x\\](javascript:y) \\#"
                                + " \\*b\\*")
                .contains("\n1\\. \\<script")
                .contains("\n\\- \\<script");
    }

    private static SuccessMetric.Builder metric(Metric metric, double target, String unit) {
        return SuccessMetric.newBuilder().setMetric(metric).setTarget(target).setUnit(unit);
    }

    private static PilotSample.Stratum.Builder stratum(Dimension dimension, String value, int n) {
        return PilotSample.Stratum.newBuilder()
                .setDimension(dimension)
                .setValue(value)
                .setSampleCount(n);
    }

    private static PilotFinding.Decision decision(PilotFinding.Action action, String reason) {
        return PilotFinding.Decision.newBuilder().setAction(action).setReason(reason).build();
    }

    private static Brief course() {
        return Brief.newBuilder()
                .setObjective(
                        Objective.newBuilder()
                                .setType(Objective.Type.SKILL)
                                .setStatement("Plan a project"))
                .addActivities(
                        Activity.newBuilder()
                                .setKey("lectures")
                                .setText("Recorded lectures")
                                .setMode(Activity.Mode.SELF_PACED)
                                .setMinutes(30))
                .addActivities(
                        Activity.newBuilder()
                                .setKey("workshop")
                                .setText("Live workshop")
                                .setMode(Activity.Mode.LIVE)
                                .setAttendance(Activity.Attendance.MANDATORY)
                                .setMinutes(60))
                .build();
    }

    private static Brief zoned(int berlin, int kolkata, int newYork) {
        return course().toBuilder()
                .setAudience(
                        Audience.newBuilder()
                                .addZones(zone("Europe/Berlin", berlin))
                                .addZones(zone("Asia/Kolkata", kolkata))
                                .addZones(zone("America/New_York", newYork)))
                .build();
    }

    private static Audience.ZoneHeadCount zone(String zone, int people) {
        return Audience.ZoneHeadCount.newBuilder().setZone(zone).setHeadCount(people).build();
    }

    private Program create(Program.Builder program) {
        return server.programs()
                .createProgram(CreateProgramRequest.newBuilder().setProgram(program).build());
    }

    private void update(Program.Builder program) {
        var _ =
                server.programs()
                        .updateProgram(
                                UpdateProgramRequest.newBuilder().setProgram(program).build());
    }

    private String accepted(Program.Builder program) {
        String name = create(program).getName();
        accept(name);
        return name;
    }

    private void accept(String program) {
        String assessment =
                server.programs()
                        .assessProgram(AssessProgramRequest.newBuilder().setName(program).build())
                        .getName();
        var _ =
                server.programs()
                        .acceptAssessment(
                                AcceptAssessmentRequest.newBuilder()
                                        .setName(program)
                                        .setAssessment(assessment)
                                        .build());
    }

    private Program plan(PlanPilotRequest.Builder plan) {
        return server.preparation().planPilot(plan.build());
    }

    private Program record(RecordPilotRequest.Builder what, String program) {
        return server.preparation().recordPilot(what.setName(program).build());
    }

    private Program finish(String program) {
        return server.preparation()
                .finishPilot(FinishPilotRequest.newBuilder().setName(program).build());
    }

    private LaunchReadiness readiness(String program) {
        return server.preparation()
                .getLaunchReadiness(
                        GetLaunchReadinessRequest.newBuilder().setName(program).build());
    }

    private java.util.List<String> reasons(String program) {
        return readiness(program).getBlockersList().stream()
                .map(LaunchReadiness.Blocker::getReason)
                .toList();
    }

    private String sheet(String program, ReadLearnerSheetRequest.Format format) {
        return server.preparation()
                .readLearnerSheet(
                        ReadLearnerSheetRequest.newBuilder()
                                .setName(program)
                                .setFormat(format)
                                .build())
                .getData()
                .toStringUtf8();
    }

    private Program launch(String program, String start) {
        return server.programs()
                .launchProgram(
                        LaunchProgramRequest.newBuilder()
                                .setName(program)
                                .setStartDate(start)
                                .build());
    }

    private void assertRefused(String program, String reason) {
        assertThat(reasons(program)).contains(reason);
        Refusals.assertReason(
                () -> launch(program, "2026-03-09"), Status.Code.FAILED_PRECONDITION, reason);
    }
}
