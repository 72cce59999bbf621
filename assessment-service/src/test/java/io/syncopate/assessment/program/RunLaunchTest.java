package io.syncopate.assessment.program;

import static io.syncopate.assessment.brief.BriefFixture.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ownership;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

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
        assertThat(steps(id).getFirst().attempts()).as("planned, planned, published").isEqualTo(3);
    }

    @Test
    void waitsLongerAfterEachFailureAndAtMostFiveMinutes() {
        LaunchStep step = LaunchStep.planned(LaunchStep.Kind.SERIES, "r", clock.instant());
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 20; attempt++) {
            step =
                    step.asked(clock.instant())
                            .after(new StepResult.Failed("away"), false, clock.instant());
            Duration wait = Duration.between(clock.instant(), step.nextAttempt());
            assertThat(wait)
                    .isGreaterThanOrEqualTo(before)
                    .isLessThanOrEqualTo(Duration.ofMinutes(5));
            before = wait;
        }
        assertThat(before).isEqualTo(Duration.ofMinutes(5));
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
    void takesEverybodyToBeAtUtcWhenNoZoneIsStatedAndSaysSo() {
        String id =
                launched(
                        brief().with("audience.size", 25)
                                .with("audience.time_zones", 3)
                                .with("audience.offset_spread_hours", 9.5)
                                .activity("a", "Live workshop"));

        launches.run(Callers.ACME, id);

        assertThat(others.series().getFirst().groups())
                .containsExactly(new LiveSchedule.Group("everybody", "UTC", 25));
        assertThat(others.series().getFirst().anchorZone()).isEqualTo("UTC");
        assertThat(steps(id).getFirst().detail())
                .contains("one group at UTC")
                .contains("3 time zones, 9.5 hours apart")
                .contains("brief.audience.zones");
    }

    @Test
    void keepsTimeInTheZoneOfMostLearners() {
        String id =
                launched(
                        brief().zone("America/New_York", 12)
                                .zone("Asia/Kolkata", 30)
                                .zone("Europe/Berlin", 30)
                                .activity("a", "Live workshop"));

        launches.run(Callers.ACME, id);

        assertThat(others.series().getFirst().anchorZone()).isEqualTo("Asia/Kolkata");
        assertThat(steps(id).getFirst().detail()).isEqualTo("The series is planned and published.");
    }

    @Test
    void givesEachSessionAKeyOfItsOwn() {
        String longest = "l".repeat(63);
        String id =
                launched(
                        brief().activity(BriefFixture.repeated("lab", "Live lab", 2))
                                .activity("lab-1", "Live workshop")
                                .activity("lab-2x2", "Live workshop")
                                .activity(BriefFixture.repeated("lab-2", "Live lab", 1))
                                .activity(BriefFixture.repeated(longest, "Live lab", 12))
                                .activity("l".repeat(61) + "-1", "Live workshop"));

        launches.run(Callers.ACME, id);

        assertThat(others.series().getFirst().items())
                .extracting(LiveSchedule.Item::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z0-9][a-z0-9-]{0,62}"))
                .contains("lab-1", "lab-2", "lab-2x2")
                .hasSize(18);
    }

    @Test
    void aRefusedStepWaitsForSomebodyWhoResumes() {
        String id = launched(mixed());
        others.around(
                call -> {
                    throw OtherServices.refused(
                            StepRefusedException.Why.NOT_ACCEPTED, "scheduling: too large");
                });

        launches.run(Callers.ACME, id);
        clock.advance(Duration.ofDays(1));

        assertThat(steps(id).getFirst().state()).isEqualTo(LaunchStep.State.REFUSED);
        assertThat(steps(id).getFirst().detail()).isEqualTo("scheduling: too large");
        assertThat(programs.dueLaunches(clock.instant(), 10)).isEmpty();

        others.around(java.util.function.Supplier::get);
        new LaunchProgram(programs, assessments, () -> {}).launch(command("resume"), id, START, "");
        launches.run(Callers.ACME, id);
        assertThat(program(id).stage()).isInstanceOf(Stage.Running.class);
    }

    private static BriefFixture mixed() {
        return brief().activity("a", "Recorded lecture").activity("b", "Live workshop");
    }

    private String launched(BriefFixture fixture) {
        var describe = new DescribeProgram(programs);
        String id =
                describe.create(
                                command("create"),
                                Ownership.none(),
                                Program.draft(Prepared.course(fixture.build())))
                        .id();
        var answers = new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
        new AssessProgram(programs, assessments, answers)
                .assess(command("assess"), id, ModelFixture.shipped(), "");
        String assessment = programs.get(Callers.ACME, id).value().stage().latest().orElseThrow();
        new AcceptAssessment(programs, assessments)
                .accept(command("accept"), id, id, assessment, "");
        Prepared.pilot(programs, id, this::command);
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
