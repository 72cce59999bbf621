package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.model.Advice;
import io.syncopate.assessment.model.Aspect;
import io.syncopate.assessment.model.Evidence;
import io.syncopate.assessment.model.FeasibilityRule;
import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.model.Step;
import io.syncopate.assessment.model.Workflow;
import io.syncopate.assessment.scoring.AgendaItem;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.assessment.scoring.Confidence;
import io.syncopate.assessment.scoring.Contribution;
import io.syncopate.assessment.scoring.Gap;
import io.syncopate.assessment.scoring.Journey;
import io.syncopate.assessment.scoring.JourneyItem;
import io.syncopate.assessment.scoring.Point;
import io.syncopate.assessment.scoring.Receipt;
import io.syncopate.assessment.scoring.Score;
import io.syncopate.assessment.scoring.TraceStep;

import org.bson.Document;

import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An answer as a document, whole: it must read the same when its model is long gone. */
final class AnswerDocument {

    private AnswerDocument() {}

    static Document write(Answer answer) {
        var document =
                new Document("model", answer.model().id())
                        .append("modelVersion", answer.model().version())
                        .append("recommended", answer.recommended().name())
                        .append("bestFit", answer.bestFit().name())
                        .append("summary", answer.summary())
                        .append("scores", Fields.list(answer.scores(), AnswerDocument::score))
                        .append("margin", answer.margin())
                        .append("nearTie", answer.nearTie())
                        .append(
                                "contributions",
                                Fields.list(answer.contributions(), AnswerDocument::contribution))
                        .append("gaps", Fields.list(answer.gaps(), AnswerDocument::gap))
                        .append("secondary", secondary(answer.secondary()))
                        .append("trace", Fields.list(answer.trace(), AnswerDocument::step))
                        .append(
                                "comparison",
                                Fields.list(answer.comparison(), AnswerDocument::aspect))
                        .append("journey", Fields.list(answer.journey(), AnswerDocument::item))
                        .append("confidence", confidence(answer.confidence()))
                        .append("advice", advice(answer))
                        .append(
                                "guidance",
                                new Document("asOf", answer.guidance().asOf())
                                        .append("notice", answer.guidance().notice()))
                        .append("receipt", receipt(answer.receipt()));
        Fields.put(document, "runnerUp", answer.runnerUp());
        if (!answer.way().load().isEmpty()) {
            document.append("load", Fields.list(answer.way().load(), LayoutDocument::load));
        }
        Fields.put(document, "stability", answer.stability().map(StabilityDocument::write));
        return document;
    }

    static Answer read(Document from) {
        Document guidance = from.get("guidance", Document.class);
        return new Answer(
                new Answer.ModelVersion(from.getString("model"), from.getInteger("modelVersion")),
                workflow(from, "recommended"),
                workflow(from, "bestFit"),
                Fields.constant(from, "runnerUp", Workflow.class),
                from.getString("summary"),
                Fields.list(from, "scores", AnswerDocument::score),
                from.getInteger("margin"),
                from.getBoolean("nearTie"),
                Fields.list(from, "contributions", AnswerDocument::contribution),
                Fields.list(from, "gaps", AnswerDocument::gap),
                secondary(from.get("secondary", Document.class)),
                Fields.list(from, "trace", AnswerDocument::step),
                Fields.list(from, "comparison", AnswerDocument::aspect),
                new Journey(
                        Fields.list(from, "journey", AnswerDocument::item),
                        Fields.list(from, "load", LayoutDocument::load)),
                confidence(from.get("confidence", Document.class)),
                advice(from.get("advice", Document.class)),
                new Answer.Dated(guidance.getString("asOf"), guidance.getString("notice")),
                receipt(from.get("receipt", Document.class)),
                Optional.ofNullable(from.get("stability", Document.class))
                        .map(StabilityDocument::read));
    }

    private static Workflow workflow(Document from, String field) {
        return Fields.required(from, field, Workflow.class);
    }

    private static Document score(Score score) {
        return new Document("workflow", score.workflow().name())
                .append("points", score.points())
                .append("rank", score.rank())
                .append("feasible", score.feasible());
    }

