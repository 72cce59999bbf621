package io.syncopate.assessment.cost;

import io.syncopate.assessment.model.Workflow;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * From how many learners of a cohort on one workflow costs no more than another, for 1 to {@value
 * Input#MOST_LEARNERS} of them.
 *
 * @param first the fewest with whom it costs no more
 * @param always the fewest from whom on it never costs more
 * @param alwaysLow the same with every range at its cheaper end
 * @param alwaysHigh the same with every range at its dearer end
 */
public record BreakEven(
        Workflow from,
        Workflow to,
        OptionalLong first,
        OptionalLong always,
        OptionalLong alwaysLow,
        OptionalLong alwaysHigh) {

    static BreakEven of(Assumptions assumptions, Workflow from, Workflow to) {
        Crossing likely = crossing(assumptions, Scenario.LIKELY, from, to);
        return new BreakEven(
                from,
                to,
                likely.first(),
                likely.always(),
                crossing(assumptions, Scenario.LOW, from, to).always(),
                crossing(assumptions, Scenario.HIGH, from, to).always());
    }

    public String text() {
        String name = name(to);
        String other = name(from);
        if (first.isEmpty()) {
            return "%s costs more than %s with any number of learners.".formatted(name, other);
        }
        if (always.isEmpty()) {
            return "%s costs no more than %s with %,d learners, and more again with very many."
                    .formatted(name, other, first.getAsLong());
        }
        if (always.getAsLong() == 1) {
            return "%s costs no more than %s with any number of learners.".formatted(name, other);
        }
        String between =
                first.getAsLong() < always.getAsLong()
                        ? " As groups fill and split, it first does so with %,d."
                                .formatted(first.getAsLong())
                        : "";
        return "%s costs no more than %s from %,d learners in a cohort on.%s"
                .formatted(name, other, always.getAsLong(), between);
    }

    private static Crossing crossing(
            Assumptions assumptions, Scenario scenario, Workflow from, Workflow to) {
        Reckoning dear = Reckoning.of(assumptions, scenario, from);
        Reckoning cheap = Reckoning.of(assumptions, scenario, to);
        return new Crossing(
                dear.total().minus(cheap.total()), dear.groupSize(), Input.MOST_LEARNERS);
    }

    private static String name(Workflow workflow) {
        String name = workflow.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
