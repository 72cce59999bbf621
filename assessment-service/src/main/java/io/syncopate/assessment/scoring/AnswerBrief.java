package io.syncopate.assessment.scoring;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.Expressions.Evaluation;
import io.syncopate.assessment.model.Guidance;
import io.syncopate.assessment.model.Situation;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.WorkflowComparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores a brief by a decision model. Stores nothing, and depends on nothing but the two. */
public final class AnswerBrief {

    /**
     * Of the draws that tell how firm an answer is. The same for all, so that two briefs are tried on
     * the same weights and differ by what they state alone; the receipt names it.
     */
    static final long SEED = 1;

    private static final long NOTHING_RANDOM = 0;

    private final Expressions expressions;
    private final WorkflowComparison comparison;

    public AnswerBrief(Expressions expressions, WorkflowComparison comparison) {
        this.expressions = expressions;
        this.comparison = comparison;
    }

    /** The answer in short: what thousands of briefs at a time are asked for. */
    public Outline outline(Brief brief, DecisionModel model) {
        Evaluation evaluation = expressions.over(model.situation(brief));
        Choice choice = Choice.of(model, evaluation);
        Ranking ranking = choice.ranking();
        return new Outline(
                ranking.recommended(),
                ranking.bestFit(),
                ranking.runnerUp(),
                choice.summary(),
                ranking.scores(),
                ranking.margin(),
                choice.nearTie(),
                secondary(model, evaluation, ranking.recommended()),
                Confidence.percent(brief, model));
    }

    /** The answer, without how firm it is. */
    public Answer answer(Brief brief, DecisionModel model) {
        Evaluation evaluation = expressions.over(model.situation(brief));
        return answer(brief, model, evaluation, NOTHING_RANDOM);
    }

    /** The answer and how firm it is, which takes many times as long. */
    public Answer answerWithStability(Brief brief, DecisionModel model) {
        Situation situation = model.situation(brief);
        Evaluation evaluation = expressions.over(situation);
        Answer answer = answer(brief, model, evaluation, SEED);
        return answer.with(Stabilities.of(model, situation, evaluation, answer, SEED));
    }

    private Answer answer(Brief brief, DecisionModel model, Evaluation evaluation, long seed) {
        Choice choice = Choice.of(model, evaluation);
        Ranking ranking = choice.ranking();
        Journey way = JourneyMap.of(brief, model.kinds(), ranking.recommended());
        return new Answer(
                new Answer.ModelVersion(model.id(), model.version()),
                ranking.recommended(),
                ranking.bestFit(),
                ranking.runnerUp(),
                choice.summary(),
                ranking.scores(),
                ranking.margin(),
                choice.nearTie(),
                choice.contributions(),
                choice.gaps(),
                secondary(model, evaluation, ranking.recommended()),
                Trace.of(brief, choice, way.items()),
                comparison.aspects(),
                way,
                Confidence.of(brief, model),
                advice(brief, way, model, evaluation, ranking.recommended()),
                guidance(brief, model.guidance()),
                Receipt.of(brief, model, seed),
                Optional.empty());
    }

    private static Answer.SecondaryComponent secondary(
            DecisionModel model, Evaluation evaluation, Workflow workflow) {
        return model.secondaries().stream()
                .filter(each -> each.beside() == workflow)
                .filter(each -> each.when().map(evaluation::holds).orElse(true))
                .findFirst()
                .map(Answer.SecondaryComponent::of)
                .orElseThrow();
    }

    private static Map<Advice.Kind, List<Point>> advice(
            Brief brief,
            Journey way,
            DecisionModel model,
            Evaluation evaluation,
            Workflow workflow) {
        var points = new EnumMap<Advice.Kind, List<Point>>(Advice.Kind.class);
        model.advice().stream()
                .filter(advice -> advice.about().contains(workflow))
                .filter(advice -> advice.when().map(evaluation::holds).orElse(true))
                .forEach(
                        advice ->
                                points.computeIfAbsent(advice.kind(), kind -> new ArrayList<>())
                                        .add(Point.of(advice)));
        points.computeIfAbsent(Advice.Kind.MITIGATION, kind -> new ArrayList<>())
                .addAll(mitigations(model, evaluation, workflow));
        JourneyWarnings.about(brief, way).stream()
                .map(Mistake::point)
                .forEach(
                        warning ->
                                points.computeIfAbsent(
                                                Advice.Kind.WARNING, kind -> new ArrayList<>())
                                        .add(warning));
        return points;
    }

    /** What softens the criteria that hold, for the workflow that is chosen in spite of them. */
    private static List<Point> mitigations(
            DecisionModel model, Evaluation evaluation, Workflow workflow) {
        var points = new ArrayList<Point>();
        model.criteria().stream()
                .filter(criterion -> evaluation.holds(criterion.when()))
                .forEach(
                        criterion -> {
                            List<String> texts =
                                    criterion.mitigations().getOrDefault(workflow, List.of());
                            for (int i = 0; i < texts.size(); i++) {
                                points.add(
                                        new Point(
                                                "%s-%d".formatted(criterion.id(), i + 1),
                                                texts.get(i),
                                                List.of(criterion.id()),
                                                criterion.source()));
                            }
                        });
        return points;
    }

    private static Answer.Dated guidance(Brief brief, Guidance guidance) {
        String ofDomain =
                brief.choice("domain")
                        .map(domain -> guidance.domainNotices().getOrDefault(domain, ""))
                        .orElse("");
        return new Answer.Dated(guidance.asOf(), (guidance.notice() + " " + ofDomain).strip());
    }
}