    private static Score score(Document from) {
        return new Score(
                workflow(from, "workflow"),
                from.getInteger("points"),
                from.getInteger("rank"),
                from.getBoolean("feasible"));
    }

    private static Document contribution(Contribution contribution) {
        return new Document("criterion", contribution.criterion())
                .append("step", contribution.step().name())
                .append("degree", contribution.degree())
                .append("synchronous", contribution.points().synchronous())
                .append("asynchronous", contribution.points().asynchronous())
                .append("blended", contribution.points().blended())
                .append("reason", contribution.reason())
                .append("facts", contribution.facts())
                .append("source", source(contribution.source()));
    }

    private static Contribution contribution(Document from) {
        return new Contribution(
                from.getString("criterion"),
                Fields.required(from, "step", Step.class),
                from.getInteger("degree"),
                new Evidence(
                        from.getInteger("synchronous"),
                        from.getInteger("asynchronous"),
                        from.getInteger("blended")),
                from.getString("reason"),
                Fields.texts(from, "facts"),
                sourceOf(from));
    }

    private static Document gap(Gap gap) {
        return new Document("rule", gap.rule())
                .append("step", gap.step().name())
                .append("workflow", gap.workflow().name())
                .append("severity", gap.severity().name())
                .append("missing", gap.missing())
                .append("closing", gap.closing())
                .append("source", source(gap.source()));
    }

    private static Gap gap(Document from) {
        return new Gap(
                from.getString("rule"),
                Fields.required(from, "step", Step.class),
                workflow(from, "workflow"),
                Fields.required(from, "severity", FeasibilityRule.Severity.class),
                from.getString("missing"),
                from.getString("closing"),
                sourceOf(from));
    }

    private static Document secondary(Answer.SecondaryComponent secondary) {
        return new Document("text", secondary.text())
                .append("live", secondary.live())
                .append("reason", secondary.reason())
                .append("source", source(secondary.source()));
    }

    private static Answer.SecondaryComponent secondary(Document from) {
        return new Answer.SecondaryComponent(
                from.getString("text"),
                from.getBoolean("live"),
                from.getString("reason"),
                sourceOf(from));
    }

    private static Document step(TraceStep step) {
        return new Document("step", step.step().name())
                .append("findings", step.findings())
                .append("remaining", step.remaining().stream().map(Workflow::name).toList())
                .append(
                        "closed",
                        Fields.list(
                                step.closed(),
                                closed ->
                                        new Document("workflow", closed.workflow().name())
                                                .append("reason", closed.reason())));
    }

    private static TraceStep step(Document from) {
        return new TraceStep(
                Fields.required(from, "step", Step.class),
                Fields.texts(from, "findings"),
                Fields.texts(from, "remaining").stream().map(Workflow::valueOf).toList(),
                Fields.list(
                        from,
                        "closed",
                        closed ->
                                new TraceStep.Closed(
                                        workflow(closed, "workflow"), closed.getString("reason"))));
    }

    private static Document aspect(Aspect aspect) {
        return new Document("id", aspect.id())
                .append("title", aspect.title())
                .append("synchronous", aspect.synchronous())
                .append("asynchronous", aspect.asynchronous())
                .append("blended", aspect.blended())
                .append("mostFirst", aspect.mostFirst().stream().map(Workflow::name).toList())
                .append("rule", aspect.rule());
    }

    private static Aspect aspect(Document from) {
        return new Aspect(
                from.getString("id"),
                from.getString("title"),
                from.getString("synchronous"),
                from.getString("asynchronous"),
                from.getString("blended"),
                Fields.texts(from, "mostFirst").stream().map(Workflow::valueOf).toList(),
                from.getString("rule"));
    }

    private static Document item(JourneyItem item) {
        var document =
                new Document("activity", item.activity())
                        .append("text", item.text())
                        .append("live", item.live())
                        .append("minutes", item.minutes())
                        .append("repeat", item.repeat())
                        .append("recorded", item.recorded())
                        .append("buildsOn", item.buildsOn())
                        .append("agenda", Fields.list(item.agenda(), AnswerDocument::agendaItem))
                        .append("reason", item.reason())
                        .append("warnings", Fields.list(item.warnings(), AnswerDocument::point));
        Fields.put(document, "attendance", item.attendance());
        Fields.put(document, "layout", item.layout().map(LayoutDocument::write));
        return document;
    }

