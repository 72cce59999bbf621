package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.learner.Calendar;
import io.syncopate.assessment.pilot.Pilot;
import io.syncopate.assessment.pilot.PilotException;
import io.syncopate.assessment.program.Stage.Accepted;
import io.syncopate.assessment.program.Stage.Assessed;
import io.syncopate.assessment.program.Stage.Cancelling;
import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.assessment.program.Stage.Draft;
import io.syncopate.assessment.program.Stage.Launching;
import io.syncopate.assessment.program.Stage.Running;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One training programme. What its stage does not allow is refused by a {@link ProgramException}.
 *
 * @param progress what happened around its stages
 */
public record Program(Description description, Progress progress, Stage stage) {

    public static Program draft(Description description) {
        return new Program(description, Progress.NONE, new Draft());
    }

    public String displayName() {
        return description.displayName();
    }

    public Brief brief() {
        return description.brief();
    }

    public List<SuccessMetric> metrics() {
        return description.metrics();
    }

    /** Its latest. */
    public Optional<Pilot> pilot() {
        return progress.pilot();
    }

    /** Earlier assessments stay as they are. */
    public Program described(Description otherwise) {
        return new Program(otherwise, progress, stage);
    }

    public Program assessed(String assessment) {
        return in(stage.assessed(assessment));
    }

    public Program accepting(String assessment, String input) {
        return switch (stage) {
            case Draft draft -> throw new ProgramException.OtherProgramsAssessment(assessment);
            case Assessed assessed ->
                    in(
                            new Accepted(
                                    assessed.latest(),
                                    Optional.of(new Decision(assessment, input))));
            case Accepted accepted ->
                    in(
                            new Accepted(
                                    accepted.latest(),
                                    Optional.of(new Decision(assessment, input))));
            case Launching launching -> throw new ProgramException.AlreadyRunning();
            case Cancelling cancelling -> throw new ProgramException.BeingCancelled();
            case Running running -> throw new ProgramException.AlreadyRunning();
        };
    }

    /** A trial of what is accepted, in the place of one that nothing would be lost of. */
    Program piloting(Function<String, Pilot> planned) {
        String assessment = decidedAndNotLaunched().assessment();
        if (pilot().filter(each -> !each.mayBeReplaced()).isPresent()) {
            throw new PilotException.UnderWay();
        }
        return with(planned.apply(assessment));
    }

    Program inPilot(UnaryOperator<Pilot> change) {
        var ignored = decidedAndNotLaunched();
        return with(
                change.apply(
                        pilot().orElseThrow(
                                        () ->
                                                new PilotException.Missing(
                                                        "no pilot is planned: plan one first"))));
    }

    private Decision decidedAndNotLaunched() {
        return switch (stage) {
            case Draft draft -> throw new ProgramException.NotAccepted();
            case Assessed assessed -> throw new ProgramException.NotAccepted();
            case Accepted accepted -> accepted.decision().orElseThrow();
            case Launching launching -> throw new ProgramException.AlreadyRunning();
            case Cancelling cancelling -> throw new ProgramException.BeingCancelled();
            case Running running -> throw new ProgramException.AlreadyRunning();
        };
    }

    private Program with(Pilot changed) {
        return new Program(description, progress.with(changed), stage);
    }

    /**
     * @param round tells this launch from earlier ones of the same programme that were cancelled
     */
    Program launching(Calendar calendar, Uid by, String round, Instant at) {
        return switch (stage) {
            case Draft draft -> throw new ProgramException.NotAccepted();
            case Assessed assessed -> throw new ProgramException.NotAccepted();
            case Launching launching -> throw new ProgramException.AlreadyLaunched();
            case Cancelling cancelling -> throw new ProgramException.BeingCancelled();
            case Running running -> throw new ProgramException.AlreadyLaunched();
            case Accepted accepted -> {
                LocalDate start = calendar.start();
                new Readiness(this, accepted, calendar.journey()).refuseUnlessReady(start);
                String decided = accepted.decision().orElseThrow().assessment();
                Launch launch =
                        Launch.of(decided, start, by, calendar.journey(), round, at)
                                .on(Launch.Terms.of(description));
                yield new Program(
                        description,
                        progress.with(ReviewPlan.after(calendar))
                                .reminding(Optional.of(NextReminder.first(start))),
                        new Launching(accepted.latest(), accepted.decision(), Optional.of(launch)));
            }
        };
    }

