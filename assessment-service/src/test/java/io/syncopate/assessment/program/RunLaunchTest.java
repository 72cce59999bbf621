package io.syncopate.assessment.program;

import static io.syncopate.assessment.brief.BriefFixture.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

class RunLaunchTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 9);

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final ProgramsInMemory programs = new ProgramsInMemory(clock);
    private final AssessmentsInMemory assessments = new AssessmentsInMemory(clock);
    private final OtherServices others = new OtherServices();
    private final RunLaunch launches = new RunLaunch(programs, assessments, others, others, clock);

    @Test
    void makesSeriesAndCampaignInOrderAndEndsRunning() {
        String id = launched(mixed());

        launches.run(Callers.ACME, id);

        Program running = program(id);
        assertThat(running.stage()).isInstanceOf(Stage.Running.class);
        assertThat(steps(id)).extracting(LaunchStep::state).containsOnly(LaunchStep.State.DONE);
        assertThat(others.series()).hasSize(1);
        assertThat(others.published()).hasSize(1);
        assertThat(others.campaigns()).hasSize(1);
        assertThat(programs.dueLaunches(clock.instant(), 10)).isEmpty();
    }

    @Test
    void keepsAFailedStepAndTakesItAgainWhenItIsDue() {
        String id = launched(mixed());
        others.fail(1);

        launches.run(Callers.ACME, id);

        LaunchStep failed = steps(id).getFirst();
        assertThat(failed.state()).isEqualTo(LaunchStep.State.FAILED);
        assertThat(failed.detail()).isEqualTo("the service is away");
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(others.campaigns()).isEmpty();
        assertThat(programs.dueLaunches(clock.instant(), 10)).isEmpty();

        clock.advance(Duration.ofSeconds(2));
        assertThat(programs.dueLaunches(clock.instant(), 10)).hasSize(1);
        launches.run(Callers.ACME, id);

        assertThat(program(id).stage()).isInstanceOf(Stage.Running.class);
        assertThat(steps(id).getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void waitsLongerAfterEachFailureAndAtMostFiveMinutes() {
        LaunchStep step = LaunchStep.planned(LaunchStep.Kind.SERIES, true, clock.instant());
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 20; attempt++) {
            step = step.failed("away", clock.instant());
            Duration wait = Duration.between(clock.instant(), step.nextAttempt());
            assertThat(wait)
                    .isGreaterThanOrEqualTo(before)
                    .isLessThanOrEqualTo(Duration.ofMinutes(5));
            before = wait;
        }
        assertThat(before).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void resumesAfterTheSeriesWasPlannedAndNotPublished() {
        String id = launched(mixed());
        Versioned<Program> before = programs.get(Callers.ACME, id);
        LaunchStep planned =
                steps(id).getFirst().made("series/launch-" + id + "-series", clock.instant());
        programs.change(
                command("crash"),
                before,
                before.value().after(planned, clock.instant()),
                new ProgramEvent.LaunchStepTaken(
                        planned.kind(), planned.state(), planned.resource()));

        launches.run(Callers.ACME, id);

        assertThat(others.series()).isEmpty();
        assertThat(others.published()).containsExactly("series/launch-" + id + "-series");
        assertThat(program(id).stage()).isInstanceOf(Stage.Running.class);
    }

    @Test
    void twoAtOnceMakeOneSeriesAndOneCampaign() {
        String id = launched(mixed());
        others.meanwhile(() -> launches.run(Callers.ACME, id));

        launches.run(Callers.ACME, id);

        assertThat(others.series()).hasSize(1);
        assertThat(others.campaigns()).hasSize(1);
        assertThat(program(id).stage()).isInstanceOf(Stage.Running.class);
    }

    @Test
    void needsNoCampaignForAJourneyThatIsLiveThroughout() {
        String id = launched(brief().activity("a", "Live workshop"));

        launches.run(Callers.ACME, id);

        assertThat(others.campaigns()).isEmpty();
        assertThat(steps(id).getLast().state()).isEqualTo(LaunchStep.State.NOT_NEEDED);
        assertThat(program(id).stage()).isInstanceOf(Stage.Running.class);
    }

    @Test
    void plansOneSessionPerRunForThePeopleOfEachZone() {
        String id =
                launched(
                        brief().zone("America/New_York", 12)
                                .zone("Asia/Kolkata", 30)
                                .with("audience.live_time.every_weeks", 2)
                                .activity(BriefFixture.repeated("lab", "Live lab", 3)));

        launches.run(Callers.ACME, id);

        LiveSchedule.LiveSeries series = others.series().getFirst();
        assertThat(series.items())
                .extracting(LiveSchedule.Item::key)
                .containsExactly("lab-1", "lab-2", "lab-3");
        assertThat(series.everyWeeks()).isEqualTo(2);
        assertThat(series.firstDate()).isEqualTo(START);
        assertThat(series.groups())
                .containsExactly(
                        new LiveSchedule.Group("america-new-york", "America/New_York", 12),
                        new LiveSchedule.Group("asia-kolkata", "Asia/Kolkata", 30));
    }

    @Test
    void takesEverybodyToBeAtUtcWhenNoZoneIsStated() {
        String id = launched(brief().with("audience.size", 25).activity("a", "Live workshop"));

        launches.run(Callers.ACME, id);

        assertThat(others.series().getFirst().groups())
                .containsExactly(new LiveSchedule.Group("everybody", "UTC", 25));
    }

    private static BriefFixture mixed() {
        return brief().activity("a", "Recorded lecture").activity("b", "Live workshop");
    }

    private String launched(BriefFixture fixture) {
        var describe = new DescribeProgram(programs);
        var metric =
                new SuccessMetric(
                        SuccessMetric.Metric.COMPLETION, 80, "percent", OptionalDouble.empty());
        String id =
                describe.create(
                                command("create"),
                                Program.draft("Course", fixture.build(), List.of(metric)))
                        .id();
        var answers = new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
        String assessment =
                new AssessProgram(programs, assessments, answers)
                        .assess(command("assess"), id, ModelFixture.shipped(), "")
                        .id();
        new AcceptAssessment(programs, assessments)
                .accept(command("accept"), id, id, assessment, "");
        new LaunchProgram(programs, assessments, () -> {}).launch(command("launch"), id, START, "");
        return id;
    }

    private Program program(String id) {
        return programs.get(Callers.ACME, id).value();
    }

    private List<LaunchStep> steps(String id) {
        return program(id).stage().launch().orElseThrow().steps();
    }

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, clock.instant());
    }
}
