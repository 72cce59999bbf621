package io.syncopate.assessment.model.mongo;

import io.syncopate.assessment.model.FeasibilityRule.Severity;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.Workflow;

import org.bson.Document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a model says, as a document. Criteria and rules lie under their ids, with their order beside
 * them: so a save writes, and the history tells, the fields that changed and not whole lists.
 */
final class TextDocument {

    private TextDocument() {}

    static Document write(ModelText text) {
        return new Document("displayName", text.displayName())
                .append("nearTiePoints", text.nearTiePoints())
                .append("weightUncertainty", text.weightUncertainty())
                .append(
                        "guide",
                        new Document("id", text.guide().id())
                                .append("version", text.guide().version()))
                .append("facts", text.facts().stream().map(TextDocument::fact).toList())
                .append("criteriaOrder", ids(text.criteria(), ModelText.Criterion::id))
                .append(
                        "criteria",
                        byId(text.criteria(), ModelText.Criterion::id, TextDocument::criterion))
                .append("rulesOrder", ids(text.rules(), ModelText.Rule::id))
                .append("rules", byId(text.rules(), ModelText.Rule::id, TextDocument::rule));
    }

    static ModelText read(Document from) {
        Document guide = from.get("guide", Document.class);
        return new ModelText(
                from.getString("displayName"),
                from.getList("facts", Document.class, List.of()).stream()
                        .map(TextDocument::fact)
                        .toList(),
                inOrder(from, "criteriaOrder", "criteria", TextDocument::criterion),
                inOrder(from, "rulesOrder", "rules", TextDocument::rule),
                from.getInteger("nearTiePoints"),
                from.getInteger("weightUncertainty"),
                new ModelText.Guide(guide.getString("id"), guide.getInteger("version")));
    }

    private static Document fact(ModelText.Fact fact) {
        return new Document("path", fact.path())
                .append("question", fact.question())
                .append("ladder", fact.ladder());
    }

    private static ModelText.Fact fact(Document from) {
        return new ModelText.Fact(
                from.getString("path"), from.getString("question"), texts(from, "ladder"));
    }

    private static Document criterion(ModelText.Criterion criterion) {
        var mitigations = new Document();
        criterion.mitigations().forEach((each, texts) -> mitigations.append(each.name(), texts));
        return new Document("step", criterion.step())
                .append("expression", criterion.expression())
                .append("synchronous", criterion.points().synchronous())
                .append("asynchronous", criterion.points().asynchronous())
                .append("blended", criterion.points().blended())
                .append("reason", criterion.reason())
                .append("mitigations", mitigations)
                .append("source", criterion.source());
    }

    private static ModelText.Criterion criterion(String id, Document from) {
        Document stored = from.get("mitigations", new Document());
        Map<Workflow, List<String>> mitigations = new EnumMap<>(Workflow.class);
        stored.keySet()
                .forEach(each -> mitigations.put(Workflow.valueOf(each), texts(stored, each)));
        return new ModelText.Criterion(
                id,
                from.getInteger("step"),
                from.getString("expression"),
                new ModelText.Points(
                        from.getInteger("synchronous"),
                        from.getInteger("asynchronous"),
                        from.getInteger("blended")),
                from.getString("reason"),
                mitigations,
                from.getString("source"));
    }

    private static Document rule(ModelText.Rule rule) {
        var document =
                new Document("step", rule.step())
                        .append("expression", rule.expression())
                        .append("blocks", rule.blocks().stream().map(Enum::name).sorted().toList())
                        .append("missing", rule.missing())
                        .append("remedy", rule.remedy())
                        .append("source", rule.source());
        rule.severity().ifPresent(severity -> document.append("severity", severity.name()));
        return document;
    }

    private static ModelText.Rule rule(String id, Document from) {
        Set<Workflow> blocks =
                texts(from, "blocks").stream().map(Workflow::valueOf).collect(Collectors.toSet());
        return new ModelText.Rule(
                id,
                from.getInteger("step"),
                from.getString("expression"),
                blocks,
                Optional.ofNullable(from.getString("severity")).map(Severity::valueOf),
                from.getString("missing"),
                from.getString("remedy"),
                from.getString("source"));
    }

    private static <T> List<String> ids(List<T> parts, Function<T, String> id) {
        return parts.stream().map(id).toList();
    }

    private static <T> Document byId(
            List<T> parts, Function<T, String> id, Function<T, Document> write) {
        var document = new Document();
        parts.forEach(part -> document.append(id.apply(part), write.apply(part)));
        return document;
    }

    private interface Reading<T> {
        T read(String id, Document from);
    }

    private static <T> List<T> inOrder(
            Document from, String order, String field, Reading<T> reading) {
        Document parts = from.get(field, new Document());
        var read = new ArrayList<T>();
        for (String id : texts(from, order)) {
            read.add(reading.read(id, parts.get(id, Document.class)));
        }
        return read;
    }

    private static List<String> texts(Document from, String field) {
        return from.getList(field, String.class, List.of());
    }
}
