package io.syncopate.assessment.pilot;

import io.syncopate.assessment.pilot.Finding.Action;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.RefusedException.Violation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trial of a journey. Nothing of it is changed once it is finished.
 *
 * @param assessment id of the one whose journey is tried
 * @param days its length, the first day included
 * @param feedback at most one of each kind
 */
public record Pilot(
        String assessment,
        LocalDate start,
        int days,
        Sample sample,
        List<Feedback> feedback,
        List<Finding> findings,
        Optional<Instant> finishTime) {

    /** The guide: "a two-week pilot can save months of rework". */
    public static final int USUAL_DAYS = 14;

    private static final int MOST_FINDINGS = 100;

    public Pilot {
        feedback = List.copyOf(feedback);
        findings = List.copyOf(findings);
    }

    public static Pilot planned(String assessment, LocalDate start, int days, Sample sample) {
        return new Pilot(assessment, start, days, sample, List.of(), List.of(), Optional.empty());
    }

    public LocalDate end() {
        return start.plusDays(days - 1L);
    }

    public boolean isFinished() {
        return finishTime.isPresent();
    }

    /** Whether planning another one in its place would lose nothing. */
    public boolean mayBeReplaced() {
        return isFinished() || (feedback.isEmpty() && findings.isEmpty());
    }

    /**
     * What is there of a kind or a key already is replaced.
     *
     * @throws InvalidException when more answered than take part, or there would be too many findings
     */
    public Pilot recorded(List<Feedback> said, List<Finding> found) {
        refuseFinished();
        if (said.isEmpty() && found.isEmpty()) {
            throw InvalidException.missing("feedback", "feedback or findings");
        }
        said.forEach(this::refuseMoreThanTakePart);
        List<Feedback> all = replaced(feedback, said, Feedback::kind);
        List<Finding> before = replaced(findings, found, Finding::key);
        List<Finding> low =
                all.stream()
                        .filter(Feedback::adverse)
                        .filter(each -> before.stream().noneMatch(is(each.kind())))
                        .map(Finding::of)
                        .toList();
        List<Finding> after = replaced(before, low, Finding::key);
        if (after.size() > MOST_FINDINGS) {
            throw new InvalidException(
                    Violation.ofCount(
                            "findings", after.size(), "at most %d".formatted(MOST_FINDINGS)));
        }
        return new Pilot(assessment, start, days, sample, all, after, finishTime);
    }

    /**
     * @throws PilotException.Incomplete when the last day is not over, or something is missing
     */
    public Pilot finished(LocalDate today, Instant at) {
        refuseFinished();
        var missing = new ArrayList<Violation>();
        if (!today.isAfter(end())) {
            missing.add(Violation.of("end_date", end(), "a day before %s".formatted(today)));
        }
        missingFeedback()
                .forEach(
                        kind ->
                                missing.add(
                                        Violation.missing("feedback", "feedback of kind " + kind)));
        undecided()
                .forEach(
                        key ->
                                missing.add(
                                        Violation.missing(
                                                "findings." + key + ".decision",
                                                "what is done about this adverse finding")));
        if (!missing.isEmpty()) {
            throw new PilotException.Incomplete(missing);
        }
        return new Pilot(assessment, start, days, sample, feedback, findings, Optional.of(at));
    }

    public List<Feedback.Kind> missingFeedback() {
        return Arrays.stream(Feedback.Kind.values())
                .filter(kind -> feedback.stream().noneMatch(each -> each.kind() == kind))
                .toList();
    }

    /** Keys of adverse findings without a decision. */
    public List<String> undecided() {
        return findings.stream().filter(Finding::undecided).map(Finding::key).toList();
    }

    /** Whether it showed that another journey than the tried one is wanted. */
    public boolean asksForAnotherWorkflow() {
        return findings.stream().anyMatch(each -> each.asksFor(Action.CHANGE_WORKFLOW));
    }

    /** What is unusual about it. */
    public List<String> notes() {
        var notes = new ArrayList<>(sample.notes());
        if (days < USUAL_DAYS) {
            notes.add(
                    "%d days are short: two weeks show how people keep up beside their work."
                            .formatted(days));
        }
        return notes;
    }

    private void refuseFinished() {
        if (isFinished()) {
            throw new PilotException.Finished();
        }
    }

    private void refuseMoreThanTakePart(Feedback said) {
        if (said.respondents() > sample.size()) {
            throw new InvalidException(
                    "feedback.respondents",
                    said.respondents(),
                    "1 to %d, those in the sample".formatted(sample.size()));
        }
    }

    private static java.util.function.Predicate<Finding> is(Feedback.Kind kind) {
        return each -> each.kind() == kind && each.effect() == Finding.Effect.ADVERSE;
    }

    private static <T, K> List<T> replaced(List<T> before, List<T> by, Function<T, K> key) {
        var all = new LinkedHashMap<K, T>();
        before.forEach(each -> all.put(key.apply(each), each));
        by.forEach(each -> all.put(key.apply(each), each));
        return List.copyOf(all.values());
    }
}
