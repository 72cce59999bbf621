package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.syncopate.assessment.program.StepRefusedException;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.Audience;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CancelLaunchRequest;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.Launch;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.function.Supplier;

/** A launch that cannot go on: how it shows, and what is left to those who own it. */
class LaunchContractTest {

    private static final String START = "2026-03-09";

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatWasRefusedShowsWhyAndIsTakenUpAgainByLaunching() {
        Program program = accepted(course());
        refuse("scheduling answered INVALID_ARGUMENT: too much");
        var _ = launch(program, START, "launch-1");
        server.takeDueLaunches();

        Launch refused = get(program).getLaunch();
        assertThat(refused.getState()).isEqualTo(Launch.State.REFUSED);
        assertThat(refused.getSteps(0).getState()).isEqualTo(Launch.Step.State.REFUSED);
        assertThat(refused.getSteps(0).getDetail())
                .isEqualTo("scheduling answered INVALID_ARGUMENT: too much");

        server.others.around(Supplier::get);
        assertThat(launch(program, START, "launch-1").getLaunch().getState())
                .as("a repeat of the first request changes nothing")
                .isEqualTo(Launch.State.REFUSED);
        Refusals.assertReason(
                () -> launch(program, "2026-03-16", "launch-2"),
                Status.Code.FAILED_PRECONDITION,
                "ALREADY_LAUNCHED");
        assertThat(launch(program, START, "launch-3").getLaunch().getState())
                .isEqualTo(Launch.State.IN_PROGRESS);
        server.takeDueLaunches();
        assertThat(get(program).getState()).isEqualTo(Program.State.RUNNING);
    }

    @Test
    void aLaunchThatMadeNothingGoesBackAtOnceAndCanBeDescribedAnew() {
        Program program = accepted(course());
        refuse("scheduling answered INVALID_ARGUMENT: too much");
        var _ = launch(program, START, "");
        server.takeDueLaunches();

        Program back = cancel(program, "cancel-1");

        assertThat(back.hasLaunch()).isFalse();
        assertThat(back.getState()).isEqualTo(Program.State.PILOTING);
        assertThat(back.getAcceptedAssessment()).isEqualTo(program.getAcceptedAssessment());
        assertThat(cancel(program, "cancel-1")).isEqualTo(back);

        server.others.around(Supplier::get);
        var _ =
                server.programs()
                        .updateProgram(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(
                                                Program.newBuilder()
                                                        .setName(program.getName())
                                                        .setBrief(
                                                                course().toBuilder()
                                                                        .removeActivities(0)))
                                        .build());
        accept(program, assess(program));
        var _ = launch(program, "2026-03-16", "");
        server.takeDueLaunches();
        Program running = get(program);
        assertThat(running.getState()).isEqualTo(Program.State.RUNNING);
        assertThat(running.getLaunch().getStartDate()).isEqualTo("2026-03-16");
    }

    @Test
    void cancellingTakesThePlannedSeriesBack() {
        Program program = accepted(course());
        server.others.around(
                call -> {
                    String made = call.get();
                    refuse("asset answered FAILED_PRECONDITION: no");
                    return made;
                });
        var _ = launch(program, START, "");
        server.takeDueLaunches();
        assertThat(get(program).getLaunch().getSteps(0).getResource()).startsWith("series/");
        assertThat(server.others.published()).as("nobody was told").isEmpty();

        server.others.around(Supplier::get);
        Program cancelling = cancel(program, "");
        assertThat(cancelling.getLaunch().getState()).isEqualTo(Launch.State.CANCELLING);
        Refusals.assertReason(
                () -> launch(program, START, ""),
                Status.Code.FAILED_PRECONDITION,
                "LAUNCH_BEING_CANCELLED");
        Refusals.assertReason(
                () -> accept(program, program.getAcceptedAssessment()),
                Status.Code.FAILED_PRECONDITION,
                "LAUNCH_BEING_CANCELLED");
        server.takeDueLaunches();

        assertThat(get(program).hasLaunch()).isFalse();
        assertThat(server.others.seriesNames()).isEmpty();
    }

