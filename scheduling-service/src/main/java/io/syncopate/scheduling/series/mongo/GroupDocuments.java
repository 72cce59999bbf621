package io.syncopate.scheduling.series.mongo;

import io.syncopate.scheduling.rotation.BurdenCurve;
import io.syncopate.scheduling.rotation.BurdenCurve.Knot;
import io.syncopate.scheduling.rotation.BurdenProfile;
import io.syncopate.scheduling.rotation.BurdenProfile.PerSession;
import io.syncopate.scheduling.rotation.Group;
import io.syncopate.scheduling.rotation.Points;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.rotation.WorkingHours;

import org.bson.Document;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** Who is planned for, and what an hour costs them. */
final class GroupDocuments {

    private GroupDocuments() {}

    static List<Document> groups(List<Group> groups) {
        return groups.stream()
                .map(
                        group ->
                                new Document("key", group.key())
                                        .append("zone", group.zone().getId())
                                        .append("hours", hours(group.hours()))
                                        .append("headCount", group.headCount()))
                .toList();
    }

    static List<Group> readGroups(List<Document> groups) {
        return groups.stream()
                .map(
                        group ->
                                new Group(
                                        group.getString("key"),
                                        ZoneId.of(group.getString("zone")),
                                        readHours(group.getList("hours", Document.class)),
                                        group.getInteger("headCount")))
                .toList();
    }

    private static List<Document> hours(WorkingHours hours) {
        return hours.windows().entrySet().stream()
                .map(day -> window(day.getValue()).append("day", day.getKey().name()))
                .toList();
    }

    private static WorkingHours readHours(List<Document> windows) {
        var days = new EnumMap<DayOfWeek, Window>(DayOfWeek.class);
        for (Document window : windows) {
            days.put(DayOfWeek.valueOf(window.getString("day")), readWindow(window));
        }
        return new WorkingHours(days);
    }

    private static Document window(Window window) {
        return new Document("start", window.start()).append("end", window.end());
    }

    private static Window readWindow(Document window) {
        return new Window(window.getInteger("start"), window.getInteger("end"));
    }

    static Document profile(BurdenProfile profile) {
        Document document =
                new Document("before", curve(profile.before()))
                        .append("after", curve(profile.after()))
                        .append("perSession", profile.perSession().name());
        profile.offLimits().ifPresent(night -> document.append("offLimits", window(night)));
        return document;
    }

    static BurdenProfile readProfile(Document document) {
        return new BurdenProfile(
                readCurve(document.getList("before", Document.class)),
                readCurve(document.getList("after", Document.class)),
                PerSession.valueOf(document.getString("perSession")),
                Optional.ofNullable(document.get("offLimits", Document.class))
                        .map(GroupDocuments::readWindow));
    }

    private static List<Document> curve(BurdenCurve curve) {
        return curve.knots().stream()
                .map(
                        knot ->
                                new Document("minutes", knot.minutes())
                                        .append("millipoints", knot.points().thousandths()))
                .toList();
    }

    private static BurdenCurve readCurve(List<Document> knots) {
        return new BurdenCurve(
                knots.stream()
                        .map(
                                knot ->
                                        new Knot(
                                                knot.getInteger("minutes"),
                                                new Points(knot.getLong("millipoints"))))
                        .toList());
    }
}
