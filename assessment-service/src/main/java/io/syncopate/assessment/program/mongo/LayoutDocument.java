package io.syncopate.assessment.program.mongo;

import io.syncopate.assessment.journey.Break;
import io.syncopate.assessment.journey.Layout;
import io.syncopate.assessment.journey.LiveGroups;
import io.syncopate.assessment.journey.Phase;
import io.syncopate.assessment.journey.Standing;
import io.syncopate.assessment.journey.Timetable.Weeks;
import io.syncopate.assessment.journey.WeekLoad;

import org.bson.Document;

import java.util.List;
import java.util.Optional;

/** How an activity lies in a journey, and what the journey asks of learners, as documents. */
final class LayoutDocument {

    private LayoutDocument() {}

    static Document write(Layout layout) {
        Standing standing = layout.standing();
        var document =
                new Document("position", layout.position())
                        .append("phase", standing.phase().name())
                        .append("reason", standing.reason())
                        .append("firstWeek", layout.weeks().first())
                        .append("lastWeek", layout.weeks().last())
                        .append("modules", layout.modules())
                        .append("breaks", Fields.list(layout.breaks(), LayoutDocument::pause));
        Fields.put(document, "relativeTo", standing.relativeTo());
        Fields.put(document, "groups", layout.groups().map(LayoutDocument::groups));
        return document;
    }

    static Layout read(Document from) {
        return new Layout(
                from.getInteger("position"),
                new Standing(
                        Fields.required(from, "phase", Phase.class),
                        Optional.ofNullable(from.getString("relativeTo")),
                        from.getString("reason")),
                new Weeks(from.getInteger("firstWeek"), from.getInteger("lastWeek")),
                from.getList("modules", Integer.class, List.of()),
                Fields.list(from, "breaks", LayoutDocument::pause),
                Optional.ofNullable(from.get("groups", Document.class))
                        .map(LayoutDocument::groups));
    }

    private static Document pause(Break pause) {
        return new Document("start", pause.startMinute()).append("minutes", pause.minutes());
    }

    private static Break pause(Document from) {
        return new Break(from.getInteger("start"), from.getInteger("minutes"));
    }

    private static Document groups(LiveGroups groups) {
        return new Document("count", groups.count())
                .append("size", groups.size())
                .append("limit", groups.limit())
                .append("rounds", groups.rounds())
                .append("reason", groups.reason());
    }

    private static LiveGroups groups(Document from) {
        return new LiveGroups(
                from.getInteger("count"),
                from.getInteger("size"),
                from.getInteger("limit"),
                from.getInteger("rounds"),
                from.getString("reason"));
    }

    static Document load(WeekLoad load) {
        return new Document("first", load.firstWeek())
                .append("last", load.lastWeek())
                .append("live", load.liveMinutes())
                .append("selfPaced", load.selfPacedMinutes())
                .append("over", load.over());
    }

    static WeekLoad load(Document from) {
        return new WeekLoad(
                from.getInteger("first"),
                from.getInteger("last"),
                from.getInteger("live"),
                from.getInteger("selfPaced"),
                from.getBoolean("over"));
    }
}
