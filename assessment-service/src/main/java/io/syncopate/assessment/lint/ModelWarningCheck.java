package io.syncopate.assessment.lint;

import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.scoring.JourneyMistakes;
import io.syncopate.assessment.scoring.Mistake;
import io.syncopate.assessment.scoring.Point;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the decision model itself warns of, such as a tool for a reason. */
final class ModelWarningCheck implements Check {

    private static final String OTHERWISE =
            "Leave that aside, and decide by what learners, content and resources need.";

    @Override
    public Stream<Finding> in(Plan plan) {
        Set<String> ofJourney =
                JourneyMistakes.ofWhole(plan.brief(), plan.answer().way()).stream()
                        .map(Mistake::id)
                        .collect(Collectors.toSet());
        return plan.answer().advice(Advice.Kind.WARNING).stream()
                .filter(point -> !ofJourney.contains(point.id()))
                .map(point -> finding(plan, point));
    }

    private static Finding finding(Plan plan, Point point) {
        return new Finding(
                point.id(),
                Severity.WARNING,
                path(plan, point),
                point.text(),
                remedy(plan, point),
                point.source());
    }

    /** The first fact that the warning reads. */
    private static String path(Plan plan, Point point) {
        return plan.model().advice().stream()
                .filter(advice -> advice.id().equals(point.id()))
                .flatMap(advice -> advice.when().stream())
                .map(Expression::reads)
                .flatMap(reads -> reads.stream().limit(1))
                .map(fact -> "brief." + Derived.stated(fact))
                .findFirst()
                .orElse("brief");
    }

    /** What the model itself has as an answer to it. */
    private static String remedy(Plan plan, Point point) {
        String answers =
                plan.answer().advice(Advice.Kind.MITIGATION).stream()
                        .filter(each -> each.answers().contains(point.id()))
                        .map(Point::text)
                        .collect(Collectors.joining(" "));
        return answers.isEmpty() ? OTHERWISE : answers;
    }
}
