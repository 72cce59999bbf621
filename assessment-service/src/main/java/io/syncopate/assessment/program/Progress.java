package io.syncopate.assessment.program;

import io.syncopate.assessment.pilot.Pilot;

import java.util.List;
import java.util.Optional;

/**
 * What happened around a programme's stages.
 *
 * @param pilot its latest
 * @param review set by the launch
 * @param switches at most one
 * @param reminder set by the launch; empty after the last one
 */
public record Progress(
        Optional<Pilot> pilot,
        Optional<ReviewPlan> review,
        List<WorkflowSwitch> switches,
        Optional<NextReminder> reminder) {

    public static final Progress NONE =
            new Progress(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Progress {
        switches = List.copyOf(switches);
    }

    Progress with(Pilot changed) {
        return new Progress(Optional.of(changed), review, switches, reminder);
    }

    Progress with(ReviewPlan changed) {
        return new Progress(pilot, Optional.of(changed), switches, reminder);
    }

    Progress with(WorkflowSwitch made) {
        return new Progress(pilot, review, List.of(made), reminder);
    }

    Progress reminding(Optional<NextReminder> next) {
        return new Progress(pilot, review, switches, next);
    }
}
