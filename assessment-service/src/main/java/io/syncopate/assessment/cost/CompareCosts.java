package io.syncopate.assessment.cost;

import static io.syncopate.assessment.model.Workflow.ASYNCHRONOUS;
import static io.syncopate.assessment.model.Workflow.BLENDED;
import static io.syncopate.assessment.model.Workflow.SYNCHRONOUS;

import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.kernel.InvalidException;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Reckons what the three workflows cost. Stores nothing, and recommends nothing. */
public final class CompareCosts {

    private CompareCosts() {}

    /**
     * @param kinds tell which activities need people together, and how long they usually take
     * @param stated what goes before the brief and before published figures
     * @throws InvalidException when amounts grow beyond what can be told exactly
     */
    public static CostComparison of(
            Brief brief, ActivityKinds kinds, Currency currency, Collection<Assumption> stated) {
        Assumptions assumptions = KnownFromBrief.with(brief, kinds, currency, stated);
        if (!assumptions.missing().isEmpty()) {
            return new CostComparison(
                    assumptions,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    ProductionEstimate.of(brief));
        }
        try {
            return reckoned(brief, assumptions);
        } catch (ArithmeticException tooLarge) {
            throw new InvalidException(
                    "assumptions", "amounts below 2^63 minor units for up to 10000000 learners");
        }
    }

    private static CostComparison reckoned(Brief brief, Assumptions assumptions) {
        List<BreakEven> breakEvens =
                List.of(
                        BreakEven.of(assumptions, SYNCHRONOUS, ASYNCHRONOUS),
                        BreakEven.of(assumptions, BLENDED, ASYNCHRONOUS),
                        BreakEven.of(assumptions, SYNCHRONOUS, BLENDED));
        return new CostComparison(
                assumptions,
                Stream.of(SYNCHRONOUS, ASYNCHRONOUS, BLENDED)
                        .map(each -> WorkflowCost.of(assumptions, each))
                        .toList(),
                breakEvens,
                ForgottenCosts.in(brief, assumptions),
                CostPoint.curve(assumptions, breakEvens),
                ProductionEstimate.of(brief));
    }
}
