package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.Evidence;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;

import java.util.List;

/**
 * What one criterion added, in whole points.
 *
 * @param degree how far the criterion holds, in thousandths
 * @param facts paths in the brief that it looked at
 */
public record Contribution(
        String criterion,
        Step step,
        int degree,
        Evidence points,
        String reason,
        List<String> facts,
        Source source) {

    public Contribution {
        facts = List.copyOf(facts);
    }

    static Contribution of(Criterion criterion, int degree) {
        Evidence full = criterion.evidence();
        return new Contribution(
                criterion.id(),
                criterion.step(),
                degree,
                new Evidence(
                        share(full.synchronous(), degree),
                        share(full.asynchronous(), degree),
                        share(full.blended(), degree)),
                criterion.reason(),
                criterion.when().stated(),
                criterion.source());
    }

    int on(Workflow workflow) {
        return points.on(workflow);
    }

    /** Rounded half away from zero: for and against are treated alike, and more is never less. */
    static int share(int points, int degree) {
        int size = (Math.abs(points) * degree + Expression.FULL / 2) / Expression.FULL;
        return points < 0 ? -size : size;
    }
}