    /** A launch that was refused for good is taken up again. */
    Program resuming(LocalDate start, Uid by, Instant at) {
        if (!(stage instanceof Launching launching)) {
            throw new IllegalStateException("%s is not launching".formatted(displayName()));
        }
        Launch launch = launching.launch().orElseThrow();
        if (!launch.isRefused()) {
            throw new ProgramException.AlreadyLaunched();
        }
        if (!launch.startDate().equals(start)) {
            throw new ProgramException.AlreadyLaunched(launch.startDate(), start);
        }
        return in(
                new Launching(
                        launching.latest(),
                        launching.decision(),
                        Optional.of(launch.resumed(by, at))));
    }

    /** The way back to what was accepted: at once when the launch has made nothing. */
    Program cancelling(Uid by, Instant at) {
        return switch (stage) {
            case Draft draft -> throw new ProgramException.NoLaunchUnderWay();
            case Assessed assessed -> throw new ProgramException.NoLaunchUnderWay();
            case Accepted accepted -> throw new ProgramException.NoLaunchUnderWay();
            case Running running -> throw new ProgramException.NoLaunchUnderWay();
            case Launching launching -> {
                Launch launch = launching.launch().orElseThrow();
                if (launch.isBeyondRecall()) {
                    throw new ProgramException.BeyondRecall();
                }
                yield turnedBack(launching, launch, by, at);
            }
            case Cancelling cancelling -> {
                Launch launch = cancelling.launch().orElseThrow();
                yield launch.wayBackIsRefused() ? turnedBack(cancelling, launch, by, at) : this;
            }
        };
    }

    private Program turnedBack(Stage from, Launch launch, Uid by, Instant at) {
        Launch back = launch.turnedBack(by, at);
        return in(
                back.leavesSomething()
                        ? new Cancelling(from.latest(), from.decision(), Optional.of(back))
                        : new Accepted(from.latest(), from.decision()));
    }

    /** What its launch asks for beside the journey; as it is now where that was not kept. */
    Launch.Terms launchTerms() {
        return stage.launch()
                .flatMap(Launch::terms)
                .orElseGet(() -> new Launch.Terms(displayName(), 0));
    }

    /** When its launch is to be taken on, or back, the next time; empty when nothing is to be done. */
    public Optional<Instant> dueTime() {
        return stage.act().map(act -> stage.launch().orElseThrow().step(act.kind()).nextAttempt());
    }

    /** When its learners are to be reminded the next time; empty while it does not run. */
    public Optional<Instant> reminderDue() {
        return stage instanceof Running
                ? progress.reminder().map(NextReminder::due)
                : Optional.empty();
    }

    Program reminded(Optional<NextReminder> next) {
        return new Program(description, progress.reminding(next), stage);
    }

    /** It is recorded that another service is asked before it is. */
    Program asking(Launch.Act act, Instant at) {
        Launch launch = stage.launch().orElseThrow();
        return at(launch.with(launch.step(act.kind()).asked(at), at));
    }

    /** Whether what came of asking still belongs to the launch as it is now. */
    boolean awaits(LaunchStep asked) {
        return switch (stage) {
            case Draft draft -> false;
            case Assessed assessed -> false;
            case Accepted accepted -> false;
            case Running running -> false;
            case Launching launching -> launching.launch().orElseThrow().awaits(asked);
            case Cancelling cancelling -> cancelling.launch().orElseThrow().awaits(asked);
        };
    }

