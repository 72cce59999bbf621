package io.syncopate.assessment.program.grpc;

import static io.syncopate.testkit.scope.Whose.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;

import io.grpc.ServiceDescriptor;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.AssessmentServiceGrpc;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CancelLaunchRequest;
import io.syncopate.proto.assessment.v1.CostServiceGrpc;
import io.syncopate.proto.assessment.v1.CreateOutcomeRequest;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.DeleteProgramRequest;
import io.syncopate.proto.assessment.v1.FinishPilotRequest;
import io.syncopate.proto.assessment.v1.GetAssessmentRequest;
import io.syncopate.proto.assessment.v1.GetLaunchReadinessRequest;
import io.syncopate.proto.assessment.v1.GetOutcomeRequest;
import io.syncopate.proto.assessment.v1.GetProgramLintRequest;
import io.syncopate.proto.assessment.v1.GetProgramQualityRequest;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.GetReviewRequest;
import io.syncopate.proto.assessment.v1.GetSupportPlanRequest;
import io.syncopate.proto.assessment.v1.ImportOutcomesRequest;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.LintServiceGrpc;
import io.syncopate.proto.assessment.v1.ListAssessmentsRequest;
import io.syncopate.proto.assessment.v1.ListOutcomesRequest;
import io.syncopate.proto.assessment.v1.ListProgramsRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.OutcomeServiceGrpc;
import io.syncopate.proto.assessment.v1.PreparationServiceGrpc;
import io.syncopate.proto.assessment.v1.PreviewAssessmentRequest;
import io.syncopate.proto.assessment.v1.PreviewProgramCostsRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.ProgramServiceGrpc;
import io.syncopate.proto.assessment.v1.QualityServiceGrpc;
import io.syncopate.proto.assessment.v1.ReadLearnerSheetRequest;
import io.syncopate.proto.assessment.v1.RecordPilotRequest;
import io.syncopate.proto.assessment.v1.RecordReviewRequest;
import io.syncopate.proto.assessment.v1.ReviewServiceGrpc;
import io.syncopate.proto.assessment.v1.SwitchWorkflowRequest;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.testkit.scope.ScopesContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every method of the service, by a right over one's own, one's team's and the tenant's things. */
class ScopesTest extends ScopesContract<ScopesTest.Things> {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected List<ServiceDescriptor> services() {
        return List.of(
                ProgramServiceGrpc.getServiceDescriptor(),
                AssessmentServiceGrpc.getServiceDescriptor(),
                OutcomeServiceGrpc.getServiceDescriptor(),
                LintServiceGrpc.getServiceDescriptor(),
                QualityServiceGrpc.getServiceDescriptor(),
                CostServiceGrpc.getServiceDescriptor(),
                PreparationServiceGrpc.getServiceDescriptor(),
                ReviewServiceGrpc.getServiceDescriptor());
    }

    @Override
    protected Set<String> aboutNothingOfAnybodys() {
        return Set.of(
                "CreateProgram",
                "PreviewAssessment",
                "GetWorkflowComparison",
                "PreviewLint",
                "PreviewQuality",
                "PreviewCosts");
    }

    @Override
    protected Map<String, Listing<Things>> listings() {
        return Map.of(
                "ListPrograms",
                new Listing<>(
                        by ->
                                server
                                        .programsAs(by)
                                        .listPrograms(ListProgramsRequest.getDefaultInstance())
                                        .getProgramsList()
                                        .stream()
                                        .map(Program::getName)
                                        .toList(),
                        of -> List.of(of.accepted(), of.launching(), of.running(), of.piloting())));
    }

    @Test
    void whatBelongsToNobodyIsOpenToTheNarrowestRight() {
        var mia = server.assessmentsAs(member("mia", Scope.OWN));
        assertThat(
                        mia.previewAssessment(
                                        PreviewAssessmentRequest.newBuilder()
                                                .setBrief(brief())
                                                .build())
                                .getJourneyCount())
                .isEqualTo(2);
    }

    @Test
    void saysWhoseItIsAndSharesItsSessionsAndAssetsWithTheSameTeams() {
        Caller mia = member("mia", Scope.TEAM, "ops", "design");
        Program all = program(mia);
        assertThat(all.getOwner()).isEqualTo("people/mia");
        assertThat(all.getTeamsList()).containsExactly("design", "ops");

        Program one = program(mia, "design");
        assertThat(one.getTeamsList()).containsExactly("design");
        Refusals.assertViolation(() -> program(mia, "sales"), "teams");

        accept(mia, one);
        Preparations.pilot(server, mia, one.getName());
        launch(mia, one);
        server.takeDueLaunches();
        assertThat(server.others.series().getFirst().teams()).containsExactly("design");
        assertThat(server.others.campaigns().getFirst().teams()).containsExactly("design");
    }

