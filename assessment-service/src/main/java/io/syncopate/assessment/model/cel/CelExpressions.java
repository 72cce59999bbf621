package io.syncopate.assessment.model.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelContainer;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import io.syncopate.assessment.model.Derived;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.ExpressionRefusedException;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.Situation;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.BriefProto;
import io.syncopate.proto.assessment.v1.WorkflowProto;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CEL over {@code brief} and the derived facts. {@code ramp(x, from, to)} is the one function of its
 * own: 0 up to {@code from}, 1 from {@code to} on, straight in between.
 */
@Component
final class CelExpressions implements Expressions {

    static final String BRIEF = "brief";
    static final String RAMP = "ramp";

    /**
     * To compile one takes milliseconds, and a save of a model changes few of its hundred. Some ten
     * kilobytes each.
     */
    private static final int KEPT = 2000;

    private final Map<String, Expression> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Expression> eldest) {
                            return size() > KEPT;
                        }
                    });
    private final CelCompiler compiler = compiler();
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(CelProfile.OPTIONS)
                    .addFileTypes(BriefProto.getDescriptor(), WorkflowProto.getDescriptor())
                    .addFunctionBindings(
                            CelFunctionBinding.from(
                                    "ramp_double_int_int",
                                    List.of(Double.class, Long.class, Long.class),
                                    numbers -> ramp(numbers)))
                    .build();

    @Override
    public Expression compile(String text) {
        Expression known = kept.get(text);
        if (known == null) {
            known = compiled(text);
            kept.put(text, known);
        }
        return known;
    }

    private Expression compiled(String text) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
            return new CelExpression(
                    text,
                    CelProfile.basis(tree),
                    runtime.createProgram(tree),
                    conjuncts(text, tree));
        } catch (CelValidationException e) {
            CelIssue issue = e.getErrors().getFirst();
            throw new ExpressionRefusedException(
                    Math.max(1, issue.getSourceLocation().getLine()),
                    issue.getSourceLocation().getColumn() + 1,
                    issue.getMessage());
        } catch (CelEvaluationException e) {
            throw new ExpressionRefusedException(1, 1, "cannot be planned: " + e.getMessage());
        }
    }

    @Override
    public Evaluation over(Situation situation) {
        return CelEvaluation.of(situation);
    }

    /** None unless it is a conjunction whose every part reads a fact; the cheapest first. */
    private List<CelExpression> conjuncts(String text, CelAbstractSyntaxTree tree)
            throws CelEvaluationException {
        List<CelExpr> nodes = new ArrayList<>();
        collectConjuncts(tree.getExpr(), nodes);
        List<CelExpression> conjuncts = new ArrayList<>();
        for (CelExpr node : nodes) {
            CelAbstractSyntaxTree part =
                    CelAbstractSyntaxTree.newCheckedAst(
                            node, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
            CelProfile.Basis basis = CelProfile.basisOfPart(part);
            if (nodes.size() == 1 || basis.reads().isEmpty()) {
                return List.of();
            }
            conjuncts.add(
                    new CelExpression(
                            "%s, demand %d".formatted(text, conjuncts.size() + 1),
                            basis,
                            runtime.createProgram(part),
                            List.of()));
        }
        conjuncts.sort(Comparator.comparing(each -> each.table().isEmpty()));
        return conjuncts;
    }

    private static void collectConjuncts(CelExpr node, List<CelExpr> into) {
        if (node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals(CelProfile.AND)) {
            node.call().args().forEach(each -> collectConjuncts(each, into));
        } else {
            into.add(node);
        }
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(CelProfile.OPTIONS)
                        .setStandardMacros(CelStandardMacro.HAS)
                        .setContainer(
                                CelContainer.ofName(Brief.getDescriptor().getFile().getPackage()))
                        .addFileTypes(BriefProto.getDescriptor(), WorkflowProto.getDescriptor())
                        .addVar(
                                BRIEF,
                                StructTypeReference.create(Brief.getDescriptor().getFullName()))
                        .addFunctionDeclarations(
                                CelFunctionDecl.newFunctionDeclaration(
                                        RAMP,
                                        CelOverloadDecl.newGlobalOverload(
                                                "ramp_double_int_int",
                                                SimpleType.DOUBLE,
                                                SimpleType.DOUBLE,
                                                SimpleType.INT,
                                                SimpleType.INT)));
        for (Derived fact : Derived.values()) {
            builder.addVar(fact.path(), SimpleType.DOUBLE);
        }
        return builder.build();
    }

    private static double ramp(Object[] numbers) {
        double value = (Double) numbers[0];
        double from = (Long) numbers[1];
        double to = (Long) numbers[2];
        if (from >= to) {
            return value >= to ? 1 : 0;
        }
        return Math.clamp((value - from) / (to - from), 0.0, 1.0);
    }
}