    /**
     * The launch got on, or back; with its last step the programme runs, or is accepted as before.
     *
     * @param doubted whether it was in doubt before it was asked for this time
     */
    Program after(Launch.Act act, StepResult result, boolean doubted, Instant at) {
        return switch (stage) {
            case Launching launching ->
                    forwards(launching.launch().orElseThrow(), act, result, doubted, at);
            case Cancelling cancelling ->
                    backwards(cancelling.launch().orElseThrow(), act, result, doubted, at);
            case Draft draft -> throw notUnderWay();
            case Assessed assessed -> throw notUnderWay();
            case Accepted accepted -> throw notUnderWay();
            case Running running -> throw notUnderWay();
        };
    }

    private Program forwards(
            Launch launch, Launch.Act act, StepResult result, boolean doubted, Instant at) {
        Launch on = launch.with(launch.step(act.kind()).after(result, doubted, at), at);
        return on.isComplete()
                ? in(new Running(stage.latest(), stage.decision(), Optional.of(on)))
                : in(new Launching(stage.latest(), stage.decision(), Optional.of(on)));
    }

    private Program backwards(
            Launch launch, Launch.Act act, StepResult result, boolean doubted, Instant at) {
        Launch back = launch.with(launch.step(act.kind()).after(result, doubted, at), at);
        boolean published =
                result instanceof StepResult.Refused(var cause, var why)
                        && cause == StepRefusedException.Why.PUBLISHED;
        if (published) {
            return in(new Launching(stage.latest(), stage.decision(), Optional.of(back)));
        }
        return back.leavesSomething()
                ? at(back)
                : in(new Accepted(stage.latest(), stage.decision()));
    }

    private Program at(Launch launch) {
        return stage instanceof Cancelling
                ? in(new Cancelling(stage.latest(), stage.decision(), Optional.of(launch)))
                : in(new Launching(stage.latest(), stage.decision(), Optional.of(launch)));
    }

    private IllegalStateException notUnderWay() {
        return new IllegalStateException("%s has no launch under way".formatted(displayName()));
    }

    /** Its results were looked at. */
    Program reviewed(ReviewPlan.Held held, LocalDate next) {
        var ignored = runningUnder();
        ReviewPlan plan = progress.review().orElseGet(() -> new ReviewPlan(next, Optional.empty()));
        return new Program(description, progress.with(plan.held(held, next)), stage);
    }

    /** It goes on by another decision: once, as each time costs trust. */
    Program switching(Decision to, WorkflowSwitch.Explanation explanation, Instant at) {
        Decision from = runningUnder();
        if (!progress.switches().isEmpty()) {
            throw new ProgramException.AlreadySwitched(progress.switches().getFirst().time());
        }
        if (brief().number("history.prior_switches").orElse(0) > 0) {
            throw new ProgramException.AlreadySwitched();
        }
        if (from.assessment().equals(to.assessment())) {
            throw new InvalidException(
                    "assessment", to.assessment(), "another assessment than the accepted one");
        }
        var made =
                new WorkflowSwitch(
                        from.assessment(),
                        to.assessment(),
                        explanation,
                        description.flexibility(),
                        at);
        return new Program(
                description,
                progress.with(made),
                new Running(stage.latest(), Optional.of(to), stage.launch()));
    }

    /** The decision that an outcome is measured under. */
    Decision runningUnder() {
        if (!(stage instanceof Running running)) {
            throw new ProgramException.NotLaunched();
        }
        return running.decision().orElseThrow();
    }

    void refuseRemovalOnceLaunched() {
        if (stage.launch().isPresent()) {
            throw new ProgramException.AlreadyRunning();
        }
    }

    /** Whether the brief is no longer the one that the accepted assessment answers. */
    public boolean changedSinceAccepted() {
        return stage.decision()
                .filter(decision -> !decision.input().equals(brief().hash()))
                .isPresent();
    }

    private Program in(Stage next) {
        return new Program(description, progress, next);
    }
}
