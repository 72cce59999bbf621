package io.syncopate.assessment.program;

import static io.syncopate.assessment.brief.BriefFixture.brief;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.Versioned;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A programme with an accepted journey of one live and one self-paced activity, and everything that
 * launches it. What it does is deterministic, so that a test can try every point of it in turn.
 */
public final class LaunchFixture {

    static final String ID = "p";
    static final LocalDate START = LocalDate.of(2026, 3, 9);

    private static final AnswerBrief ANSWERS =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
    private static final Brief BRIEF =
            brief().zone("Europe/Berlin", 20)
                    .activity("a", "Recorded lecture")
                    .activity("b", "Live workshop")
                    .build();
    private static final Answer ANSWER = ANSWERS.answer(BRIEF, ModelFixture.shipped());

    final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    final ProgramsInMemory programs = new ProgramsInMemory(clock);
    public final OtherServices others = new OtherServices();
    private final AssessmentsInMemory assessments = new AssessmentsInMemory(clock);
    private int requests;

    LaunchFixture() {
        this(BRIEF, ANSWER);
    }

    public LaunchFixture(Brief brief) {
        this(brief, ANSWERS.answer(brief, ModelFixture.shipped()));
    }

    private LaunchFixture(Brief brief, Answer answer) {
        var accepted =
                new Stage.Accepted(
                        Optional.of("x"), Optional.of(new Stage.Decision("x", brief.hash())));
        programs.add(
                command("create"),
                ID,
                new Program(Prepared.course(brief), Prepared.tried("x", brief), accepted),
                new ProgramEvent.ProgramCreated());
        assessments.add(
                command("assess"),
                Assessment.key(ID, "x"),
                new Assessment(ID, "v1", brief, answer),
                new Assessment.AssessmentMade(ID, Workflow.BLENDED));
    }

    public void launch() {
        new LaunchProgram(programs, assessments, () -> {}).launch(command("launch"), ID, START, "");
    }

    void cancel() {
        new CancelLaunch(programs, () -> {}).cancel(command("cancel"), ID, "");
    }

    /** As its owner does while it is launched. */
    void describe(UnaryOperator<Description> change) {
        Versioned<Program> before = programs.get(Callers.ACME, ID);
        programs.change(
                command("describe"),
                before,
                before.value().described(change.apply(before.value().description())),
                new ProgramEvent.ProgramUpdated());
    }

    /** Whether it was let through. */
    static boolean through(Runnable call) {
        try {
            call.run();
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    /** What a sweep of one replica does. */
    public void sweep() {
        programs.dueLaunches(clock.instant(), 10)
                .forEach(
                        due ->
                                new RunLaunch(programs, assessments, others, others, clock)
                                        .run(due.tenant(), due.id()));
    }

    /** After the longest wait between two attempts. */
    void sweepLater() {
        clock.advance(Duration.ofMinutes(5));
        sweep();
    }

    Program program() {
        return programs.get(Callers.ACME, ID).value();
    }

    Stage stage() {
        return program().stage();
    }

    LaunchStep step(LaunchStep.Kind kind) {
        return stage().launch().orElseThrow().step(kind);
    }

    private Command command(String method) {
        return Callers.command(Callers.ann(), method, "r" + requests++, "body", clock.instant());
    }
}
