package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.Fact;
import io.syncopate.assessment.brief.Facts;
import io.syncopate.assessment.brief.Value;
import io.syncopate.assessment.brief.Zone;

import org.bson.Document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A brief as a document: facts nested along their paths, so that a change of one is a change of one
 * field.
 */
final class BriefDocument {

    private BriefDocument() {}

    static Document write(Brief brief) {
        var facts = new Document();
        brief.stated().forEach((fact, value) -> put(facts, path(fact), plain(value)));
        return new Document("facts", facts)
                .append(
                        "zones",
                        Fields.list(
                                brief.zones(),
                                zone ->
                                        new Document("zone", zone.id())
                                                .append("people", zone.people())))
                .append("activities", Fields.list(brief.activities(), BriefDocument::activity));
    }

    static Brief read(Document from) {
        var stated = new TreeMap<Fact, Value>();
        Document facts = from.get("facts", new Document());
        for (Fact fact : Facts.ALL) {
            value(fact, get(facts, path(fact))).ifPresent(value -> stated.put(fact, value));
        }
        return new Brief(
                stated,
                Fields.list(
                        from,
                        "zones",
                        zone -> new Zone(zone.getString("zone"), zone.getInteger("people"))),
                Fields.list(from, "activities", BriefDocument::activity));
    }

    private static Document activity(Activity activity) {
        var document =
                new Document("key", activity.key())
                        .append("text", activity.text())
                        .append("contentRef", activity.contentRef())
                        .append("repeat", activity.repeat());
        Fields.put(document, "mode", activity.mode());
        Fields.put(document, "interaction", activity.interaction());
        Fields.put(document, "attendance", activity.attendance());
        activity.minutes().ifPresent(minutes -> document.append("minutes", minutes));
        if (!activity.buildsOn().isEmpty()) {
            document.append("buildsOn", activity.buildsOn());
        }
        return document;
    }

    private static Activity activity(Document from) {
        return new Activity(
                from.getString("key"),
                from.getString("text"),
                Fields.constant(from, "mode", Activity.Mode.class),
                Fields.constant(from, "interaction", Activity.Interaction.class),
                from.get("contentRef", ""),
                Fields.whole(from, "minutes"),
                Fields.constant(from, "attendance", Activity.Attendance.class),
                from.getInteger("repeat", 1),
                Fields.texts(from, "buildsOn"));
    }

    private static List<String> path(Fact fact) {
        return Arrays.asList(fact.path().split("\\."));
    }

    private static void put(Document into, List<String> path, Object value) {
        Document at = into;
        for (String step : path.subList(0, path.size() - 1)) {
            Document next = at.get(step, new Document());
            at.append(step, next);
            at = next;
        }
        at.append(path.getLast(), value);
    }

    private static Optional<Object> get(Document from, List<String> path) {
        return Optional.ofNullable(from.getEmbedded(path, Object.class));
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Flag(boolean flag) -> flag;
            case Value.Choice(String choice) -> choice;
            case Value.Amount(double number) -> number;
            case Value.Text(String text) -> text;
            case Value.Texts(List<String> texts) -> texts;
        };
    }

    private static Optional<Value> value(Fact fact, Optional<Object> stored) {
        return stored.map(
                plain ->
                        switch (fact.kind()) {
                            case FLAG -> new Value.Flag((Boolean) plain);
                            case CHOICE -> new Value.Choice((String) plain);
                            case NUMBER -> new Value.Amount(((Number) plain).doubleValue());
                            case TEXT -> new Value.Text((String) plain);
                            case TEXTS ->
                                    new Value.Texts(
                                            ((List<?>) plain)
                                                    .stream().map(String::valueOf).toList());
                        });
    }
}
