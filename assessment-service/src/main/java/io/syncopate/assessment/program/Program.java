package io.syncopate.assessment.program;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.program.Stage.Accepted;
import io.syncopate.assessment.program.Stage.Assessed;
import io.syncopate.assessment.program.Stage.Decision;
import io.syncopate.assessment.program.Stage.Draft;
import io.syncopate.assessment.program.Stage.Launching;
import io.syncopate.assessment.program.Stage.Running;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** One training programme. What its stage does not allow is refused by a {@link ProgramException}. */
public record Program(String displayName, Brief brief, List<SuccessMetric> metrics, Stage stage) {

    public Program {
        metrics = List.copyOf(metrics);
        if (displayName.isBlank()) {
            throw new InvalidException("program.display_name", "is empty; expected a name");
        }
        refuseRepeated(metrics);
    }

    public static Program draft(String displayName, Brief brief, List<SuccessMetric> metrics) {
        return new Program(displayName, brief, metrics, new Draft());
    }

    /** Earlier assessments stay as they are. */
    public Program described(String displayName, Brief brief, List<SuccessMetric> metrics) {
        return new Program(displayName, brief, metrics, stage);
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
            case Running running -> throw new ProgramException.AlreadyRunning();
        };
    }

    public Program launching(LocalDate start, List<JourneyItem> journey, Uid by, Instant at) {
        return switch (stage) {
            case Draft draft -> throw new ProgramException.NotAccepted();
            case Assessed assessed -> throw new ProgramException.NotAccepted();
            case Launching launching -> throw new ProgramException.AlreadyLaunched();
            case Running running -> throw new ProgramException.AlreadyLaunched();
            case Accepted accepted -> {
                if (metrics.isEmpty()) {
                    throw new ProgramException.NoMetrics();
                }
                if (journey.isEmpty()) {
                    throw new ProgramException.NothingToLaunch();
                }
                boolean live = journey.stream().anyMatch(JourneyItem::live);
                boolean selfPaced = !journey.stream().allMatch(JourneyItem::live);
                var launch =
                        new Launch(
                                accepted.decision().orElseThrow().assessment(),
                                start,
                                by,
                                List.of(
                                        LaunchStep.planned(LaunchStep.Kind.SERIES, live, at),
                                        LaunchStep.planned(
                                                LaunchStep.Kind.CAMPAIGN, selfPaced, at)),
                                at,
                                Optional.empty());
                yield in(
                        new Launching(accepted.latest(), accepted.decision(), Optional.of(launch)));
            }
        };
    }

    /** The launch got on; with its last step the programme runs. */
    Program after(LaunchStep step, Instant at) {
        if (!(stage instanceof Launching launching)) {
            throw new IllegalStateException("%s is not launching".formatted(displayName));
        }
        Launch launch = launching.launch().orElseThrow().with(step, at);
        return in(
                launch.next().isPresent()
                        ? new Launching(
                                launching.latest(), launching.decision(), Optional.of(launch))
                        : new Running(
                                launching.latest(), launching.decision(), Optional.of(launch)));
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
                .filter(decision -> !decision.input().equals(brief.hash()))
                .isPresent();
    }

    private Program in(Stage next) {
        return new Program(displayName, brief, metrics, next);
    }

    private static void refuseRepeated(List<SuccessMetric> metrics) {
        var seen = new HashSet<SuccessMetric.Metric>();
        for (SuccessMetric each : metrics) {
            if (!seen.add(each.metric())) {
                throw new InvalidException(
                        "program.success_metrics",
                        "%s is given twice; expected each metric once".formatted(each.metric()));
            }
        }
    }
}
