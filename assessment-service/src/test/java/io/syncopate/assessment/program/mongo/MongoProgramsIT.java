package io.syncopate.assessment.program.mongo;

import static io.syncopate.assessment.brief.BriefFixture.brief;
import static io.syncopate.assessment.program.Prepared.TOLD;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.pilot.Feedback;
import io.syncopate.assessment.pilot.Finding;
import io.syncopate.assessment.pilot.Pilot;
import io.syncopate.assessment.pilot.Sample;
import io.syncopate.assessment.pilot.Stratum;
import io.syncopate.assessment.program.AcceptAssessment;
import io.syncopate.assessment.program.AssessProgram;
import io.syncopate.assessment.program.DescribeProgram;
import io.syncopate.assessment.program.Description;
import io.syncopate.assessment.program.Flexibility;
import io.syncopate.assessment.program.LaunchProgram;
import io.syncopate.assessment.program.NextReminder;
import io.syncopate.assessment.program.OtherServices;
import io.syncopate.assessment.program.Prepared;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.ProgramEvent;
import io.syncopate.assessment.program.Progress;
import io.syncopate.assessment.program.ReviewPlan;
import io.syncopate.assessment.program.RunLaunch;
import io.syncopate.assessment.program.Stage;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.program.SuccessMetric.Baseline;
import io.syncopate.assessment.program.WorkflowSwitch;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Aggregates;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.DomainEvent;
import io.syncopate.kernel.Located;
import io.syncopate.kernel.Ownership;
import io.syncopate.testkit.kernel.AggregatesContract;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

@OnStore
class MongoProgramsIT extends AggregatesContract<Program> {

