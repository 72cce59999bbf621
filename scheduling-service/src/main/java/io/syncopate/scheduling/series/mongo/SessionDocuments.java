package io.syncopate.scheduling.series.mongo;

import io.syncopate.kernel.DomainEvent;
import io.syncopate.scheduling.rotation.HourKind;
import io.syncopate.scheduling.rotation.Points;
import io.syncopate.scheduling.rotation.Rotation.Meeting;
import io.syncopate.scheduling.series.Session;
import io.syncopate.scheduling.series.SessionEvent.SessionScheduled;
import io.syncopate.starter.mongo.DocumentMapper;

import org.bson.Document;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;

final class SessionDocuments implements DocumentMapper<Session> {

    static final String SERIES = "data.series";
    static final String NUMBER = "data.number";

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Document write(Session session) {
        return new Document("series", session.series())
                .append("number", session.number())
                .append("item", OutlineDocuments.item(session.item()))
                .append("start", PlanDocuments.start(session.start()))
                .append("anchor", session.anchor().getId())
                .append("meetings", session.meetings().stream().map(this::meeting).toList())
                .append("tzDatabase", session.tzDatabase());
    }

    @Override
    public Session read(Document fields) {
        return new Session(
                fields.getString("series"),
                fields.getInteger("number"),
                OutlineDocuments.readItem(fields.get("item", Document.class)),
                PlanDocuments.readStart(fields.get("start", Document.class)),
                ZoneId.of(fields.getString("anchor")),
                fields.getList("meetings", Document.class).stream().map(this::readMeeting).toList(),
                fields.getString("tzDatabase"));
    }

    @Override
    public Document writeEvent(DomainEvent event) {
        return event instanceof SessionScheduled scheduled
                ? new Document("startTime", Date.from(scheduled.start()))
                        .append("endTime", Date.from(scheduled.end()))
                : new Document();
    }

    private Document meeting(Meeting meeting) {
        return new Document("group", meeting.group())
                .append("zone", meeting.zone().getId())
                .append("local", meeting.localStart().toString())
                .append("offsetSeconds", meeting.offset().getTotalSeconds())
                .append("millipoints", meeting.burden().thousandths())
                .append("hours", meeting.hours().name());
    }

    private Meeting readMeeting(Document document) {
        return new Meeting(
                document.getString("group"),
                ZoneId.of(document.getString("zone")),
                LocalDateTime.parse(document.getString("local")),
                ZoneOffset.ofTotalSeconds(document.getInteger("offsetSeconds")),
                new Points(document.getLong("millipoints")),
                HourKind.valueOf(document.getString("hours")));
    }
}
