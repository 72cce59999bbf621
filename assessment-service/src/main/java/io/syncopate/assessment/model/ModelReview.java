package io.syncopate.assessment.model;

import io.syncopate.assessment.brief.Facts;
import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that is wrong with one model, each thing with the path of its field. */
final class ModelReview {

    /** Enough to mend a model by; the rest is told once these are mended. */
    private static final int MOST_TOLD = 50;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Expressions expressions;
    private final String at;
    private final ModelText text;
    private final List<Violation> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final ModelCheck.Attempt reach;

    /**
     * @param at where the model stands in the request, such as {@code decision_model}
     * @param taken ids that the guide of the model uses
     */
    ModelReview(Expressions expressions, String at, ModelText text, Set<String> taken) {
        this.expressions = expressions;
        this.at = at + ".";
        this.text = text;
        this.ids.addAll(taken);
        this.reach = new ModelCheck(expressions).attempt(facts());
    }

    List<Violation> violations() {
        require(!text.displayName().isBlank(), "display_name", "a name");
        range("near_tie_points", text.nearTiePoints(), 0, 10_000);
        range("weight_uncertainty_permille", text.weightUncertainty(), 0, 1000);
        count("facts", text.facts().size());
        count("criteria", text.criteria().size());
        if (characters() > ModelLimits.CHARACTERS) {
            found.add(
                    Violation.of(
                            at + "criteria",
                            "%d characters in the model".formatted(characters()),
                            "at most %d".formatted(ModelLimits.CHARACTERS)));
            return found;
        }
        reviewFacts();
        for (int i = 0; i < text.criteria().size() && found.size() < MOST_TOLD; i++) {
            review("criteria[%d].".formatted(i), text.criteria().get(i));
        }
        for (int i = 0; i < text.rules().size() && found.size() < MOST_TOLD; i++) {
            review("feasibility_rules[%d].".formatted(i), text.rules().get(i));
        }
        return found.subList(0, Math.min(found.size(), MOST_TOLD));
    }

    /** Those that are as they should be. */
    private List<ModelFact> facts() {
        var seen = new HashSet<String>();
        return text.facts().stream()
                .filter(fact -> decides(fact.path()) && seen.add(fact.path()))
                .filter(fact -> Ladders.violations("", fact).isEmpty())
                .map(fact -> new ModelFact(fact.path(), fact.question(), Ladders.of(fact)))
                .toList();
    }

    private void reviewFacts() {
        var seen = new HashSet<String>();
        for (int i = 0; i < text.facts().size(); i++) {
            ModelText.Fact fact = text.facts().get(i);
            String field = "facts[%d].".formatted(i);
            if (!decides(fact.path())) {
                refuse(
                        field + "path",
                        fact.path(),
                        "a fact of a brief that a workflow may be chosen by, such as audience.size"
                                + " or derived.people");
            } else if (!seen.add(fact.path())) {
                refuse(field + "path", fact.path(), "each fact once");
            } else {
                found.addAll(Ladders.violations(at + field + "ladder", fact));
            }
            require(!fact.question().isBlank(), field + "question", "the question that it answers");
        }
    }

    private void review(String field, ModelText.Criterion criterion) {
        reviewId(field, criterion.id());
        range(field + "step", criterion.step(), 1, Step.JOURNEY.number());
        reviewExpression(field, criterion.expression());
        ModelText.Points points = criterion.points();
        range(field + "synchronous", points.synchronous(), -Evidence.LIMIT, Evidence.LIMIT);
        range(field + "asynchronous", points.asynchronous(), -Evidence.LIMIT, Evidence.LIMIT);
        range(field + "blended", points.blended(), -Evidence.LIMIT, Evidence.LIMIT);
        if (points.synchronous() == points.asynchronous()
                && points.synchronous() == points.blended()) {
            refuse(
                    field + "synchronous",
                    points.synchronous(),
                    "other points than for the other workflows: the same for all decides nothing");
        }
        require(!criterion.reason().isBlank(), field + "reason", "why it gives points");
        require(!criterion.source().isBlank(), field + "source", "where it comes from");
        criterion.mitigations().values().stream()
                .flatMap(List::stream)
                .filter(String::isBlank)
                .findFirst()
                .ifPresent(
                        blank ->
                                refuse(
                                        field + "workflow_mitigations",
                                        blank,
                                        "texts that are not blank"));
    }

    private void review(String field, ModelText.Rule rule) {
        reviewId(field, rule.id());
        range(field + "step", rule.step(), 1, Step.JOURNEY.number());
        reviewExpression(field, rule.expression());
        if (rule.blocks().isEmpty()) {
            found.add(Violation.ofCount(at + field + "blocks", 0, "at least 1 workflow"));
        }
        require(
                rule.severity().isPresent(),
                field + "severity",
                "one of SHORTFALL, GAP, RULED_OUT");
        require(!rule.missing().isBlank(), field + "missing", "what is missing");
        require(!rule.remedy().isBlank(), field + "remedy", "how to close the gap");
        require(!rule.source().isBlank(), field + "source", "where it comes from");
    }

    private void reviewId(String field, String id) {
        if (!ID.matcher(id).matches()) {
            refuse(field + "id", id, "lower-case letters, digits and dashes, at most 63");
        } else if (!ids.add(id)) {
            refuse(field + "id", id, "an id that nothing else in the model or its guide has");
        }
    }

    private void reviewExpression(String field, String expression) {
        why(expression)
                .ifPresent(
                        why ->
                                found.add(
                                        new Violation(
                                                at + field + "expression",
                                                Optional.of(Violation.shortened(expression)),
                                                Optional.of(
                                                        "an expression that can hold, of CEL as far"
                                                                + " as models may use it"),
                                                why)));
    }

    private Optional<String> why(String expression) {
        if (expression.isBlank()) {
            return Optional.of("is missing: expected when it holds");
        }
        try {
            return reach.whyNot(expressions.compile(expression))
                    .map(why -> "line 1, column 1: '%s' %s".formatted(shortened(expression), why));
        } catch (ExpressionRefusedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static String shortened(String expression) {
        return Violation.shortened(expression.strip().replaceAll("\\s+", " "));
    }

    private long characters() {
        return Stream.of(
                        text.facts().stream()
                                .flatMap(
                                        fact ->
                                                Stream.concat(
                                                        Stream.of(fact.path(), fact.question()),
                                                        fact.ladder().stream())),
                        text.criteria().stream()
                                .flatMap(
                                        each ->
                                                Stream.concat(
                                                        Stream.of(
                                                                each.id(),
                                                                each.expression(),
                                                                each.reason(),
                                                                each.source()),
                                                        each.mitigations().values().stream()
                                                                .flatMap(List::stream))),
                        text.rules().stream()
                                .flatMap(
                                        each ->
                                                Stream.of(
                                                        each.id(),
                                                        each.expression(),
                                                        each.missing(),
                                                        each.remedy(),
                                                        each.source())))
                .flatMap(texts -> texts)
                .mapToLong(String::length)
                .sum();
    }

    private static boolean decides(String path) {
        return Facts.decides(path) || Derived.at(path).isPresent();
    }

    private void count(String field, int size) {
        if (size == 0) {
            found.add(Violation.ofCount(at + field, 0, "at least 1"));
        }
    }

    private void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            refuse(field, value, "%d to %d".formatted(least, most));
        }
    }

    private void require(boolean given, String field, String expected) {
        if (!given) {
            found.add(Violation.missing(at + field, expected));
        }
    }

    private void refuse(String field, Object value, String expected) {
        found.add(Violation.of(at + field, value, expected));
    }
}
