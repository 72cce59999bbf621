package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;

import io.grpc.Status;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Audience;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateOutcomeRequest;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.DeleteProgramRequest;
import io.syncopate.proto.assessment.v1.GetAssessmentRequest;
import io.syncopate.proto.assessment.v1.GetOutcomeRequest;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.Launch;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.ListAssessmentsRequest;
import io.syncopate.proto.assessment.v1.ListOutcomesRequest;
import io.syncopate.proto.assessment.v1.ListProgramsRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class ProgramLifecycleTest {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goesFromADescriptionToAnOutcome() {
        Program draft = create(course());
        assertThat(draft.getState()).isEqualTo(Program.State.DRAFT);
        assertThat(draft.getBrief()).isEqualTo(course());

        Assessment assessment = assess(draft);
        Program assessed = get(draft.getName());
        assertThat(assessed.getState()).isEqualTo(Program.State.ASSESSED);
        assertThat(assessed.getLatestAssessment()).isEqualTo(assessment.getName());
        assertThat(assessment.getProgramEtag()).isEqualTo(draft.getEtag());

        Program accepted = accept(draft, assessment);
        Preparations.pilot(server, Callers.ann(), draft.getName());
        assertThat(accepted.getAcceptedAssessment()).isEqualTo(assessment.getName());

        Program launching = launch(draft, "launch-1");
        assertThat(launching.getState()).isEqualTo(Program.State.ASSESSED);
        assertThat(launching.getLaunch().getState()).isEqualTo(Launch.State.IN_PROGRESS);
        server.takeDueLaunches();

        Program running = get(draft.getName());
        assertThat(running.getState()).isEqualTo(Program.State.RUNNING);
        assertThat(running.getLaunch().getState()).isEqualTo(Launch.State.COMPLETE);
        assertThat(running.getLaunch().hasCompleteTime()).isTrue();
        assertThat(running.getLaunch().getStepsList())
                .extracting(Launch.Step::getKind, Launch.Step::getState)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Launch.Step.Kind.SERIES, Launch.Step.State.DONE),
                        org.assertj.core.groups.Tuple.tuple(
                                Launch.Step.Kind.CAMPAIGN, Launch.Step.State.DONE));

        Outcome outcome = recordOutcome(draft, "outcome-1");
        assertThat(outcome.getAssessment()).isEqualTo(assessment.getName());
        assertThat(outcome.getCompletionPercent()).isEqualTo(75.0);
        assertThat(
                        server.outcomes()
                                .getOutcome(
                                        GetOutcomeRequest.newBuilder()
                                                .setName(outcome.getName())
                                                .build()))
                .isEqualTo(outcome);
        assertThat(
                        server.outcomes()
                                .listOutcomes(
                                        ListOutcomesRequest.newBuilder()
                                                .setParent(draft.getName())
                                                .build())
                                .getOutcomesList())
                .containsExactly(outcome);
    }

    @Test
    @Rule("L-092")
    void oneJourneyFansOutToSessionsAndAssets() {
        Program program = accepted(course());
        launch(program, "launch-1");
        server.takeDueLaunches();

        assertThat(server.others.series())
                .singleElement()
                .satisfies(
                        series -> {
                            assertThat(series.program()).isEqualTo(program.getName());
                            assertThat(series.items())
                                    .extracting(item -> item.key())
                                    .containsExactly("workshop");
                        });
        assertThat(server.others.campaigns())
                .singleElement()
                .satisfies(
                        campaign -> {
                            assertThat(campaign.program()).isEqualTo(program.getName());
                            assertThat(campaign.items())
                                    .extracting(item -> item.activity())
                                    .containsExactly("lectures", "reflection");
                        });
        assertThat(server.others.published()).hasSize(1);
        Program running = get(program.getName());
        assertThat(running.getLaunch().getSteps(0).getResource()).startsWith("series/");
        assertThat(running.getLaunch().getSteps(1).getResource()).startsWith("campaigns/");
        assertThat(server.others.callers())
                .allSatisfy(
                        caller -> {
                            assertThat(caller.uid().value()).isEqualTo("ann");
                            assertThat(caller.actingService()).contains("assessment");
                        });
    }

    @Test
    void launchIsRefusedWithoutSuccessMetrics() {
        Program program =
                create(
                        Program.newBuilder().setDisplayName("Course").setBrief(course()).build(),
                        "");
        accept(program, assess(program));

        Refusals.assertReason(
                () -> launch(program, ""),
                Status.Code.FAILED_PRECONDITION,
                "SUCCESS_METRICS_MISSING");
        Refusals.assertExpected(
                () -> launch(program, ""), "success_metrics", "at least 1 success metric");
    }

    @Test
    void launchNeedsAnAcceptedAssessmentWithAJourney() {
        Program draft = create(course());
        Refusals.assertReason(
                () -> launch(draft, ""),
                Status.Code.FAILED_PRECONDITION,
                "ASSESSMENT_NOT_ACCEPTED");
        assess(draft);
        Refusals.assertReason(
                () -> launch(draft, ""),
                Status.Code.FAILED_PRECONDITION,
                "ASSESSMENT_NOT_ACCEPTED");

        Program empty = accepted(course().toBuilder().clearActivities().build());
        Refusals.assertReason(
                () -> launch(empty, ""), Status.Code.FAILED_PRECONDITION, "NOTHING_TO_LAUNCH");
    }

    @Test
    void aLaunchedProgramKeepsItsDecision() {
        Program program = accepted(course());
        launch(program, "launch-1");

        Refusals.assertReason(
                () -> launch(program, "launch-2"),
                Status.Code.FAILED_PRECONDITION,
                "ALREADY_LAUNCHED");
        Assessment again = assess(program);
        Refusals.assertReason(
                () -> accept(program, again), Status.Code.FAILED_PRECONDITION, "PROGRAM_RUNNING");
        Refusals.assertReason(
                () -> delete(program.getName(), ""),
                Status.Code.FAILED_PRECONDITION,
                "PROGRAM_RUNNING");
        Refusals.assertReason(
                () -> recordOutcome(program, ""), Status.Code.FAILED_PRECONDITION, "NOT_LAUNCHED");
    }

    @Test
    void repeatedRequestsAnswerWhatIsStored() {
        Program first = create(program(course()), "create-1");
        assertThat(create(program(course()), "create-1")).isEqualTo(first);
        Refusals.assertReason(
                () -> create(program(minimal()), "create-1"),
                Status.Code.INVALID_ARGUMENT,
                "REQUEST_ID_REUSED");

        var assess =
                AssessProgramRequest.newBuilder()
                        .setName(first.getName())
                        .setEtag(first.getEtag())
                        .setRequestId("assess-1")
                        .build();
        Assessment assessment = server.programs().assessProgram(assess);
        assertThat(server.programs().assessProgram(assess)).isEqualTo(assessment);
        assertThat(list(first.getName())).containsExactly(assessment);

        accept(first, assessment);
        Preparations.pilot(server, Callers.ann(), first.getName());
        Program launching = launch(first, "launch-1");
        assertThat(launch(first, "launch-1")).isEqualTo(launching);
        server.takeDueLaunches();
        Outcome outcome = recordOutcome(first, "outcome-1");
        assertThat(recordOutcome(first, "outcome-1")).isEqualTo(outcome);
        assertThat(server.others.series()).hasSize(1);
    }

    @Test
    void updatesWhatTheMaskNamesAndSaysWhenTheDecisionIsOutdated() {
        Program program = accepted(course());
        Program renamed =
                server.programs()
                        .updateProgram(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(
                                                Program.newBuilder()
                                                        .setName(program.getName())
                                                        .setDisplayName("New name"))
                                        .build());
        assertThat(renamed.getDisplayName()).isEqualTo("New name");
        assertThat(renamed.getBrief()).isEqualTo(course());
        assertThat(renamed.getSuccessMetricsCount()).isEqualTo(1);
        assertThat(renamed.getBriefChangedSinceAccepted()).isFalse();

        Program changed =
                server.programs()
                        .updateProgram(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(
                                                Program.newBuilder()
                                                        .setName(program.getName())
                                                        .setDisplayName("ignored")
                                                        .setBrief(minimal())
                                                        .setEtag(renamed.getEtag()))
                                        .setUpdateMask(FieldMask.newBuilder().addPaths("brief"))
                                        .build());
        assertThat(changed.getDisplayName()).isEqualTo("New name");
        assertThat(changed.getBrief()).isEqualTo(minimal());
        assertThat(changed.getBriefChangedSinceAccepted()).isTrue();
        assertThat(changed.getAcceptedAssessment()).isNotEmpty();
    }

    @Test
    void refusesAStaleEtag() {
        Program program = create(course());
        assess(program);

        Refusals.assertCode(
                () ->
                        server.programs()
                                .updateProgram(
                                        UpdateProgramRequest.newBuilder()
                                                .setProgram(
                                                        Program.newBuilder()
                                                                .setName(program.getName())
                                                                .setDisplayName("Late")
                                                                .setEtag(program.getEtag()))
                                                .build()),
                Status.Code.ABORTED);
        Refusals.assertCode(
                () -> delete(program.getName(), program.getEtag()), Status.Code.ABORTED);
        assertThat(get(program.getName()).getDisplayName()).isEqualTo("Course");
    }

    @Test
    void seesNothingOfAnotherTenant() {
        Program program = create(course());
        Assessment assessment = assess(program);
        var stranger = server.programsAs(Callers.of(Callers.OTHER, "eve"));

        Refusals.assertCode(
                () ->
                        stranger.getProgram(
                                GetProgramRequest.newBuilder().setName(program.getName()).build()),
                Status.Code.NOT_FOUND);
        Refusals.assertCode(
                () ->
                        stranger.assessProgram(
                                AssessProgramRequest.newBuilder()
                                        .setName(program.getName())
                                        .build()),
                Status.Code.NOT_FOUND);
        assertThat(
                        stranger.listPrograms(ListProgramsRequest.getDefaultInstance())
                                .getProgramsList())
                .isEmpty();
        assertThat(list(program.getName())).containsExactly(assessment);
    }

    @Test
    void anAssessmentBelongsToItsProgram() {
        Program one = create(course());
        Program other = create(course());
        Assessment assessment = assess(one);

        Refusals.assertReason(
                () -> accept(other, assessment),
                Status.Code.INVALID_ARGUMENT,
                "ASSESSMENT_OF_OTHER_PROGRAM");
        String renamed = assessment.getName().replace(one.getName(), other.getName());
        Refusals.assertCode(
                () ->
                        server.assessments()
                                .getAssessment(
                                        GetAssessmentRequest.newBuilder().setName(renamed).build()),
                Status.Code.NOT_FOUND);
    }

    @Test
    void aDeletedProgramTakesItsAssessmentsWithIt() {
        Program program = create(course());
        Assessment assessment = assess(program);
        delete(program.getName(), "");

        Refusals.assertCode(() -> get(program.getName()), Status.Code.NOT_FOUND);
        Refusals.assertCode(
                () ->
                        server.assessments()
                                .getAssessment(
                                        GetAssessmentRequest.newBuilder()
                                                .setName(assessment.getName())
                                                .build()),
                Status.Code.NOT_FOUND);
    }

    @Test
    void refusesUnknownNamesAndModels() {
        Refusals.assertCode(() -> get("programs/nobody"), Status.Code.NOT_FOUND);
        Refusals.assertCode(() -> get("program/x"), Status.Code.INVALID_ARGUMENT);
        Program program = create(course());
        Refusals.assertCode(
                () ->
                        server.programs()
                                .assessProgram(
                                        AssessProgramRequest.newBuilder()
                                                .setName(program.getName())
                                                .setDecisionModel("decisionModels/other")
                                                .build()),
                Status.Code.NOT_FOUND);
    }

    @Test
    @Rule("L-043")
    void refusesAnObjectiveThatSaysNothing() {
        for (String statement : List.of("", "  ", "\n\t")) {
            var brief =
                    Brief.newBuilder()
                            .setObjective(Objective.newBuilder().setStatement(statement))
                            .build();
            Refusals.assertViolation(() -> preview(brief), "statement");
        }
        Assessment assessment = preview(course());
        assertThat(assessment.getTrace(0).getFindingsList())
                .anyMatch(finding -> finding.startsWith("Objective: Plan a project"))
                .anyMatch(finding -> finding.startsWith("Essential: "));
    }

    @Test
    void refusesWhatCannotBe() {
        Refusals.assertViolation(
                () ->
                        preview(
                                minimal().toBuilder()
                                        .setAudience(Audience.newBuilder().setSize(-1))
                                        .build()),
                "size");
        Refusals.assertViolation(
                () ->
                        preview(
                                minimal().toBuilder()
                                        .setAudience(Audience.newBuilder().setOffsetSpreadHours(40))
                                        .build()),
                "offset_spread_hours");
        Refusals.assertViolation(
                () ->
                        preview(
                                minimal().toBuilder()
                                        .addActivities(activity("a", "one"))
                                        .addActivities(activity("a", "two"))
                                        .build()),
                "activities");
        Refusals.assertReason(
                () ->
                        preview(
                                minimal().toBuilder()
                                        .setAudience(
                                                Audience.newBuilder()
                                                        .addZones(
                                                                Audience.ZoneHeadCount.newBuilder()
                                                                        .setZone("Mars/Olympus")
                                                                        .setHeadCount(3)))
                                        .build()),
                Status.Code.INVALID_ARGUMENT,
                "UNKNOWN_TIME_ZONE");
        Program program = accepted(course());
        Refusals.assertViolation(
                () ->
                        server.programs()
                                .launchProgram(
                                        LaunchProgramRequest.newBuilder()
                                                .setName(program.getName())
                                                .setStartDate("2026-02-30")
                                                .build()),
                "start_date");
        Refusals.assertViolation(
                () ->
                        server.programs()
                                .listPrograms(
                                        ListProgramsRequest.newBuilder().setPageSize(-1).build()),
                "page_size");
    }

    @Test
    void listsProgramsPageByPage() {
        for (int i = 0; i < 3; i++) {
            create(course());
        }
        var first =
                server.programs()
                        .listPrograms(ListProgramsRequest.newBuilder().setPageSize(2).build());
        assertThat(first.getProgramsCount()).isEqualTo(2);
        var rest =
                server.programs()
                        .listPrograms(
                                ListProgramsRequest.newBuilder()
                                        .setPageSize(2)
                                        .setPageToken(first.getNextPageToken())
                                        .build());
        assertThat(rest.getProgramsCount()).isEqualTo(1);
        assertThat(rest.getNextPageToken()).isEmpty();
    }

    private static Brief minimal() {
        return Brief.newBuilder()
                .setObjective(Objective.newBuilder().setStatement("Know the rules"))
                .build();
    }

    private static Brief course() {
        return Brief.newBuilder()
                .setObjective(
                        Objective.newBuilder()
                                .setType(Objective.Type.SKILL)
                                .setStatement("Plan a project"))
                .setContent(
                        io.syncopate.proto.assessment.v1.Content.newBuilder()
                                .setNeedsPracticeWithFeedback(true))
                .addActivities(activity("lectures", "Recorded lectures on scheduling techniques"))
                .addActivities(
                        activity("workshop", "Live workshop on a case")
                                .setAttendance(Activity.Attendance.MANDATORY))
                .addActivities(activity("reflection", "Reflection assignment"))
                .build();
    }

    private static Activity.Builder activity(String key, String text) {
        return Activity.newBuilder().setKey(key).setText(text);
    }

    private static Program program(Brief brief) {
        return Preparations.course(brief).build();
    }

    private Program create(Brief brief) {
        return create(program(brief), "");
    }

    private Program create(Program program, String requestId) {
        return server.programs()
                .createProgram(
                        CreateProgramRequest.newBuilder()
                                .setProgram(program)
                                .setRequestId(requestId)
                                .build());
    }

    private Program get(String name) {
        return server.programs().getProgram(GetProgramRequest.newBuilder().setName(name).build());
    }

    private void delete(String name, String etag) {
        var ignored =
                server.programs()
                        .deleteProgram(
                                DeleteProgramRequest.newBuilder()
                                        .setName(name)
                                        .setEtag(etag)
                                        .build());
    }

    private Assessment assess(Program program) {
        return server.programs()
                .assessProgram(
                        AssessProgramRequest.newBuilder().setName(program.getName()).build());
    }

    private Assessment preview(Brief brief) {
        return server.assessments()
                .previewAssessment(PreviewAssessmentRequest.newBuilder().setBrief(brief).build());
    }

    private List<Assessment> list(String program) {
        return server.assessments()
                .listAssessments(ListAssessmentsRequest.newBuilder().setParent(program).build())
                .getAssessmentsList();
    }

    private Program accept(Program program, Assessment assessment) {
        return server.programs()
                .acceptAssessment(
                        AcceptAssessmentRequest.newBuilder()
                                .setName(program.getName())
                                .setAssessment(assessment.getName())
                                .build());
    }

    private Program accepted(Brief brief) {
        Program program = create(brief);
        Program accepted = accept(program, assess(program));
        Preparations.pilot(server, Callers.ann(), program.getName());
        return accepted;
    }

    private Program launch(Program program, String requestId) {
        return server.programs()
                .launchProgram(
                        LaunchProgramRequest.newBuilder()
                                .setName(program.getName())
                                .setStartDate("2026-03-09")
                                .setRequestId(requestId)
                                .build());
    }

    private Outcome recordOutcome(Program program, String requestId) {
        return server.outcomes()
                .createOutcome(
                        CreateOutcomeRequest.newBuilder()
                                .setParent(program.getName())
                                .setRequestId(requestId)
                                .setOutcome(
                                        Outcome.newBuilder()
                                                .setCohort("spring")
                                                .setStartDate("2026-03-09")
                                                .setEndDate("2026-05-29")
                                                .setEnrolled(40)
                                                .setCompleted(30)
                                                .setSatisfaction(4.5))
                                .build());
    }
}
