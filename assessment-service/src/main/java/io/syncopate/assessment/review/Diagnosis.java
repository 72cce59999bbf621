package io.syncopate.assessment.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the signs of a run say about the four causes, the likeliest first. */
public record Diagnosis(List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** What the results themselves tell, beside the signals. */
    public enum Pattern {
        /** Completion is reached and the tests are not. */
        FINISH_WITHOUT_LEARNING(
                Cause.CONTENT, "Most finish, and the tests show that they did not learn it"),
        /** The tests are passed by those who finish, and too few do. */
        LEARN_WITHOUT_FINISHING(Cause.WORKFLOW, "Who finishes has learned it, and too few finish");

        private final Cause cause;
        private final String told;

        Pattern(Cause cause, String told) {
            this.cause = cause;
            this.told = told;
        }
    }

    public enum Likelihood {
        LIKELY,
        UNLIKELY,
        UNKNOWN
    }

    /**
     * @param toMeasure what would tell more
     */
    public record Finding(
            Cause cause,
            Likelihood likelihood,
            List<String> signs,
            List<String> against,
            List<String> toMeasure) {}

    public static Diagnosis of(Map<Signal, Double> signals, Set<Pattern> patterns) {
        return new Diagnosis(
                Arrays.stream(Cause.values())
                        .map(cause -> finding(cause, signals, patterns))
                        .sorted(
                                Comparator.comparing(Finding::likelihood, Diagnosis::unknownFirst)
                                        .thenComparing(
                                                each -> each.signs().size(),
                                                Comparator.reverseOrder()))
                        .toList());
    }

    private static Finding finding(
            Cause cause, Map<Signal, Double> signals, Set<Pattern> patterns) {
        var signs = new ArrayList<String>();
        var against = new ArrayList<String>();
        var toMeasure = new ArrayList<String>();
        for (Signal signal : Signal.values()) {
            if (signal.cause() != cause) {
                continue;
            }
            Double value = signals.get(signal);
            if (value == null) {
                toMeasure.add(signal.asked());
            } else if (signal.alarms(value)) {
                signs.add(signal.told(value));
            } else {
                against.add(signal.told(value));
            }
        }
        patterns.stream()
                .filter(pattern -> pattern.cause == cause)
                .sorted()
                .forEach(pattern -> signs.add(pattern.told));
        return new Finding(cause, likelihood(signs, against), signs, against, toMeasure);
    }

    private static Likelihood likelihood(List<String> signs, List<String> against) {
        if (!signs.isEmpty()) {
            return Likelihood.LIKELY;
        }
        return against.isEmpty() ? Likelihood.UNKNOWN : Likelihood.UNLIKELY;
    }

    /** What nobody looked at comes before what was looked at in vain. */
    private static int unknownFirst(Likelihood one, Likelihood other) {
        return Integer.compare(place(one), place(other));
    }

    private static int place(Likelihood likelihood) {
        return switch (likelihood) {
            case LIKELY -> 0;
            case UNKNOWN -> 1;
            case UNLIKELY -> 2;
        };
    }
}
