package io.syncopate.assessment.model.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;

import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.ExpressionRefusedException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What CEL a criterion may use. CEL for Java has no cost limit, so everything that could run long is
 * left out: no loops, no texts, no integer arithmetic or division (which can fail), and few nodes.
 * What is left costs a time proportional to its length and cannot fail.
 */
final class CelProfile {

    static final int MAX_LENGTH = 500;
    static final int MAX_NODES = 100;
    private static final int MAX_DEPTH = 24;

    static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .maxParseExpressionNodeCount(MAX_NODES)
                    .maxParseRecursionDepth(MAX_DEPTH)
                    .enableComprehension(false)
                    .enableHeterogeneousNumericComparisons(true)
                    .build();

    static final String AND = "_&&_";
    private static final Set<String> LOGIC =
            Set.of(AND, "_||_", "!_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "_?_:_", "@in");
    private static final Set<String> COMPARISONS =
            Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");
    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "-_");
    private static final Set<String> FUNCTIONS = Set.of("double", CelExpressions.RAMP);

    private final CelAbstractSyntaxTree tree;
    private final SortedSet<String> reads = new TreeSet<>();
    private final Cuts cuts = new Cuts();
    private int nodes;

    private CelProfile(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /**
     * What an expression rests on.
     *
     * @param reads paths of facts; none for a constant
     * @param cuts between which values it tells numbers apart
     */
    record Basis(SortedSet<String> reads, Cuts cuts) {}

    /** What a checked expression rests on; refuses it when it is outside the profile. */
    static Basis basis(CelAbstractSyntaxTree tree) {
        var profile = new CelProfile(tree);
        profile.visit(tree.getExpr());
        CelType result = tree.getResultType();
        if (!result.equals(SimpleType.BOOL) && !result.equals(SimpleType.DOUBLE)) {
            throw profile.refused(
                    tree.getExpr(),
                    "yields %s; expected bool or a degree (double)".formatted(result.name()));
        }
        if (profile.reads.isEmpty()) {
            throw profile.refused(tree.getExpr(), "reads no fact; expected at least one");
        }
        return new Basis(profile.reads, profile.cuts);
    }

    /** What a part of a checked expression rests on. */
    static Basis basisOfPart(CelAbstractSyntaxTree part) {
        var profile = new CelProfile(part);
        profile.visit(part.getExpr());
        return new Basis(profile.reads, profile.cuts);
    }

    private void visit(CelExpr node) {
        if (++nodes > MAX_NODES) {
            throw refused(node, "has more than %d parts".formatted(MAX_NODES));
        }
        switch (node.getKind()) {
            case CONSTANT -> constant(node);
            case IDENT, SELECT -> reference(node);
            case CALL -> call(node);
            case LIST -> node.list().elements().forEach(this::visit);
            case STRUCT, MAP ->
                    throw refused(node, "messages and maps are not part of the profile");
            case COMPREHENSION -> throw refused(node, "loops are not part of the profile");
            case NOT_SET -> throw refused(node, "is empty");
        }
    }

    private void constant(CelExpr node) {
        CelConstant.Kind kind = node.constant().getKind();
        switch (kind) {
            case INT64_VALUE, DOUBLE_VALUE, BOOLEAN_VALUE -> {}
            default ->
                    throw refused(
                            node,
                            "a constant of kind %s is not part of the profile; expected a number, true or false"
                                    .formatted(kind));
        }
    }

    private void call(CelExpr node) {
        String function = node.call().function();
        if (ARITHMETIC.contains(function)) {
            requireDouble(node, function);
        } else if (!LOGIC.contains(function) && !FUNCTIONS.contains(function)) {
            throw refused(node, "'%s' is not part of the profile".formatted(function));
        }
        if (COMPARISONS.contains(function)) {
            List<CelExpr> sides = node.call().args();
            cuts.compared(sides.getFirst(), sides.getLast());
            cuts.compared(sides.getLast(), sides.getFirst());
        }
        node.call().target().ifPresent(this::visit);
        node.call().args().forEach(this::visit);
    }

    private void requireDouble(CelExpr node, String function) {
        boolean negativeConstant =
                function.equals("-_")
                        && node.call().args().getFirst().getKind()
                                == CelExpr.ExprKind.Kind.CONSTANT;
        if (!negativeConstant && !tree.getTypeOrThrow(node.id()).equals(SimpleType.DOUBLE)) {
            throw refused(
                    node,
                    "'%s' on %s; expected double, which cannot overflow into an error"
                            .formatted(function, tree.getTypeOrThrow(node.id()).name()));
        }
    }

    private void reference(CelExpr node) {
        Optional<CelReference> reference = tree.getReference(node.id());
        if (reference.flatMap(CelReference::value).isPresent()) {
            return;
        }
        String path = reference.map(CelReference::name).orElseGet(() -> path(node));
        if (Derived.at(path).isPresent()) {
            reads.add(path);
            cuts.read(path, node);
            return;
        }
        String prefix = CelExpressions.BRIEF + ".";
        String fact = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        if (!Facts.has(fact)) {
            throw refused(node, "'%s' is no fact of a brief".formatted(path));
        }
        if (Facts.at(fact).isText()) {
            throw refused(node, "'%s' is a text, which no expression reads".formatted(path));
        }
        reads.add(fact);
        cuts.read(fact, node);
    }

    private String path(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> node.ident().name();
            case SELECT -> path(node.select().operand()) + "." + node.select().field();
            default -> throw refused(node, "a field is read of the brief only");
        };
    }

    private ExpressionRefusedException refused(CelExpr node, String what) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(node.id(), 0);
        CelSourceLocation location =
                tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
        return new ExpressionRefusedException(location.getLine(), location.getColumn() + 1, what);
    }
}
