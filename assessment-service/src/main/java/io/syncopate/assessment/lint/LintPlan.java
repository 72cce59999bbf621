package io.syncopate.assessment.lint;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.scoring.AnswerBrief;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks through a plan. Scores nothing of its own, and stores nothing. */
public final class LintPlan {

    private static final List<Check> CHECKS =
            List.of(
                    new ModelWarningCheck(),
                    new JourneyCheck(),
                    new LiveNeedCheck(),
                    new FeedbackCheck(),
                    new DesignCheck(),
                    new CommunicationCheck(),
                    new ProductionCheck(),
                    new MetricsCheck());

    private final AnswerBrief answers;

    public LintPlan(AnswerBrief answers) {
        this.answers = answers;
    }

    /**
     * @param metrics empty where there is no programme that could have any
     */
    public LintReport of(Brief brief, Optional<List<SuccessMetric>> metrics, DecisionModel model) {
        var plan = new Plan(brief, metrics, model, answers.answer(brief, model));
        return new LintReport(
                CHECKS.stream()
                        .flatMap(check -> check.in(plan))
                        .sorted(Comparator.comparing(Finding::severity))
                        .toList(),
                plan.answer());
    }
}