    private static JourneyItem item(Document from) {
        return new JourneyItem(
                from.getString("activity"),
                from.getString("text"),
                from.getBoolean("live"),
                Fields.constant(from, "attendance", Activity.Attendance.class),
                from.getInteger("minutes"),
                from.getInteger("repeat"),
                from.getBoolean("recorded"),
                Fields.texts(from, "buildsOn"),
                Fields.list(from, "agenda", AnswerDocument::agendaItem),
                from.getString("reason"),
                Fields.list(from, "warnings", AnswerDocument::point),
                Optional.ofNullable(from.get("layout", Document.class)).map(LayoutDocument::read));
    }

    private static Document agendaItem(AgendaItem item) {
        return new Document("activity", item.activity()).append("text", item.text());
    }

    private static AgendaItem agendaItem(Document from) {
        return new AgendaItem(from.getString("activity"), from.getString("text"));
    }

    private static Document confidence(Confidence confidence) {
        return new Document("percent", confidence.percent())
                .append(
                        "missing",
                        Fields.list(
                                confidence.missing(),
                                fact ->
                                        new Document("path", fact.path())
                                                .append("question", fact.question())
                                                .append("weight", fact.weightPercent())));
    }

    private static Confidence confidence(Document from) {
        return new Confidence(
                from.getInteger("percent"),
                Fields.list(
                        from,
                        "missing",
                        fact ->
                                new Confidence.MissingFact(
                                        fact.getString("path"),
                                        fact.getString("question"),
                                        fact.getInteger("weight"))));
    }

    private static Document advice(Answer answer) {
        var document = new Document();
        answer.advice()
                .forEach(
                        (kind, points) ->
                                document.append(
                                        kind.name(), Fields.list(points, AnswerDocument::point)));
        return document;
    }

    private static EnumMap<Advice.Kind, List<Point>> advice(Document from) {
        var advice = new EnumMap<Advice.Kind, List<Point>>(Advice.Kind.class);
        from.keySet()
                .forEach(
                        kind ->
                                advice.put(
                                        Advice.Kind.valueOf(kind),
                                        Fields.list(from, kind, AnswerDocument::point)));
        return advice;
    }

    private static Document point(Point point) {
        return new Document("id", point.id())
                .append("text", point.text())
                .append("answers", point.answers())
                .append("source", source(point.source()));
    }

    private static Point point(Document from) {
        return new Point(
                from.getString("id"),
                from.getString("text"),
                Fields.texts(from, "answers"),
                sourceOf(from));
    }

    private static Document receipt(Receipt receipt) {
        return new Document("inputHash", receipt.inputHash())
                .append("modelHash", receipt.modelHash())
                .append("tzDatabaseVersion", receipt.tzDatabaseVersion())
                .append("seed", receipt.seed())
                .append(
                        "offsets",
                        Fields.list(
                                List.copyOf(receipt.offsetSeconds().entrySet()),
                                offset ->
                                        new Document("zone", offset.getKey())
                                                .append("seconds", offset.getValue())));
    }

    private static Receipt receipt(Document from) {
        var offsets = new TreeMap<String, Integer>();
        from.getList("offsets", Document.class, List.of())
                .forEach(
                        offset ->
                                offsets.put(
                                        offset.getString("zone"), offset.getInteger("seconds")));
        return new Receipt(
                from.getString("inputHash"),
                from.getString("modelHash"),
                from.getString("tzDatabaseVersion"),
                from.getLong("seed"),
                offsets);
    }

    private static Document source(Source source) {
        return new Document("rules", source.rules()).append("passage", source.passage());
    }

    private static Source sourceOf(Document from) {
        Document source = from.get("source", Document.class);
        return new Source(Fields.texts(source, "rules"), source.getString("passage"));
    }
}
