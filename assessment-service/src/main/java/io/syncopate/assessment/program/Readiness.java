package io.syncopate.assessment.program;

import io.syncopate.assessment.learner.LearnerSheet;
import io.syncopate.assessment.pilot.Pilot;
import io.syncopate.assessment.pilot.PilotException;
import io.syncopate.assessment.program.Stage.Accepted;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.RefusedException;
import io.syncopate.kernel.RefusedException.Violation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what has to be there before a launch is there. */
record Readiness(Program program, Accepted accepted, List<JourneyItem> journey) {

    /** Everything that is in the way on every day, in the order in which it would be refused. */
    List<RefusedException> blockers() {
        var blockers = new ArrayList<RefusedException>();
        metrics().ifPresent(blockers::add);
        if (journey.isEmpty()) {
            blockers.add(new ProgramException.NothingToLaunch());
        }
        List<Violation> untold = LearnerSheet.missing(journey, program.description().information());
        if (!untold.isEmpty()) {
            blockers.add(new ProgramException.SheetIncomplete(untold));
        }
        pilot().ifPresent(blockers::add);
        return blockers;
    }

    void refuseUnlessReady(LocalDate start) {
        blockers().stream()
                .findFirst()
                .ifPresent(
                        blocker -> {
                            throw blocker;
                        });
        LocalDate tried = program.pilot().map(Pilot::end).orElseThrow();
        if (!start.isAfter(tried)) {
            throw new PilotException.LaunchBeforeItEnds(start, tried);
        }
    }

    private Optional<RefusedException> metrics() {
        if (program.metrics().isEmpty()) {
            return Optional.of(new ProgramException.NoMetrics());
        }
        List<Violation> missing =
                program.metrics().stream().flatMap(each -> each.missing().stream()).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProgramException.NoMetrics(missing));
    }

    private Optional<RefusedException> pilot() {
        Optional<Pilot> finished = program.pilot().filter(Pilot::isFinished);
        if (finished.isEmpty()) {
            return Optional.of(
                    new PilotException.Missing(
                            "no pilot is finished: try the journey with a small group before it is"
                                    + " launched for everybody"));
        }
        Pilot pilot = finished.get();
        boolean unchanged =
                accepted.decision()
                        .filter(each -> each.assessment().equals(pilot.assessment()))
                        .isPresent();
        return pilot.asksForAnotherWorkflow() && unchanged
                ? Optional.of(new PilotException.ChangeOutstanding(pilot.assessment()))
                : Optional.empty();
    }
}
