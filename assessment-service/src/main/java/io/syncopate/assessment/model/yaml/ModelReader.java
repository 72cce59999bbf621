package io.syncopate.assessment.model.yaml;

import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.model.ActivityKind;
import io.syncopate.assessment.model.ActivityKinds;
import io.syncopate.assessment.model.ActivityNeed;
import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Aspect;
import io.syncopate.assessment.model.Criterion;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.Evidence;
import io.syncopate.assessment.model.Expression;
import io.syncopate.assessment.model.ExpressionRefusedException;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.Guidance;
import io.syncopate.assessment.model.ModelFact;
import io.syncopate.assessment.model.ModelRefusedException;
import io.syncopate.assessment.model.Portion;
import io.syncopate.assessment.model.Secondary;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.model.WorkflowComparison;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads models and the comparison, strictly: an unknown key is refused. */
final class ModelReader {

    private final Expressions expressions;

    ModelReader(Expressions expressions) {
        this.expressions = expressions;
    }

    DecisionModel model(String text, String hash) {
        YamlNode root =
                parse("model", text)
                        .allowing(
                                "id",
                                "displayName",
                                "version",
                                "nearTiePoints",
                                "weightUncertaintyPermille",
                                "guidance",
                                "facts",
                                "criteria",
                                "feasibility",
                                "secondaries",
                                "activityKinds",
                                "advice");
        return new DecisionModel(
                root.text("id"),
                root.text("displayName"),
                root.whole("version"),
                root.nodes("facts").stream().map(ModelReader::fact).toList(),
                root.nodes("criteria").stream().map(this::criterion).toList(),
                root.nodes("feasibility").stream().map(this::feasibility).toList(),
                root.nodes("advice").stream().map(this::advice).toList(),
                root.nodes("secondaries").stream().map(this::secondary).toList(),
                new ActivityKinds(
                        root.nodes("activityKinds").stream().map(ModelReader::kind).toList()),
                root.whole("nearTiePoints"),
                root.whole("weightUncertaintyPermille"),
                guidance(root.node("guidance")),
                hash);
    }

    static WorkflowComparison comparison(String text) {
        return new WorkflowComparison(
                parse("comparison", text).allowing("aspects").nodes("aspects").stream()
                        .map(ModelReader::aspect)
                        .toList());
    }

