package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.List;
import java.util.Optional;

/**
 * An {@link Answer} in short: what is chosen and how sure it is, without what only a reader of one
 * answer looks at. The parts mean what they mean there.
 *
 * @param confidencePercent as in {@link Confidence}
 */
public record Outline(
        Workflow recommended,
        Workflow bestFit,
        Optional<Workflow> runnerUp,
        String summary,
        List<Score> scores,
        int margin,
        boolean nearTie,
        Answer.SecondaryComponent secondary,
        int confidencePercent) {

    public Outline {
        scores = List.copyOf(scores);
    }
}
