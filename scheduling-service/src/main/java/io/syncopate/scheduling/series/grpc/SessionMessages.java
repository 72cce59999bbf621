package io.syncopate.scheduling.series.grpc;

import io.syncopate.kernel.Versioned;
import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.Session;
import io.syncopate.proto.scheduling.v1.SessionBreak;
import io.syncopate.scheduling.rotation.HourKind;
import io.syncopate.scheduling.rotation.Rotation.Meeting;
import io.syncopate.scheduling.series.Item;
import io.syncopate.scheduling.shared.grpc.Timestamps;

import java.util.List;

/** A session as the contract shows it. */
final class SessionMessages {

    private SessionMessages() {}

    static Session stored(Versioned<io.syncopate.scheduling.series.Session> session) {
        return message(session.value())
                .setName("series/" + session.id().replace("/", "/sessions/"))
                .setEtag(session.etag())
                .setCreateTime(Timestamps.of(session.createTime()))
                .setUpdateTime(Timestamps.of(session.updateTime()))
                .build();
    }

    static Session preview(io.syncopate.scheduling.series.Session session) {
        return message(session).build();
    }

    private static Session.Builder message(io.syncopate.scheduling.series.Session session) {
        return Session.newBuilder()
                .setKey(session.item().key())
                .setNumber(session.number())
                .setTitle(session.item().title())
                .setAttendance(attendance(session.item().attendance()))
                .setStartTime(Timestamps.of(session.startTime()))
                .setEndTime(Timestamps.of(session.endTime()))
                .setMinutes(session.item().minutes())
                .setAnchorLocalStart(session.start().local().toString())
                .setAnchorZone(session.anchor().getId())
                .addAllGroups(session.meetings().stream().map(SessionMessages::time).toList())
                .setTzDatabaseVersion(session.tzDatabase())
                .addAllAgenda(session.item().content().agenda())
                .addAllBreaks(breaks(session.item().content()))
                .addAllBuildsOn(session.item().content().buildsOn());
    }

    static List<SessionBreak> breaks(Item.Content content) {
        return content.breaks().stream()
                .map(
                        each ->
                                SessionBreak.newBuilder()
                                        .setStartMinute(each.startMinute())
                                        .setMinutes(each.minutes())
                                        .build())
                .toList();
    }

    private static Session.GroupTime time(Meeting meeting) {
        return Session.GroupTime.newBuilder()
                .setGroup(meeting.group())
                .setZone(meeting.zone().getId())
                .setLocalStart(meeting.localStart().toString())
                .setOffsetSeconds(meeting.offset().getTotalSeconds())
                .setMillipoints(meeting.burden().thousandths())
                .setOffLimits(meeting.hours() == HourKind.OFF_LIMITS)
                .build();
    }

    static Attendance.Value attendance(io.syncopate.scheduling.rotation.Attendance attendance) {
        return switch (attendance) {
            case MANDATORY -> Attendance.Value.MANDATORY;
            case RECOMMENDED -> Attendance.Value.RECOMMENDED;
            case OPTIONAL -> Attendance.Value.OPTIONAL;
        };
    }
}
