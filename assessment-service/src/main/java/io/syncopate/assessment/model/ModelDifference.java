package io.syncopate.assessment.model;

import io.syncopate.kernel.RefusedException.Violation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One part of a model that another one has otherwise.
 *
 * @param id of the part, or the path of a fact; empty for the model itself
 * @param fields that are not the same, named as in the contract's JSON
 */
public record ModelDifference(Part part, String id, Change change, List<Field> fields) {

    private static final String ORDER = "order";

    public ModelDifference {
        fields = List.copyOf(fields);
    }

    /** Kinds of parts, in the order in which they are told. */
    public enum Part {
        MODEL("model"),
        FACT("fact"),
        CRITERION("criterion"),
        FEASIBILITY_RULE("feasibility rule");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** What happened to a part. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A field that is not the same.
     *
     * @param before empty where it was nothing
     * @param after empty where it is nothing
     */
    public record Field(String name, String before, String after) {
        @Override
        public String toString() {
            return "%s %s → %s".formatted(name, shown(before), shown(after));
        }

        private static String shown(String value) {
            return value.isEmpty() ? "nothing" : Violation.shortened(value);
        }
    }

    /** All that differs: the model itself first, then its parts in order of their ids. */
    public static List<ModelDifference> between(ModelText before, ModelText after) {
        var differences = new ArrayList<ModelDifference>();
        changed(Part.MODEL, "", itself(before, after), itself(after, before))
                .ifPresent(differences::add);
        differences.addAll(
                between(
                        Part.FACT,
                        byId(before.facts(), ModelText.Fact::path, ModelDifference::fields),
                        byId(after.facts(), ModelText.Fact::path, ModelDifference::fields)));
        differences.addAll(
                between(
                        Part.CRITERION,
                        byId(before.criteria(), ModelText.Criterion::id, ModelDifference::fields),
                        byId(after.criteria(), ModelText.Criterion::id, ModelDifference::fields)));
        differences.addAll(
                between(
                        Part.FEASIBILITY_RULE,
                        byId(before.rules(), ModelText.Rule::id, ModelDifference::fields),
                        byId(after.rules(), ModelText.Rule::id, ModelDifference::fields)));
        return List.copyOf(differences);
    }

    /** The same in a line. */
    public String text() {
        String what = (part.word + " " + id).strip();
        return switch (change) {
            case ADDED -> what + " added";
            case REMOVED -> what + " removed";
            case CHANGED ->
                    "%s: %s"
                            .formatted(
                                    what,
                                    fields.stream()
                                            .map(Field::toString)
                                            .collect(Collectors.joining("; ")));
        };
    }

    private static List<ModelDifference> between(
            Part part,
            Map<String, Map<String, String>> before,
            Map<String, Map<String, String>> after) {
        var ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        var differences = new ArrayList<ModelDifference>();
        for (String id : ids) {
            changed(part, id, before.getOrDefault(id, Map.of()), after.getOrDefault(id, Map.of()))
                    .ifPresent(differences::add);
        }
        return differences;
    }

    private static Optional<ModelDifference> changed(
            Part part, String id, Map<String, String> was, Map<String, String> is) {
        var names = new LinkedHashMap<String, String>(is);
        names.putAll(was);
        List<Field> fields =
                names.keySet().stream()
                        .map(
                                name ->
                                        new Field(
                                                name,
                                                was.getOrDefault(name, ""),
                                                is.getOrDefault(name, "")))
                        .filter(field -> !field.before().equals(field.after()))
                        .toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Change change =
                was.isEmpty() ? Change.ADDED : is.isEmpty() ? Change.REMOVED : Change.CHANGED;
        return Optional.of(new ModelDifference(part, id, change, fields));
    }

    private static <T> Map<String, Map<String, String>> byId(
            List<T> parts, Function<T, String> id, Function<T, Map<String, String>> fields) {
        return parts.stream().collect(Collectors.toMap(id, fields, (one, other) -> one));
    }

    private static Map<String, String> itself(ModelText model, ModelText other) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("displayName", model.displayName());
        fields.put("nearTiePoints", Integer.toString(model.nearTiePoints()));
        fields.put("weightUncertaintyPermille", Integer.toString(model.weightUncertainty()));
        fields.put("guide", model.guide().toString());
        fields.put("facts." + ORDER, order(model.facts(), other.facts(), ModelText.Fact::path));
        fields.put(
                "criteria." + ORDER,
                order(model.criteria(), other.criteria(), ModelText.Criterion::id));
        fields.put(
                "feasibilityRules." + ORDER,
                order(model.rules(), other.rules(), ModelText.Rule::id));
        return fields;
    }

    /** The order of what both have. */
    private static <T> String order(List<T> parts, List<T> others, Function<T, String> id) {
        var known = others.stream().map(id).collect(Collectors.toSet());
        return parts.stream().map(id).filter(known::contains).collect(Collectors.joining(", "));
    }

    private static Map<String, String> fields(ModelText.Fact fact) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("question", fact.question());
        fields.put("ladder", String.join(", ", Ladders.of(fact)));
        return fields;
    }

    private static Map<String, String> fields(ModelText.Criterion criterion) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("step", Integer.toString(criterion.step()));
        fields.put("expression", criterion.expression());
        fields.put("synchronous", Integer.toString(criterion.points().synchronous()));
        fields.put("asynchronous", Integer.toString(criterion.points().asynchronous()));
        fields.put("blended", Integer.toString(criterion.points().blended()));
        fields.put("reason", criterion.reason());
        new TreeMap<>(criterion.mitigations())
                .forEach(
                        (workflow, texts) ->
                                fields.put(
                                        "workflowMitigations." + workflow,
                                        String.join(" / ", texts)));
        fields.put("source", criterion.source());
        return fields;
    }

    private static Map<String, String> fields(ModelText.Rule rule) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("step", Integer.toString(rule.step()));
        fields.put("expression", rule.expression());
        fields.put(
                "blocks",
                rule.blocks().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Workflow::name)
                        .collect(Collectors.joining(", ")));
        fields.put("severity", rule.severity().map(Enum::name).orElse(""));
        fields.put("missing", rule.missing());
        fields.put("remedy", rule.remedy());
        fields.put("source", rule.source());
        return fields;
    }
}
