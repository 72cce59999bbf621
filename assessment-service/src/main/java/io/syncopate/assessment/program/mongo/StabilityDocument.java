package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.Flip;
import io.syncopate.assessment.scoring.Stability;
import io.syncopate.assessment.scoring.WeightInterval;

import org.bson.Document;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How firm an answer is, as part of its document. */
final class StabilityDocument {

    private StabilityDocument() {}

    static Document write(Stability stability) {
        var acceptability = new Document();
        stability
                .acceptability()
                .forEach((workflow, draws) -> acceptability.append(workflow.name(), draws));
        return new Document("tolerance", stability.tolerance())
                .append("uncertainty", stability.uncertainty())
                .append("draws", stability.draws())
                .append("acceptability", acceptability)
                .append(
                        "intervals",
                        Fields.list(stability.intervals(), StabilityDocument::interval))
                .append("searched", stability.searched())
                .append("flips", Fields.list(stability.flips(), StabilityDocument::flip));
    }

    static Stability read(Document from) {
        return new Stability(
                from.getInteger("tolerance"),
                from.getInteger("uncertainty"),
                from.getInteger("draws"),
                acceptability(from.get("acceptability", Document.class)),
                Fields.list(from, "intervals", StabilityDocument::interval),
                from.getInteger("searched"),
                Fields.list(from, "flips", StabilityDocument::flip));
    }

    private static Map<Workflow, Integer> acceptability(Document from) {
        var acceptability = new EnumMap<Workflow, Integer>(Workflow.class);
        from.keySet()
                .forEach(name -> acceptability.put(Workflow.valueOf(name), from.getInteger(name)));
        return acceptability;
    }

    private static Document interval(WeightInterval interval) {
        var document =
                new Document("criterion", interval.criterion()).append("from", interval.from());
        interval.to().ifPresent(to -> document.append("to", to));
        Fields.put(document, "below", interval.below());
        Fields.put(document, "above", interval.above());
        return document;
    }

    private static WeightInterval interval(Document from) {
        return new WeightInterval(
                from.getString("criterion"),
                from.getInteger("from"),
                Fields.whole(from, "to"),
                Fields.constant(from, "below", Workflow.class),
                Fields.constant(from, "above", Workflow.class));
    }

    private static Document flip(Flip flip) {
        return new Document("changes", Fields.list(flip.changes(), StabilityDocument::change))
                .append("becomes", flip.becomes().name())
                .append("text", flip.text());
    }

    private static Flip flip(Document from) {
        List<Flip.ChangedFact> changes =
                Fields.list(
                        from,
                        "changes",
                        change ->
                                new Flip.ChangedFact(
                                        change.getString("path"),
                                        change.getString("question"),
                                        Optional.ofNullable(change.getString("from")),
                                        change.getString("to")));
        return new Flip(
                changes, Fields.required(from, "becomes", Workflow.class), from.getString("text"));
    }

    private static Document change(Flip.ChangedFact change) {
        var document =
                new Document("path", change.path())
                        .append("question", change.question())
                        .append("to", change.to());
        Fields.put(document, "from", change.from());
        return document;
    }
}