    private static YamlNode parse(String place, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return YamlNode.of(place, new Yaml(new SafeConstructor(options)).load(text));
        } catch (YAMLException e) {
            throw new ModelRefusedException(place, String.valueOf(e.getMessage()));
        }
    }

    private static ModelFact fact(YamlNode node) {
        node.allowing("path", "question", "ladder");
        String path = node.text("path");
        return new ModelFact(
                path,
                node.text("question"),
                node.has("ladder") ? node.texts("ladder") : ladder(node, path));
    }

    private static List<String> ladder(YamlNode node, String path) {
        if (Facts.has(path)) {
            Fact fact = Facts.at(path);
            switch (fact.kind()) {
                case CHOICE -> {
                    return fact.values();
                }
                case FLAG -> {
                    return List.of("false", "true");
                }
                case NUMBER, TEXT, TEXTS -> {}
            }
        }
        throw new ModelRefusedException(node.place(), path + ": expected a ladder of values");
    }

    private Criterion criterion(YamlNode node) {
        node.allowing("id", "step", "when", "evidence", "reason", "mitigations", "source");
        YamlNode evidence =
                node.node("evidence").allowing("synchronous", "asynchronous", "blended");
        return new Criterion(
                node.text("id"),
                step(node),
                expression(node),
                new Evidence(
                        evidence.whole("synchronous"),
                        evidence.whole("asynchronous"),
                        evidence.whole("blended")),
                node.text("reason"),
                mitigations(node),
                source(node));
    }

    private static Map<Workflow, List<String>> mitigations(YamlNode node) {
        var mitigations = new HashMap<Workflow, List<String>>();
        if (node.has("mitigations")) {
            YamlNode each =
                    node.node("mitigations")
                            .allowing(
                                    Arrays.stream(Workflow.values())
                                            .map(Workflow::name)
                                            .toArray(String[]::new));
            for (Workflow workflow : Workflow.values()) {
                if (each.has(workflow.name())) {
                    mitigations.put(workflow, each.texts(workflow.name()));
                }
            }
        }
        return mitigations;
    }

    private FeasibilityRule feasibility(YamlNode node) {
        node.allowing("id", "step", "when", "blocks", "severity", "gap", "closing", "source");
        return new FeasibilityRule(
                node.text("id"),
                step(node),
                expression(node),
                node.constants("blocks", Workflow.class),
                node.constant("severity", FeasibilityRule.Severity.class),
                node.text("gap"),
                node.text("closing"),
                source(node));
    }

    private Advice advice(YamlNode node) {
        node.allowing("id", "kind", "about", "when", "text", "answers", "source");
        return new Advice(
                node.text("id"),
                node.constant("kind", Advice.Kind.class),
                node.constants("about", Workflow.class),
                node.optionalText("when").map(when -> compile(node, when)),
                node.text("text"),
                node.texts("answers"),
                source(node));
    }

    private Secondary secondary(YamlNode node) {
        node.allowing("id", "beside", "when", "text", "live", "reason", "source");
        return new Secondary(
                node.text("id"),
                node.constant("beside", Workflow.class),
                node.optionalText("when").map(when -> compile(node, when)),
                node.text("text"),
                node.flag("live"),
                node.text("reason"),
                source(node));
    }

    private static ActivityKind kind(YamlNode node) {
        node.allowing("id", "words", "need", "minutes", "portion", "group", "looksBack", "reason");
        return new ActivityKind(
                node.text("id"),
                node.texts("words"),
                node.constant("need", ActivityNeed.class),
                node.whole("minutes"),
                portion(node),
                node.has("group") ? OptionalInt.of(node.whole("group")) : OptionalInt.empty(),
                node.has("looksBack") && node.flag("looksBack"),
                node.text("reason"));
    }

    private static Optional<Portion> portion(YamlNode node) {
        if (!node.has("portion")) {
            return Optional.empty();
        }
        YamlNode portion = node.node("portion").allowing("from", "to");
        return Optional.of(new Portion(portion.whole("from"), portion.whole("to")));
    }

    private static Guidance guidance(YamlNode node) {
        node.allowing("asOf", "notice", "domains");
        YamlNode domains = node.node("domains");
        var notices = new HashMap<String, String>();
        domains.entries()
                .keySet()
                .forEach(
                        key -> notices.put(String.valueOf(key), domains.text(String.valueOf(key))));
        return new Guidance(node.text("asOf"), node.text("notice"), notices);
    }

    private static Aspect aspect(YamlNode node) {
        node.allowing("id", "title", "rule", "mostFirst", "synchronous", "asynchronous", "blended");
        return new Aspect(
                node.text("id"),
                node.text("title"),
                node.text("synchronous"),
                node.text("asynchronous"),
                node.text("blended"),
                mostFirst(node),
                node.text("rule"));
    }

    private static List<Workflow> mostFirst(YamlNode node) {
        List<Workflow> order = node.constantsInOrder("mostFirst", Workflow.class);
        if (!order.isEmpty()
                && !order.stream().sorted().toList().equals(List.of(Workflow.values()))) {
            throw new ModelRefusedException(
                    node.place() + ".mostFirst",
                    "%s: expected each workflow once".formatted(order));
        }
        return order;
    }

    private static Source source(YamlNode node) {
        YamlNode source = node.node("source").allowing("rules", "passage");
        if (source.texts("rules").isEmpty()) {
            throw new ModelRefusedException(
                    source.place() + ".rules", "expected at least one rule of the ledger");
        }
        return new Source(source.texts("rules"), source.text("passage"));
    }

    private static Step step(YamlNode node) {
        int number = node.whole("step");
        return Step.numbered(number)
                .orElseThrow(
                        () ->
                                new ModelRefusedException(
                                        node.place() + ".step",
                                        "%d: expected 1 to %d"
                                                .formatted(number, Step.values().length)));
    }

    private Expression expression(YamlNode node) {
        return compile(node, node.text("when"));
    }

    private Expression compile(YamlNode node, String text) {
        try {
            return expressions.compile(text);
        } catch (ExpressionRefusedException e) {
            throw new ModelRefusedException(
                    node.place() + ".when", "'%s', %s".formatted(text, e.getMessage()));
        }
    }
}
