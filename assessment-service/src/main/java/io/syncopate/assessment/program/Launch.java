package io.syncopate.assessment.program;

import io.syncopate.assessment.program.LaunchStep.Kind;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.kernel.Uid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How an accepted journey becomes sessions and assets: a series is planned, a campaign is ordered,
 * the series is published. What is planned can be taken back. Once the campaign is ordered, or the
 * series is published where there is no campaign, the launch can only go on.
 *
 * @param assessment id of the one whose journey it is
 * @param terms what is asked for beside the journey; empty in launches recorded before they were kept
 * @param startDate first day on which a live session may lie
 * @param by who asked for it last; the steps are done in their name
 * @param steps the series, then the campaign
 */
public record Launch(
        String assessment,
        Optional<Terms> terms,
        LocalDate startDate,
        Uid by,
        List<LaunchStep> steps,
        Instant startTime,
        Optional<Instant> completeTime) {

    public Launch {
        steps = List.copyOf(steps);
    }

    /**
     * What a programme's owner may change while it is launched: a repeated request has to say the
     * same, so it is kept as it was.
     *
     * @param bufferWeeks spare weeks behind the last session
     */
    public record Terms(String displayName, int bufferWeeks) {

        static Terms of(Description description) {
            return new Terms(description.displayName(), description.flexibility().bufferWeeks());
        }
    }

    /**
     * @param round tells it from earlier launches of the same programme that were cancelled
     */
    static Launch of(
            String assessment,
            LocalDate startDate,
            Uid by,
            List<JourneyItem> journey,
            String round,
            Instant at) {
        return new Launch(
                assessment,
                Optional.empty(),
                startDate,
                by,
                List.of(
                        journey.stream().anyMatch(JourneyItem::live)
                                ? LaunchStep.planned(Kind.SERIES, round + "-series", at)
                                : LaunchStep.notNeeded(Kind.SERIES, at),
                        journey.stream().allMatch(JourneyItem::live)
                                ? LaunchStep.notNeeded(Kind.CAMPAIGN, at)
                                : LaunchStep.planned(Kind.CAMPAIGN, round + "-campaign", at)),
                at,
                Optional.empty());
    }

    Launch on(Terms agreed) {
        return new Launch(
                assessment, Optional.of(agreed), startDate, by, steps, startTime, completeTime);
    }

    /** What another service is asked for. */
    public enum Act {
        PLAN(Kind.SERIES),
        ORDER(Kind.CAMPAIGN),
        PUBLISH(Kind.SERIES),
        DISCARD(Kind.SERIES);

        private final Kind kind;

        Act(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }
    }

    /** What gets the launch on; empty when it is complete, and when it is refused. */
    Optional<Act> forwards() {
        LaunchStep series = step(Kind.SERIES);
        if (isRefused() || isComplete()) {
            return Optional.empty();
        }
        if (series.open() && series.resource().isEmpty()) {
            return Optional.of(Act.PLAN);
        }
        return Optional.of(step(Kind.CAMPAIGN).open() ? Act.ORDER : Act.PUBLISH);
    }

    /**
     * What takes it back; empty when nothing is left, and when that is refused. A series that may or
     * may not have been made is made for certain first: then the late arrival of a lost request can
     * no longer bring one about.
     */
    Optional<Act> backwards() {
        LaunchStep series = step(Kind.SERIES);
        if (wayBackIsRefused() || !leavesSomething()) {
            return Optional.empty();
        }
        return Optional.of(series.resource().isEmpty() ? Act.PLAN : Act.DISCARD);
    }

    /** Whether another service has, or may have, made something that is to be taken back. */
    boolean leavesSomething() {
        LaunchStep series = step(Kind.SERIES);
        return series.doubt() || !series.resource().isEmpty();
    }

    /** Whether people rely on what was made, or may do so without anybody knowing. */
    boolean isBeyondRecall() {
        LaunchStep series = step(Kind.SERIES);
        LaunchStep campaign = step(Kind.CAMPAIGN);
        boolean ordered = campaign.state() == LaunchStep.State.DONE || campaign.doubt();
        boolean published =
                series.state() == LaunchStep.State.DONE
                        || (series.doubt() && !series.resource().isEmpty());
        return ordered || published;
    }

    /** Whether a step was refused for good: nothing happens until somebody resumes or cancels. */
    public boolean isRefused() {
        return steps.stream().anyMatch(LaunchStep::refused);
    }

    boolean wayBackIsRefused() {
        return step(Kind.SERIES).refused();
    }

    /** Whether what came of asking for a step still belongs to it as it is now. */
    boolean awaits(LaunchStep asked) {
        LaunchStep step = step(asked.kind());
        return step.open()
                && step.request().equals(asked.request())
                && step.resource().equals(asked.resource());
    }

    public boolean isComplete() {
        return steps.stream().noneMatch(LaunchStep::open);
    }

    public LaunchStep step(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst().orElseThrow();
    }

    Launch with(LaunchStep step, Instant at) {
        List<LaunchStep> changed =
                steps.stream().map(each -> each.kind() == step.kind() ? step : each).toList();
        boolean complete = changed.stream().noneMatch(LaunchStep::open);
        return new Launch(
                assessment,
                terms,
                startDate,
                by,
                changed,
                startTime,
                complete ? Optional.of(at) : completeTime);
    }

    /** Refused steps are taken up again, in the name of who says so. */
    Launch resumed(Uid who, Instant at) {
        return new Launch(
                assessment,
                terms,
                startDate,
                who,
                steps.stream().map(step -> step.refused() ? step.resumed(at) : step).toList(),
                startTime,
                completeTime);
    }

    /** The way back starts at once, whatever the way on was waiting for. */
    Launch turnedBack(Uid who, Instant at) {
        return new Launch(
                assessment,
                terms,
                startDate,
                who,
                steps.stream()
                        .map(
                                step ->
                                        step.kind() == Kind.SERIES && step.open()
                                                ? step.resumed(at)
                                                : step)
                        .toList(),
                startTime,
                completeTime);
    }
}
