package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Audience;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.GetSupportPlanRequest;
import io.syncopate.proto.assessment.v1.GroupLevel;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.SupportPlan;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What the guide wants for learners once they have begun. */
class GuideSupportTest {

    private final AssessmentServer server = new AssessmentServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule("L-069")
    void whoStrugglesAloneIsSupported() {
        SupportPlan plan = plan(launched(brief(GroupLevel.Value.LOW)));
        assertThat(plan.getSupportsList())
                .extracting(SupportPlan.Support::getId)
                .containsExactly(
                        "study-schedule",
                        "buddy",
                        "weekly-mail",
                        "quizzes-and-branches",
                        "study-groups");
        assertThat(plan(launched(brief(GroupLevel.Value.HIGH))).getSupportsList()).isEmpty();
    }

    @Test
    @Rule("L-060")
    void remindersTellWhereLearnersStandAndBecomeDueWithTime() {
        String program = launched(brief(GroupLevel.Value.HIGH));
        List<SupportPlan.Reminder> before = plan(program).getRemindersList();
        assertThat(before)
                .extracting(SupportPlan.Reminder::getDate)
                .containsExactly("2026-03-09", "2026-03-16", "2026-03-23");
        assertThat(before).allMatch(each -> each.getState() == SupportPlan.State.UPCOMING);
        assertThat(before.get(0).getText())
                .isEqualTo("Week 1 of 3. This week: Recorded lectures; Live lab.");
        assertThat(before.get(2).getText())
                .isEqualTo(
                        "Week 3 of 3. By now you have done: Recorded lectures. This week: Live lab;"
                                + " Reflection.");

        server.clock.advance(Duration.ofDays(14));
        assertThat(plan(program).getRemindersList())
                .extracting(SupportPlan.Reminder::getState)
                .containsExactly(
                        SupportPlan.State.DUE, SupportPlan.State.DUE, SupportPlan.State.UPCOMING);
    }

    @Test
    void recallIsSpacedAtGrowingDistancesAndEndsWithTheTest() {
        SupportPlan plan = plan(launched(brief(GroupLevel.Value.HIGH)));
        assertThat(plan.getRecallSource()).contains("SM-2");
        assertThat(plan.getRecalls(0).getDatesList())
                .containsExactly("2026-03-10", "2026-03-15", "2026-03-24", "2026-04-16");
        Brief tested =
                brief(GroupLevel.Value.HIGH).toBuilder()
                        .setObjective(
                                Objective.newBuilder()
                                        .setStatement("Plan a project")
                                        .setFinalAssessment(
                                                Objective.FinalAssessment.CERTIFICATION))
                        .build();
        assertThat(plan(launched(tested)).getRecalls(0).getDatesList())
                .as("the last day is 23 March")
                .containsExactly("2026-03-10", "2026-03-15");
    }

    @Test
    void nothingIsDueBeforeTheLaunch() {
        String accepted = accepted(brief(GroupLevel.Value.LOW));
        SupportPlan plan = plan(accepted);
        assertThat(plan.getSupportsList()).hasSize(5);
        assertThat(plan.getRemindersList()).isEmpty();
        assertThat(plan.getRecallsList()).isEmpty();
        String draft = create(brief(GroupLevel.Value.LOW));
        Refusals.assertReason(
                () -> plan(draft), Status.Code.FAILED_PRECONDITION, "ASSESSMENT_NOT_ACCEPTED");
    }

    private static Brief brief(GroupLevel.Value selfRegulation) {
        return Brief.newBuilder()
                .setObjective(Objective.newBuilder().setStatement("Plan a project"))
                .setAudience(Audience.newBuilder().setSelfRegulation(selfRegulation))
                .addActivities(activity("lectures", "Recorded lectures", Activity.Mode.SELF_PACED))
                .addActivities(
                        activity("lab", "Live lab", Activity.Mode.LIVE)
                                .setRepeat(Activity.Repeat.newBuilder().setCount(3)))
                .addActivities(activity("reflection", "Reflection", Activity.Mode.SELF_PACED))
                .build();
    }

    private static Activity.Builder activity(String key, String text, Activity.Mode mode) {
        return Activity.newBuilder().setKey(key).setText(text).setMode(mode);
    }

    private String create(Brief brief) {
        return server.programs()
                .createProgram(
                        CreateProgramRequest.newBuilder()
                                .setProgram(Preparations.course(brief))
                                .build())
                .getName();
    }

    private String accepted(Brief brief) {
        String program = create(brief);
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
        return program;
    }

    private String launched(Brief brief) {
        String program = accepted(brief);
        Preparations.pilot(server, Callers.ann(), program);
        var _ =
                server.programs()
                        .launchProgram(
                                LaunchProgramRequest.newBuilder()
                                        .setName(program)
                                        .setStartDate("2026-03-09")
                                        .build());
        return program;
    }

    private SupportPlan plan(String program) {
        return server.preparation()
                .getSupportPlan(GetSupportPlanRequest.newBuilder().setName(program).build());
    }
}