    @Test
    void onlyALaunchThatNobodyReliesOnIsCancelled() {
        Program program = accepted(course());
        Refusals.assertReason(
                () -> cancel(program, ""), Status.Code.FAILED_PRECONDITION, "NO_LAUNCH_UNDER_WAY");
        int[] calls = {0};
        server.others.around(
                call -> {
                    if (++calls[0] == 3) {
                        throw new StepRefusedException(
                                StepRefusedException.Why.INCONCLUSIVE,
                                "scheduling answered PERMISSION_DENIED: no right",
                                new IllegalStateException());
                    }
                    return call.get();
                });
        var _ = launch(program, START, "");
        server.takeDueLaunches();

        assertThat(get(program).getLaunch().getState()).isEqualTo(Launch.State.REFUSED);
        Refusals.assertReason(
                () -> cancel(program, ""), Status.Code.FAILED_PRECONDITION, "LAUNCH_BEYOND_RECALL");
        var _ = launch(program, START, "");
        server.takeDueLaunches();
        assertThat(get(program).getState()).isEqualTo(Program.State.RUNNING);
        Refusals.assertReason(
                () -> cancel(program, ""), Status.Code.FAILED_PRECONDITION, "NO_LAUNCH_UNDER_WAY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "2200-01-01", "0001-01-01"})
    void refusesAStartThatSchedulingWouldRefuse(String start) {
        Program program = accepted(course());
        Refusals.assertViolation(() -> launch(program, start, ""), "start_date");
        assertThat(get(program).hasLaunch()).isFalse();
    }

    @Test
    void refusesMoreSessionsThanASeriesHolds() {
        Program program =
                accepted(
                        course().toBuilder()
                                .addActivities(lab("one", 100))
                                .addActivities(lab("two", 4))
                                .build());
        Refusals.assertReason(
                () -> launch(program, START, ""),
                Status.Code.FAILED_PRECONDITION,
                "JOURNEY_NOT_LAUNCHABLE");
        assertThat(get(program).hasLaunch()).isFalse();
    }

    @Test
    void anActivitySaysWhatLearnersDo() {
        Refusals.assertViolation(
                () ->
                        create(
                                course().toBuilder()
                                        .addActivities(
                                                Activity.newBuilder()
                                                        .setKey("blank")
                                                        .setText(" \n\t"))
                                        .build()),
                "text");
    }

    @Test
    void theAssessmentWarnsWhenNobodySaidWhereLearnersAre() {
        Brief unstated =
                course().toBuilder()
                        .setAudience(Audience.newBuilder().setTimeZones(4).setOffsetSpreadHours(9))
                        .build();
        assertThat(assess(create(unstated)).getWarningsList())
                .anySatisfy(
                        warning -> {
                            assertThat(warning.getId()).isEqualTo("zones-unstated");
                            assertThat(warning.getText())
                                    .contains("4 time zones, 9 hours apart")
                                    .contains("brief.audience.zones");
                        });
        Brief stated =
                course().toBuilder()
                        .setAudience(
                                Audience.newBuilder()
                                        .addZones(
                                                Audience.ZoneHeadCount.newBuilder()
                                                        .setZone("Asia/Kolkata")
                                                        .setHeadCount(3)))
                        .build();
        assertThat(assess(create(stated)).getWarningsList())
                .noneMatch(warning -> warning.getId().equals("zones-unstated"));
    }

    private void refuse(String why) {
        server.others.around(
                call -> {
                    throw new StepRefusedException(
                            StepRefusedException.Why.NOT_ACCEPTED,
                            why,
                            new IllegalStateException(why));
                });
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
                                .setText("Recorded lectures on scheduling techniques"))
                .addActivities(
                        Activity.newBuilder().setKey("workshop").setText("Live workshop on a case"))
                .addActivities(
                        Activity.newBuilder().setKey("forum").setText("Reflection assignment"))
                .build();
    }

    private static Activity lab(String key, int runs) {
        return Activity.newBuilder()
                .setKey(key)
                .setText("Live lab")
                .setMode(Activity.Mode.LIVE)
                .setRepeat(Activity.Repeat.newBuilder().setCount(runs))
                .build();
    }

    private Program accepted(Brief brief) {
        Program program = create(brief);
        Program accepted = accept(program, assess(program));
        Preparations.pilot(server, Callers.ann(), program.getName());
        return accepted;
    }

    private Program create(Brief brief) {
        return server.programs()
                .createProgram(
                        CreateProgramRequest.newBuilder()
                                .setProgram(Preparations.course(brief))
                                .build());
    }

    private Assessment assess(Program program) {
        return server.programs()
                .assessProgram(
                        AssessProgramRequest.newBuilder().setName(program.getName()).build());
    }

    private Program accept(Program program, Assessment assessment) {
        return accept(program, assessment.getName());
    }

    private Program accept(Program program, String assessment) {
        return server.programs()
                .acceptAssessment(
                        AcceptAssessmentRequest.newBuilder()
                                .setName(program.getName())
                                .setAssessment(assessment)
                                .build());
    }

    private Program get(Program program) {
        return server.programs()
                .getProgram(GetProgramRequest.newBuilder().setName(program.getName()).build());
    }

    private Program launch(Program program, String start, String requestId) {
        return server.programs()
                .launchProgram(
                        LaunchProgramRequest.newBuilder()
                                .setName(program.getName())
                                .setStartDate(start)
                                .setRequestId(requestId)
                                .build());
    }

    private Program cancel(Program program, String requestId) {
        return server.programs()
                .cancelLaunch(
                        CancelLaunchRequest.newBuilder()
                                .setName(program.getName())
                                .setRequestId(requestId)
                                .build());
    }
}
