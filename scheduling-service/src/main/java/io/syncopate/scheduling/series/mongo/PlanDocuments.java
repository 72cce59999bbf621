package io.syncopate.scheduling.series.mongo;

import io.syncopate.scheduling.rotation.Fairness;
import io.syncopate.scheduling.rotation.Fairness.FixedTime;
import io.syncopate.scheduling.rotation.Fairness.Load;
import io.syncopate.scheduling.rotation.Points;
import io.syncopate.scheduling.series.Notice;
import io.syncopate.scheduling.series.Plan;

import org.bson.Document;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What was planned. */
final class PlanDocuments {

    private PlanDocuments() {}

    static Document write(Plan plan) {
        return new Document("groups", GroupDocuments.groups(plan.groups()))
                .append("starts", plan.starts().stream().map(PlanDocuments::start).toList())
                .append("fairness", fairness(plan.fairness()))
                .append("notices", plan.notices().stream().map(PlanDocuments::notice).toList())
                .append("tzDatabase", plan.tzDatabase());
    }

    static Plan read(Document document) {
        return new Plan(
                GroupDocuments.readGroups(document.getList("groups", Document.class)),
                document.getList("starts", Document.class).stream()
                        .map(PlanDocuments::readStart)
                        .toList(),
                readFairness(document.get("fairness", Document.class)),
                document.getList("notices", Document.class).stream()
                        .map(PlanDocuments::readNotice)
                        .toList(),
                document.getString("tzDatabase"));
    }

    /** The local time is what was decided; the offset is the receipt of how it was read. */
    static Document start(Plan.Start start) {
        return new Document("local", start.local().toString())
                .append("offsetSeconds", start.offset().getTotalSeconds());
    }

    static Plan.Start readStart(Document document) {
        return new Plan.Start(
                LocalDateTime.parse(document.getString("local")),
                ZoneOffset.ofTotalSeconds(document.getInteger("offsetSeconds")));
    }

    private static Document fairness(Fairness fairness) {
        return new Document("loads", fairness.loads().stream().map(PlanDocuments::load).toList())
                .append("bound", fairness.bound().thousandths())
                .append("exact", fairness.exact())
                .append("bestFixedMinute", fairness.bestFixed().localMinute())
                .append("bestFixedWorst", fairness.bestFixed().worst().thousandths());
    }

    private static Fairness readFairness(Document document) {
        return new Fairness(
                document.getList("loads", Document.class).stream()
                        .map(PlanDocuments::readLoad)
                        .toList(),
                new Points(document.getLong("bound")),
                document.getBoolean("exact"),
                new FixedTime(
                        document.getInteger("bestFixedMinute"),
                        new Points(document.getLong("bestFixedWorst"))));
    }

    private static Document load(Load load) {
        return new Document("group", load.group())
                .append("headCount", load.headCount())
                .append("millipoints", load.burden().thousandths())
                .append("offLimitSessions", load.offLimitSessions());
    }

    private static Load readLoad(Document document) {
        return new Load(
                document.getString("group"),
                document.getInteger("headCount"),
                new Points(document.getLong("millipoints")),
                document.getInteger("offLimitSessions"));
    }

    private static Document notice(Notice notice) {
        Document document =
                new Document("kind", notice.kind().name()).append("text", notice.text());
        notice.item().ifPresent(item -> document.append("item", item));
        notice.group().ifPresent(group -> document.append("group", group));
        return document;
    }

    private static Notice readNotice(Document document) {
        return new Notice(
                Notice.Kind.valueOf(document.getString("kind")),
                document.getString("text"),
                Optional.ofNullable(document.getString("item")),
                Optional.ofNullable(document.getString("group")));
    }
}