    @Override
    protected Map<String, BiConsumer<Caller, Things>> calls() {
        var calls = new LinkedHashMap<String, BiConsumer<Caller, Things>>();
        calls.put(
                "GetProgram",
                (by, of) ->
                        server.programsAs(by)
                                .getProgram(
                                        GetProgramRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "UpdateProgram",
                (by, of) ->
                        server.programsAs(by)
                                .updateProgram(
                                        UpdateProgramRequest.newBuilder()
                                                .setProgram(
                                                        Program.newBuilder()
                                                                .setName(of.accepted())
                                                                .setDisplayName("New"))
                                                .build()));
        calls.put(
                "DeleteProgram",
                (by, of) ->
                        server.programsAs(by)
                                .deleteProgram(
                                        DeleteProgramRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "AssessProgram",
                (by, of) ->
                        server.programsAs(by)
                                .assessProgram(
                                        AssessProgramRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "AcceptAssessment",
                (by, of) ->
                        server.programsAs(by)
                                .acceptAssessment(
                                        AcceptAssessmentRequest.newBuilder()
                                                .setName(of.accepted())
                                                .setAssessment(of.assessment())
                                                .build()));
        calls.put(
                "GetLaunchReadiness",
                (by, of) ->
                        server.preparationAs(by)
                                .getLaunchReadiness(
                                        GetLaunchReadinessRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "ReadLearnerSheet",
                (by, of) ->
                        server.preparationAs(by)
                                .readLearnerSheet(
                                        ReadLearnerSheetRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "GetSupportPlan",
                (by, of) ->
                        server.preparationAs(by)
                                .getSupportPlan(
                                        GetSupportPlanRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "PlanPilot",
                (by, of) ->
                        server.preparationAs(by)
                                .planPilot(
                                        Preparations.plan(of.accepted())
                                                .setStartDate("2026-03-30")
                                                .build()));
        calls.put(
                "RecordPilot",
                (by, of) ->
                        server.preparationAs(by)
                                .recordPilot(
                                        RecordPilotRequest.newBuilder()
                                                .setName(of.piloting())
                                                .addAllFeedback(Preparations.feedback())
                                                .build()));
        calls.put(
                "FinishPilot",
                (by, of) ->
                        server.preparationAs(by)
                                .finishPilot(
                                        FinishPilotRequest.newBuilder()
                                                .setName(of.piloting())
                                                .build()));
        calls.put(
                "LaunchProgram",
                (by, of) ->
                        server.programsAs(by)
                                .launchProgram(
                                        LaunchProgramRequest.newBuilder()
                                                .setName(of.accepted())
                                                .setStartDate("2026-03-09")
                                                .build()));
        calls.put(
                "CancelLaunch",
                (by, of) ->
                        server.programsAs(by)
                                .cancelLaunch(
                                        CancelLaunchRequest.newBuilder()
                                                .setName(of.launching())
                                                .build()));
        calls.put(
                "GetAssessment",
                (by, of) ->
                        server.assessmentsAs(by)
                                .getAssessment(
                                        GetAssessmentRequest.newBuilder()
                                                .setName(of.assessment())
                                                .build()));
        calls.put(
                "ListAssessments",
                (by, of) ->
                        server.assessmentsAs(by)
                                .listAssessments(
                                        ListAssessmentsRequest.newBuilder()
                                                .setParent(of.accepted())
                                                .build()));
        calls.put(
                "CreateOutcome",
                (by, of) -> {
                    var _ = outcome(by, of.running());
                });
        calls.put(
                "ImportOutcomes",
                (by, of) ->
                        server.outcomesAs(by)
                                .importOutcomes(
                                        ImportOutcomesRequest.newBuilder()
                                                .setParent(of.running())
                                                .setContent(
                                                        HttpBody.newBuilder()
                                                                .setContentType("text/csv")
                                                                .setData(
                                                                        ByteString.copyFromUtf8(
                                                                                """
                                                                                cohort,start_date,end_date,enrolled,completed
                                                                                summer,2026-06-01,2026-06-30,9,8
                                                                                """)))
                                                .build()));
        calls.put(
                "GetReview",
                (by, of) ->
                        server.reviewsAs(by)
                                .getReview(
                                        GetReviewRequest.newBuilder()
                                                .setName(of.running())
                                                .build()));
        calls.put(
                "RecordReview",
                (by, of) ->
                        server.reviewsAs(by)
                                .recordReview(
                                        RecordReviewRequest.newBuilder()
                                                .setName(of.running())
                                                .setConclusion("Go on")
                                                .build()));
        calls.put(
                "SwitchWorkflow",
                (by, of) ->
                        server.reviewsAs(by)
                                .switchWorkflow(
                                        SwitchWorkflowRequest.newBuilder()
                                                .setName(of.running())
                                                .setAssessment(of.other())
                                                .setReason("why")
                                                .setCommunication("how")
                                                .setDeadlines("when")
                                                .setInteraction("what")
                                                .build()));
        calls.put(
                "GetOutcome",
                (by, of) ->
                        server.outcomesAs(by)
                                .getOutcome(
                                        GetOutcomeRequest.newBuilder()
                                                .setName(of.outcome())
                                                .build()));
        calls.put(
                "ListOutcomes",
                (by, of) ->
                        server.outcomesAs(by)
                                .listOutcomes(
                                        ListOutcomesRequest.newBuilder()
                                                .setParent(of.running())
                                                .build()));
        calls.put(
                "GetProgramLint",
                (by, of) ->
                        server.stubAs(by, LintServiceGrpc::newBlockingStub)
                                .getProgramLint(
                                        GetProgramLintRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "GetProgramQuality",
                (by, of) ->
                        server.stubAs(by, QualityServiceGrpc::newBlockingStub)
                                .getProgramQuality(
                                        GetProgramQualityRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        calls.put(
                "PreviewProgramCosts",
                (by, of) ->
                        server.stubAs(by, CostServiceGrpc::newBlockingStub)
                                .previewProgramCosts(
                                        PreviewProgramCostsRequest.newBuilder()
                                                .setName(of.accepted())
                                                .build()));
        return calls;
    }

    record Things(
            String accepted,
            String assessment,
            String launching,
            String running,
            String outcome,
            String piloting,
            String other) {}

    @Override
    protected Things made(Caller owner) {
        Program running = program(owner);
        accept(owner, running);
        Preparations.pilot(server, owner, running.getName());
        launch(owner, running);
        server.takeDueLaunches();
        String other =
                server.programsAs(owner)
                        .assessProgram(
                                AssessProgramRequest.newBuilder()
                                        .setName(running.getName())
                                        .build())
                        .getName();
        Program launching = program(owner);
        accept(owner, launching);
        Preparations.pilot(server, owner, launching.getName());
        launch(owner, launching);
        Program piloting = program(owner);
        accept(owner, piloting);
        Preparations.openPilot(server, owner, piloting.getName());
        Program accepted = program(owner);
        String assessment = accept(owner, accepted);
        Preparations.pilot(server, owner, accepted.getName());
        return new Things(
                accepted.getName(),
                assessment,
                launching.getName(),
                running.getName(),
                outcome(owner, running.getName()).getName(),
                piloting.getName(),
                other);
    }

    private Program program(Caller by, String... teams) {
        return server.programsAs(by)
                .createProgram(
                        CreateProgramRequest.newBuilder()
                                .setProgram(
                                        Preparations.course(brief()).addAllTeams(List.of(teams)))
                                .build());
    }

    private String accept(Caller by, Program program) {
        String assessment =
                server.programsAs(by)
                        .assessProgram(
                                AssessProgramRequest.newBuilder()
                                        .setName(program.getName())
                                        .build())
                        .getName();
        return server.programsAs(by)
                .acceptAssessment(
                        AcceptAssessmentRequest.newBuilder()
                                .setName(program.getName())
                                .setAssessment(assessment)
                                .build())
                .getAcceptedAssessment();
    }

    private void launch(Caller by, Program program) {
        var _ =
                server.programsAs(by)
                        .launchProgram(
                                LaunchProgramRequest.newBuilder()
                                        .setName(program.getName())
                                        .setStartDate("2026-03-09")
                                        .build());
    }

    private Outcome outcome(Caller by, String program) {
        return server.outcomesAs(by)
                .createOutcome(
                        CreateOutcomeRequest.newBuilder()
                                .setParent(program)
                                .setOutcome(
                                        Outcome.newBuilder()
                                                .setCohort("spring")
                                                .setStartDate("2026-03-09")
                                                .setEndDate("2026-05-29")
                                                .setEnrolled(40)
                                                .setCompleted(30))
                                .build());
    }

    private static Brief brief() {
        return Brief.newBuilder()
                .setObjective(Objective.newBuilder().setStatement("Plan a project"))
                .addActivities(
                        Activity.newBuilder().setKey("lectures").setText("Recorded lectures"))
                .addActivities(Activity.newBuilder().setKey("workshop").setText("Live workshop"))
                .build();
    }
}