    private static final Instant NOON = Instant.parse("2026-02-20T12:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @BeforeEach
    void open(TestStore store) {
        database = store.database();
    }

    @Override
    protected Aggregates<Program> aggregates() {
        return new MongoPrograms(database, clock);
    }

    @Override
    protected Program value(int number) {
        return Program.draft(
                new Description(
                        "Program " + number, everything(), metrics(), TOLD, Flexibility.NONE));
    }

    @Override
    protected DomainEvent event() {
        return new ProgramEvent.ProgramUpdated();
    }

    @Test
    void readsEveryFactAsItWasWritten() {
        var programs = new MongoPrograms(database, clock);
        var answered = new Stage.Decision("a", "hash");
        Program program =
                new Program(
                        new Description(
                                "Everything",
                                everything(),
                                metrics(),
                                TOLD,
                                new Flexibility(2, true)),
                        new Progress(
                                Optional.of(pilot()),
                                Optional.of(
                                        new ReviewPlan(
                                                LocalDate.of(2026, 7, 1),
                                                Optional.of(
                                                        new ReviewPlan.Held("o", "go on", NOON)))),
                                List.of(
                                        new WorkflowSwitch(
                                                "a",
                                                "b",
                                                new WorkflowSwitch.Explanation(
                                                        "why", "how", "when", "what"),
                                                new Flexibility(1, false),
                                                NOON)),
                                Optional.of(new NextReminder(3, LocalDate.of(2026, 5, 4)))),
                        new Stage.Accepted(Optional.of("a"), Optional.of(answered)));
        programs.add(command("create"), "a", program, new ProgramEvent.ProgramCreated());

        assertThat(programs.get(Callers.ACME, "a").value()).isEqualTo(program);
    }

    @Test
    void findsWhoseLearnersAreToBeRemindedWhileItRuns() {
        var programs = new MongoPrograms(database, clock);
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var next = new NextReminder(2, tomorrow);
        var decision = Optional.of(new Stage.Decision("a", "hash"));
        programs.add(
                command("running"),
                "running",
                reminding(next, new Stage.Running(Optional.of("a"), decision, Optional.empty())),
                new ProgramEvent.ProgramCreated());
        programs.add(
                command("accepted"),
                "accepted",
                reminding(next, new Stage.Accepted(Optional.of("a"), decision)),
                new ProgramEvent.ProgramCreated());

        assertThat(programs.dueReminders(next.due().minusMillis(1), 10)).isEmpty();
        assertThat(programs.dueReminders(next.due(), 10))
                .containsExactly(new Located(Callers.ACME, "running"));
    }

    private static Program reminding(NextReminder next, Stage stage) {
        return new Program(
                new Description("Reminds", everything(), metrics(), TOLD, Flexibility.NONE),
                new Progress(Optional.empty(), Optional.empty(), List.of(), Optional.of(next)),
                stage);
    }

    @Test
    void keepsALaunchAcrossARestartAndFindsItWhenItIsDue() {
        String id = launched();
        var restarted = new MongoPrograms(database, clock);
        assertThat(restarted.dueLaunches(clock.instant(), 10))
                .containsExactly(new Located(Callers.ACME, id));

        var others = new OtherServices();
        others.fail(1);
        launches(restarted, others).run(Callers.ACME, id);
        assertThat(restarted.dueLaunches(clock.instant(), 10)).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        assertThat(restarted.dueLaunches(clock.instant(), 10)).hasSize(1);

        launches(new MongoPrograms(database, clock), others).run(Callers.ACME, id);
        assertThat(restarted.get(Callers.ACME, id).value().stage())
                .isInstanceOf(Stage.Running.class);
        assertThat(restarted.dueLaunches(clock.instant().plusSeconds(600), 10)).isEmpty();
        assertThat(others.series().getFirst().bufferWeeks()).isEqualTo(3);
        assertThat(others.series().getFirst().displayName()).isEqualTo("Course");
    }

    @Test
    void readsAnAssessmentAsItWasWritten() {
        var programs = new MongoPrograms(database, clock);
        var assessments = new MongoAssessments(database, clock);
        String id =
                new DescribeProgram(programs)
                        .create(
                                command("create"),
                                Ownership.none(),
                                Program.draft(
                                        new Description(
                                                "Everything",
                                                everything(),
                                                metrics(),
                                                TOLD,
                                                Flexibility.NONE)))
                        .id();

        var made = assess(programs, assessments, id);

        var answers = new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
        assertThat(assessments.get(Callers.ACME, id, made).value().answer())
                .isEqualTo(answers.answerWithStability(everything(), ModelFixture.shipped()));
    }

    private RunLaunch launches(MongoPrograms programs, OtherServices others) {
        return new RunLaunch(
                programs, new MongoAssessments(database, clock), others, others, clock);
    }

    private String launched() {
        var programs = new MongoPrograms(database, clock);
        var assessments = new MongoAssessments(database, clock);
        Brief journey = brief().activity("a", "Recorded lecture").activity("b", "Workshop").build();
        String id =
                new DescribeProgram(programs)
                        .create(
                                command("create"),
                                Ownership.none(),
                                Program.draft(
                                        new Description(
                                                "Course",
                                                journey,
                                                Prepared.course(journey).metrics(),
                                                TOLD,
                                                new Flexibility(3, true))))
                        .id();
        String assessment = assess(programs, assessments, id);
        new AcceptAssessment(programs, assessments)
                .accept(command("accept"), id, id, assessment, "");
        Prepared.pilot(programs, id, this::command);
        new LaunchProgram(programs, assessments, () -> {})
                .launch(command("launch"), id, LocalDate.of(2026, 3, 9), "");
        return id;
    }

    private String assess(MongoPrograms programs, MongoAssessments assessments, String id) {
        var answers = new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
        new AssessProgram(programs, assessments, answers)
                .assess(command("assess"), id, ModelFixture.shipped(), "");
        return programs.get(Callers.ACME, id).value().stage().latest().orElseThrow();
    }

    private static List<SuccessMetric> metrics() {
        return List.of(
                new SuccessMetric(
                        SuccessMetric.Metric.COMPLETION,
                        80,
                        "percent",
                        Optional.of(new Baseline(61.5, Baseline.Kind.BENCHMARK, "elsewhere"))),
                new SuccessMetric(
                        SuccessMetric.Metric.SATISFACTION, 4.5, "points", Optional.empty()));
    }

    /** With everything that may be left out. */
    private static Pilot pilot() {
        return new Pilot(
                "a",
                LocalDate.of(2026, 2, 2),
                10,
                new Sample(
                        4,
                        "by lot",
                        List.of(
                                new Stratum(Stratum.Dimension.ZONE, "Asia/Kolkata", 3, 3),
                                new Stratum(Stratum.Dimension.ROLE, "nurse", 9, 1)),
                        "few nurses"),
                List.of(new Feedback(Feedback.Kind.TIMING, 2.5, 3, "late")),
                List.of(
                        new Finding(
                                "late",
                                Feedback.Kind.TIMING,
                                Finding.Effect.ADVERSE,
                                "at night",
                                Optional.of(
                                        new Finding.Decision(
                                                Finding.Action.CHANGE_WORKFLOW, "earlier"))),
                        new Finding(
                                "kind",
                                Feedback.Kind.ENGAGEMENT,
                                Finding.Effect.FAVOURABLE,
                                "merry",
                                Optional.empty())),
                Optional.of(NOON));
    }

    /** Each fact of the catalogue, a zone, and an activity with and without what may be left out. */
    private static Brief everything() {
        var stated = new TreeMap<Fact, Value>();
        for (Fact fact : Facts.ALL) {
            stated.put(
                    fact,
                    switch (fact.kind()) {
                        case FLAG -> new Value.Flag(true);
                        case CHOICE -> new Value.Choice(fact.values().getLast());
                        case NUMBER -> new Value.Amount(1.5);
                        case TEXT -> new Value.Text("text of " + fact.path());
                        case TEXTS -> new Value.Texts(List.of("one", "two"));
                    });
        }
        Brief zoned = BriefFixture.brief().zone("Asia/Kolkata", 3).build();
        return new Brief(
                stated,
                zoned.zones(),
                List.of(
                        new Activity(
                                "full",
                                "Live lab",
                                Optional.of(Activity.Mode.LIVE),
                                Optional.of(Activity.Interaction.QUESTIONS),
                                "ref",
                                OptionalInt.of(90),
                                Optional.of(Activity.Attendance.OPTIONAL),
                                3,
                                List.of("bare")),
                        BriefFixture.repeated("bare", "Something", 1)));
    }

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, clock.instant());
    }
}
