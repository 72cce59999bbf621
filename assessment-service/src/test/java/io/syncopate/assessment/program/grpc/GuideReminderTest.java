package io.syncopate.assessment.program.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;

import io.syncopate.assessment.learner.Reminder;
import io.syncopate.assessment.program.NextReminder;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.ProgramEvent;
import io.syncopate.assessment.program.ProgramEvent.ReminderDue;
import io.syncopate.assessment.program.Progress;
import io.syncopate.assessment.program.RemindLearners;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Audience;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.GetSupportPlanRequest;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.Objective;
import io.syncopate.proto.assessment.v1.SupportPlan;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reminders become events when they are due, for whoever tells learners. */
class GuideReminderTest {

    /** The launch is on 9 March 2026, which the clock says a week before. */
    private static final Duration WEEK = Duration.ofDays(7);

    private final AssessmentServer server = new AssessmentServer();
    private final RemindLearners remind =
            new RemindLearners(server.programs, server.assessments, server.clock);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule("L-060")
    void eachWeekLearnersAreToldOnceWhereTheyStand() {
        String program = running();
        List<SupportPlan.Reminder> planned = supportPlan(program).getRemindersList();
        sweep();
        assertThat(told(program)).isEmpty();

        for (int week = 1; week <= planned.size() + 2; week++) {
            server.clock.advance(WEEK);
            sweep();
            sweep();
        }

        assertThat(told(program))
                .extracting(each -> each.reminder().text())
                .containsExactlyElementsOf(
                        planned.stream().map(SupportPlan.Reminder::getText).toList());
        assertThat(told(program))
                .extracting(each -> each.reminder().date().toString())
                .containsExactlyElementsOf(
                        planned.stream().map(SupportPlan.Reminder::getDate).toList());
        ReminderDue last = told(program).getLast();
        assertThat(last.reminder().doneByNow()).containsExactly("Recorded lectures");
        assertThat(last.activities()).isEqualTo(3);
        assertThat(told(program)).extracting(ReminderDue::skipped).containsOnly(0);
        assertThat(due()).isEmpty();
    }

    @Test
    void afterATimeWithoutTheServiceTheLatestIsToldAlone() {
        String program = running();

        server.clock.advance(WEEK.multipliedBy(2));
        sweep();

        assertThat(told(program))
                .extracting(ReminderDue::reminder)
                .extracting(Reminder::week)
                .containsExactly(2);
        assertThat(told(program).getFirst().skipped()).isEqualTo(1);
        server.clock.advance(WEEK);
        sweep();
        assertThat(told(program)).hasSize(2);
    }

    @Test
    void ofTwoWhoSweepAtOnceOneTells() {
        String program = running();
        server.clock.advance(WEEK);
        List<Located> seen = due();
        server.programs.around(
                change -> {
                    // Somebody else does the same between reading and writing.
                    server.programs.around(Supplier::get);
                    seen.forEach(each -> remind.remind(each.tenant(), each.id()));
                    return change.get();
                });

        seen.forEach(each -> remind.remind(each.tenant(), each.id()));

        assertThat(told(program)).hasSize(1);
    }

    @Test
    void nobodyIsRemindedBeforeTheProgrammeRuns() {
        String launching = launched();
        server.clock.advance(WEEK);

        assertThat(due()).isEmpty();
        assertThat(told(launching)).isEmpty();
    }

    /** Sessions keep the days that they were launched for. */
    @Test
    void aDescriptionThatIsChangedLaterMovesNoReminder() {
        String program = running();
        SupportPlan planned = supportPlan(program);

        var slower =
                Brief.newBuilder(brief())
                        .setAudience(
                                Audience.newBuilder()
                                        .setLiveTime(
                                                Audience.LiveTime.newBuilder().setEveryWeeks(2)));
        var ignored =
                server.programs()
                        .updateProgram(
                                UpdateProgramRequest.newBuilder()
                                        .setProgram(
                                                io.syncopate.proto.assessment.v1.Program
                                                        .newBuilder()
                                                        .setName(program)
                                                        .setBrief(slower))
                                        .setUpdateMask(FieldMask.newBuilder().addPaths("brief"))
                                        .build());

        assertThat(supportPlan(program).getRemindersList()).isEqualTo(planned.getRemindersList());
        for (var each : planned.getRemindersList()) {
            server.clock.advance(WEEK);
            sweep();
            assertThat(told(program).getLast().reminder().text()).isEqualTo(each.getText());
        }
    }

    /** As after a switch to a journey of fewer weeks. */
    @Test
    void aJourneyThatIsOverRemindsNobody() {
        String program = running();
        Versioned<Program> before = server.programs.get(Callers.ACME, program.split("/")[1]);
        var beyond =
                new Progress(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new NextReminder(9, LocalDate.of(2026, 3, 9))));
        server.programs.change(
                Callers.command(Callers.ann(), "beyond", server.clock.instant()),
                before,
                new Program(before.value().description(), beyond, before.value().stage()),
                new ProgramEvent.ProgramUpdated());
        server.clock.advance(WEEK);

        sweep();

        assertThat(told(program)).isEmpty();
        assertThat(server.programs.events(Callers.ACME, program.split("/")[1]))
                .last()
                .isEqualTo(new ProgramEvent.RemindersEnded());
        assertThat(due()).isEmpty();
    }

    private void sweep() {
        due().forEach(each -> remind.remind(each.tenant(), each.id()));
    }

    private List<Located> due() {
        return server.programs.dueReminders(server.clock.instant(), 10);
    }

    private List<ReminderDue> told(String program) {
        List<DomainEvent> all = server.programs.events(Callers.ACME, program.split("/")[1]);
        return all.stream()
                .filter(ReminderDue.class::isInstance)
                .map(ReminderDue.class::cast)
                .toList();
    }

    private SupportPlan supportPlan(String program) {
        return server.preparation()
                .getSupportPlan(GetSupportPlanRequest.newBuilder().setName(program).build());
    }

    private String running() {
        String program = launched();
        server.takeDueLaunches();
        return program;
    }

    private String launched() {
        String program =
                server.programs()
                        .createProgram(
                                CreateProgramRequest.newBuilder()
                                        .setProgram(Preparations.course(brief()))
                                        .build())
                        .getName();
        String assessment =
                server.programs()
                        .assessProgram(AssessProgramRequest.newBuilder().setName(program).build())
                        .getName();
        var ignored =
                server.programs()
                        .acceptAssessment(
                                AcceptAssessmentRequest.newBuilder()
                                        .setName(program)
                                        .setAssessment(assessment)
                                        .build());
        Preparations.pilot(server, Callers.ann(), program);
        var launched =
                server.programs()
                        .launchProgram(
                                LaunchProgramRequest.newBuilder()
                                        .setName(program)
                                        .setStartDate("2026-03-09")
                                        .build());
        return launched.getName();
    }

    private static Brief brief() {
        return Brief.newBuilder()
                .setObjective(Objective.newBuilder().setStatement("Plan a project"))
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
}
