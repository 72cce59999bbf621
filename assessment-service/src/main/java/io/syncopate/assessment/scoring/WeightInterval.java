package io.syncopate.assessment.scoring;

import io.syncopate.assessment.model.Workflow;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The weights of one criterion at which the answer holds, all others as in the model. Exact in whole
 * thousandths: from {@code from} to {@code to} the answer is the same, a thousandth outside it is
 * another.
 *
 * @param from the least, 0 to 1000
 * @param to the greatest, 1000 or more; empty when none is too great
 * @param below the answer at a thousandth less; empty when {@code from} is 0
 * @param above the answer at a thousandth more; empty when {@code to} is
 */
public record WeightInterval(
        String criterion,
        int from,
        OptionalInt to,
        Optional<Workflow> below,
        Optional<Workflow> above) {}
