package io.syncopate.assessment.model.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Between which values an expression tells numbers apart: the constants that it compares them with.
 * Two values of a number that lie between the same constants are the same to it. A number that it
 * does anything else with, such as multiply or ramp it, has none.
 */
final class Cuts {

    /** Beyond it a whole number has no double of its own, and would be compared with another. */
    private static final long MOST_EXACT = 1L << 53;

    private final Map<Long, Double> constants = new HashMap<>();
    private final Map<String, TreeSet<Double>> byPath = new HashMap<>();
    private final Set<String> otherwise = new HashSet<>();

    /** Told of each side of a comparison before what it reads is visited. */
    void compared(CelExpr side, CelExpr with) {
        if (with.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return;
        }
        CelConstant constant = with.constant();
        switch (constant.getKind()) {
            case INT64_VALUE -> {
                if (Math.abs(constant.int64Value()) <= MOST_EXACT) {
                    constants.put(side.id(), (double) constant.int64Value());
                }
            }
            // Added to zero, -0.0 is 0.0, which it equals.
            case DOUBLE_VALUE -> constants.put(side.id(), constant.doubleValue() + 0.0);
            default -> {}
        }
    }

    /** Told of each place where a fact is read. */
    void read(String path, CelExpr node) {
        boolean asksWhetherStated =
                node.getKind() == CelExpr.ExprKind.Kind.SELECT && node.select().testOnly();
        Double constant = constants.get(node.id());
        if (constant != null && !constant.isNaN()) {
            byPath.computeIfAbsent(path, _ -> new TreeSet<>()).add(constant);
        } else if (!asksWhetherStated) {
            otherwise.add(path);
        }
    }

    /** In ascending order; empty for a number that is not only compared with constants. */
    Optional<double[]> of(String path) {
        return otherwise.contains(path)
                ? Optional.empty()
                : Optional.of(
                        byPath.getOrDefault(path, new TreeSet<>()).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }
}
