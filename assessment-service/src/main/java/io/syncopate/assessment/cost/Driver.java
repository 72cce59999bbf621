package io.syncopate.assessment.cost;

import io.syncopate.assessment.model.Workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far one input moves a total, all others as they are likely.
 *
 * @param range whether low and high are the ends of a range; else about a quarter less and more, at
 *     least by one
 */
public record Driver(
        Input input, int low, int high, long totalAtLow, long totalAtHigh, boolean range) {

    private static final int SWING = 4;

    long width() {
        return Math.abs(totalAtHigh - totalAtLow);
    }

    /** Those that move the total, the furthest first. */
    static List<Driver> of(Assumptions assumptions, Workflow workflow) {
        return Stream.of(Input.values())
                .flatMap(input -> of(assumptions, workflow, input).stream())
                .filter(driver -> driver.width() > 0)
                .sorted(
                        Comparator.comparingLong(Driver::width)
                                .reversed()
                                .thenComparing(Driver::input))
                .toList();
    }

    private static Optional<Driver> of(Assumptions assumptions, Workflow workflow, Input input) {
        return assumptions
                .of(input)
                .map(Assumption::range)
                .map(
                        range -> {
                            Range tried = range.isWide() ? range : aboutAQuarter(input, range);
                            return new Driver(
                                    input,
                                    tried.low(),
                                    tried.high(),
                                    total(assumptions.with(input, tried.low()), workflow),
                                    total(assumptions.with(input, tried.high()), workflow),
                                    range.isWide());
                        });
    }

    private static Range aboutAQuarter(Input input, Range range) {
        int value = range.likely();
        int quarter = Math.max(1, value / SWING);
        return value == 0
                ? range
                : new Range(
                        Math.max(input.least(), value - quarter),
                        value,
                        Math.min(input.most(), value + quarter));
    }

    private static long total(Assumptions assumptions, Workflow workflow) {
        return Reckoning.of(assumptions, Scenario.LIKELY, workflow).totalAtLearners();
    }
}
