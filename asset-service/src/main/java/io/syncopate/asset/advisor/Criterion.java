package io.syncopate.asset.advisor;

import java.util.List;
import java.util.function.Predicate;

/**
 * One piece of evidence.
 *
 * @param when holds or not; what was not stated does not hold
 * @param points what it adds to each model, on one scale: 20 tips a balance, 100 decides alone
 * @param facts what it looks at, as paths in the situation
 */
record Criterion(
        String id,
        Predicate<Situation> when,
        Points points,
        String reason,
        Source source,
        List<String> facts) {

    Criterion {
        facts = List.copyOf(facts);
    }

    /** Points for each model; negative ones speak against it. */
    record Points(int a, int b, int c) {

        int of(ProductionModel model) {
            return switch (model) {
                case A -> a;
                case B -> b;
                case C -> c;
            };
        }
    }
}
