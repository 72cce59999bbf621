package io.syncopate.scheduling.series.mongo;

import io.syncopate.scheduling.rotation.Attendance;
import io.syncopate.scheduling.series.Audience;
import io.syncopate.scheduling.series.Item;
import io.syncopate.scheduling.series.Outline;

import org.bson.Document;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What was asked for. */
final class OutlineDocuments {

    private OutlineDocuments() {}

    static Document write(Outline outline) {
        Document document =
                new Document("displayName", outline.displayName())
                        .append("audience", audience(outline.audience()))
                        .append("firstDate", outline.firstDate().toString())
                        .append("everyWeeks", outline.everyWeeks())
                        .append("bufferWeeks", outline.bufferWeeks())
                        .append(
                                "items",
                                outline.items().stream().map(OutlineDocuments::item).toList())
                        .append("anchor", outline.anchor().getId())
                        .append("slotMinutes", outline.slotMinutes());
        outline.profile()
                .ifPresent(profile -> document.append("profile", GroupDocuments.profile(profile)));
        outline.sourceProgram().ifPresent(program -> document.append("sourceProgram", program));
        return document;
    }

    static Outline read(Document document) {
        return new Outline(
                document.getString("displayName"),
                readAudience(document.get("audience", Document.class)),
                LocalDate.parse(document.getString("firstDate")),
                document.getInteger("everyWeeks"),
                document.getInteger("bufferWeeks", 0),
                document.getList("items", Document.class).stream()
                        .map(OutlineDocuments::readItem)
                        .toList(),
                ZoneId.of(document.getString("anchor")),
                document.getInteger("slotMinutes"),
                Optional.ofNullable(document.get("profile", Document.class))
                        .map(GroupDocuments::readProfile),
                Optional.ofNullable(document.getString("sourceProgram")));
    }

    private static Document audience(Audience audience) {
        return switch (audience) {
            case Audience.OfCohort of ->
                    new Document("kind", "cohort").append("cohort", of.cohort());
            case Audience.OfGroups of ->
                    new Document("kind", "groups")
                            .append("groups", GroupDocuments.groups(of.groups()));
        };
    }

    private static Audience readAudience(Document document) {
        String kind = document.getString("kind");
        return switch (kind) {
            case "cohort" -> new Audience.OfCohort(document.getString("cohort"));
            case "groups" ->
                    new Audience.OfGroups(
                            GroupDocuments.readGroups(document.getList("groups", Document.class)));
            default -> throw new IllegalStateException("unknown kind of audience: " + kind);
        };
    }

    static Document item(Item item) {
        return new Document("key", item.key())
                .append("title", item.title())
                .append("minutes", item.minutes())
                .append("attendance", item.attendance().name())
                .append("agenda", item.content().agenda())
                .append(
                        "breaks",
                        item.content().breaks().stream()
                                .map(
                                        each ->
                                                new Document("start", each.startMinute())
                                                        .append("minutes", each.minutes()))
                                .toList())
                .append("buildsOn", item.content().buildsOn());
    }

    /** One that was stored before sessions had a content has none. */
    static Item readItem(Document document) {
        return new Item(
                document.getString("key"),
                document.getString("title"),
                document.getInteger("minutes"),
                Attendance.valueOf(document.getString("attendance")),
                new Item.Content(
                        document.getList("agenda", String.class, List.of()),
                        document.getList("breaks", Document.class, List.of()).stream()
                                .map(
                                        each ->
                                                new Item.Break(
                                                        each.getInteger("start"),
                                                        each.getInteger("minutes")))
                                .toList(),
                        document.getList("buildsOn", String.class, List.of())));
    }
}
