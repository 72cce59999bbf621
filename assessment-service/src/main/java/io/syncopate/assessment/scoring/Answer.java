package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Aspect;
import io.syncopate.assessment.model.Secondary;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Workflow;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one brief by one version of a decision model.
 *
 * @param recommended the best workflow that nothing blocks, else {@code bestFit}
 * @param bestFit the best that is not ruled out, whether or not a gap has to be closed first
 * @param runnerUp the best other one that nothing blocks
 * @param margin points between the two
 * @param nearTie whether the margin is too small to tell them apart
 * @param scores best first
 * @param contributions in the order of the model; their sums are the scores
 * @param way of learners through the programme
 * @param stability how firm it is; empty where nobody asked
 */
public record Answer(
        ModelVersion model,
        Workflow recommended,
        Workflow bestFit,
        Optional<Workflow> runnerUp,
        String summary,
        List<Score> scores,
        int margin,
        boolean nearTie,
        List<Contribution> contributions,
        List<Gap> gaps,
        SecondaryComponent secondary,
        List<TraceStep> trace,
        List<Aspect> comparison,
        Journey way,
        Confidence confidence,
        Map<Advice.Kind, List<Point>> advice,
        Dated guidance,
        Receipt receipt,
        Optional<Stability> stability) {

    public Answer {
        scores = List.copyOf(scores);
        contributions = List.copyOf(contributions);
        gaps = List.copyOf(gaps);
        trace = List.copyOf(trace);
        comparison = List.copyOf(comparison);
        var copy = new EnumMap<Advice.Kind, List<Point>>(Advice.Kind.class);
        advice.forEach((kind, points) -> copy.put(kind, List.copyOf(points)));
        advice = Collections.unmodifiableMap(copy);
    }

    Answer with(Stability firm) {
        return new Answer(
                model,
                recommended,
                bestFit,
                runnerUp,
                summary,
                scores,
                margin,
                nearTie,
                contributions,
                gaps,
                secondary,
                trace,
                comparison,
                way,
                confidence,
                advice,
                guidance,
                receipt,
                Optional.of(firm));
    }

    /** In the order in which learners meet it. */
    public List<JourneyItem> journey() {
        return way.items();
    }

    public List<Point> advice(Advice.Kind kind) {
        return advice.getOrDefault(kind, List.of());
    }

    /** Which version of which model answered. */
    public record ModelVersion(String id, int version) {}

    /** What goes beside the dominant mode. */
    public record SecondaryComponent(String text, boolean live, String reason, Source source) {
        static SecondaryComponent of(Secondary secondary) {
            return new SecondaryComponent(
                    secondary.text(), secondary.live(), secondary.reason(), secondary.source());
        }
    }

    /** The month of the guidance, and what to check before relying on it. */
    public record Dated(String asOf, String notice) {}
}
