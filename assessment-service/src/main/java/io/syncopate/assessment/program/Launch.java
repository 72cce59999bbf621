package io.syncopate.assessment.program;

import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How an accepted journey becomes sessions and assets.
 *
 * @param assessment id of the one whose journey it is
 * @param startDate first day on which a live session may lie
 * @param by who asked for it; the steps are done in their name
 * @param steps in order
 */
public record Launch(
        String assessment,
        LocalDate startDate,
        Uid by,
        List<LaunchStep> steps,
        Instant startTime,
        Optional<Instant> completeTime) {

    public Launch {
        steps = List.copyOf(steps);
    }

    /** The step to take next; empty when all are taken. */
    public Optional<LaunchStep> next() {
        return steps.stream().filter(LaunchStep::open).findFirst();
    }

    Launch with(LaunchStep step, Instant at) {
        List<LaunchStep> changed =
                steps.stream().map(each -> each.kind() == step.kind() ? step : each).toList();
        boolean complete = changed.stream().noneMatch(LaunchStep::open);
        return new Launch(
                assessment,
                startDate,
                by,
                changed,
                startTime,
                complete ? Optional.of(at) : completeTime);
    }
}
