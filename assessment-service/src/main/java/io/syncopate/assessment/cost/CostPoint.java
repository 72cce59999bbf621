package io.syncopate.assessment.cost;

import io.syncopate.assessment.model.Workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The likely totals with so many learners in a cohort. */
public record CostPoint(long learners, Map<Workflow, Long> totals) {

    private static final int POINTS = 40;

    /** A break-even further away than so many times the cohort would flatten everything near. */
    private static final int FARTHEST = 20;

    public CostPoint {
        totals = Map.copyOf(totals);
    }

    /** Evenly spread, over twice the cohort and, where they are not far, the break-evens. */
    static List<CostPoint> curve(Assumptions assumptions, List<BreakEven> breakEvens) {
        long size = assumptions.likely(Input.LEARNERS);
        long last =
                breakEvens.stream()
                        .flatMap(each -> Stream.of(each.always()).flatMap(CostPoint::value))
                        .filter(learners -> learners <= size * FARTHEST)
                        .map(learners -> learners + learners / 4)
                        .reduce(2 * size, Math::max);
        Map<Workflow, CostCurve> totals =
                Stream.of(Workflow.values())
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        each ->
                                                Reckoning.of(assumptions, Scenario.LIKELY, each)
                                                        .total()));
        long group = assumptions.likely(Input.GROUP_SIZE);
        return LongStream.rangeClosed(0, POINTS)
                .map(step -> Math.max(1, Math.min(last, Input.MOST_LEARNERS) * step / POINTS))
                .distinct()
                .mapToObj(
                        learners ->
                                new CostPoint(
                                        learners,
                                        totals.entrySet().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                each ->
                                                                        each.getValue()
                                                                                .at(
                                                                                        learners,
                                                                                        group)))))
                .toList();
    }

    private static Stream<Long> value(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()).stream() : Stream.empty();
    }
}
