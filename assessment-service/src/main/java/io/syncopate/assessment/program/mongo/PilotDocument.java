package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.pilot.Feedback;
import io.syncopate.assessment.pilot.Finding;
import io.syncopate.assessment.pilot.Pilot;
import io.syncopate.assessment.pilot.Sample;
import io.syncopate.assessment.pilot.Stratum;

import org.bson.Document;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;

/** A pilot within its programme. */
final class PilotDocument {

    private PilotDocument() {}

    static Document write(Pilot pilot) {
        var document =
                new Document("assessment", pilot.assessment())
                        .append("start", pilot.start().toString())
                        .append("days", pilot.days())
                        .append("sample", sample(pilot.sample()))
                        .append("feedback", Fields.list(pilot.feedback(), PilotDocument::feedback))
                        .append("findings", Fields.list(pilot.findings(), PilotDocument::finding));
        Fields.put(document, "finishTime", pilot.finishTime().map(Fields::date));
        return document;
    }

    static Pilot read(Document from) {
        return new Pilot(
                from.getString("assessment"),
                LocalDate.parse(from.getString("start")),
                from.getInteger("days"),
                sample(from.get("sample", Document.class)),
                Fields.list(from, "feedback", PilotDocument::feedback),
                Fields.list(from, "findings", PilotDocument::finding),
                Optional.ofNullable(from.getDate("finishTime")).map(Date::toInstant));
    }

    private static Document sample(Sample sample) {
        return new Document("size", sample.size())
                .append("drawn", sample.drawn())
                .append("strata", Fields.list(sample.strata(), PilotDocument::stratum))
                .append("departure", sample.departure());
    }

    private static Sample sample(Document from) {
        return new Sample(
                from.getInteger("size"),
                from.getString("drawn"),
                Fields.list(from, "strata", PilotDocument::stratum),
                from.get("departure", ""));
    }

    private static Document stratum(Stratum stratum) {
        return new Document("dimension", stratum.dimension().name())
                .append("value", stratum.value())
                .append("audience", stratum.audience())
                .append("sampled", stratum.sampled());
    }

    private static Stratum stratum(Document from) {
        return new Stratum(
                Fields.required(from, "dimension", Stratum.Dimension.class),
                from.getString("value"),
                from.getInteger("audience"),
                from.getInteger("sampled"));
    }

    private static Document feedback(Feedback feedback) {
        return new Document("kind", feedback.kind().name())
                .append("rating", feedback.rating())
                .append("respondents", feedback.respondents())
                .append("comment", feedback.comment());
    }

    private static Feedback feedback(Document from) {
        return new Feedback(
                Fields.required(from, "kind", Feedback.Kind.class),
                from.getDouble("rating"),
                from.getInteger("respondents"),
                from.get("comment", ""));
    }

    private static Document finding(Finding finding) {
        var document =
                new Document("key", finding.key())
                        .append("kind", finding.kind().name())
                        .append("effect", finding.effect().name())
                        .append("text", finding.text());
        Fields.put(
                document,
                "decision",
                finding.decision()
                        .map(
                                decision ->
                                        new Document("action", decision.action().name())
                                                .append("reason", decision.reason())));
        return document;
    }

    private static Finding finding(Document from) {
        return new Finding(
                from.getString("key"),
                Fields.required(from, "kind", Feedback.Kind.class),
                Fields.required(from, "effect", Finding.Effect.class),
                from.getString("text"),
                Optional.ofNullable(from.get("decision", Document.class))
                        .map(
                                decision ->
                                        new Finding.Decision(
                                                Fields.required(
                                                        decision, "action", Finding.Action.class),
                                                decision.getString("reason"))));
    }
}
