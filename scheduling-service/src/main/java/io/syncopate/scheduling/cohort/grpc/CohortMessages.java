package io.syncopate.scheduling.cohort.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.kernel.Uid;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.scheduling.v1.Cohort;
import io.syncopate.proto.scheduling.v1.Participant;
import io.syncopate.proto.scheduling.v1.Weekday;
import io.syncopate.proto.scheduling.v1.WorkingHours;
import io.syncopate.scheduling.rotation.Window;
import io.syncopate.scheduling.rotation.Zones;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;

/** Between the contract's messages and the core. */
final class CohortMessages {

    private static final String PEOPLE = "people/";

    private CohortMessages() {}

    static Cohort cohort(Versioned<io.syncopate.scheduling.cohort.Cohort> cohort) {
        return Cohort.newBuilder()
                .setName("cohorts/" + cohort.id())
                .setDisplayName(cohort.value().displayName())
                .setDescription(cohort.value().description())
                .setEtag(cohort.etag())
                .setCreateTime(timestamp(cohort.createTime()))
                .setUpdateTime(timestamp(cohort.updateTime()))
                .build();
    }

    static Participant participant(
            Versioned<io.syncopate.scheduling.cohort.Participant> participant) {
        return Participant.newBuilder()
                .setName("cohorts/" + participant.id().replace("/", "/participants/"))
                .setPerson(PEOPLE + participant.value().person().value())
                .setZone(participant.value().zone().getId())
                .setWorkingHours(hours(participant.value().hours()))
                .setEtag(participant.etag())
                .setCreateTime(timestamp(participant.createTime()))
                .setUpdateTime(timestamp(participant.updateTime()))
                .build();
    }

    static io.syncopate.scheduling.cohort.Participant participant(
            String cohort, Participant message) {
        return new io.syncopate.scheduling.cohort.Participant(
                cohort,
                new Uid(message.getPerson().substring(PEOPLE.length())),
                Zones.of("participant.zone", message.getZone()),
                hours(message.getWorkingHours()));
    }

    private static Timestamp timestamp(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }

    /** Without windows, the standard day. */
    private static io.syncopate.scheduling.rotation.WorkingHours hours(WorkingHours message) {
        if (message.getWindowsCount() == 0) {
            return io.syncopate.scheduling.rotation.WorkingHours.standard();
        }
        var windows = new EnumMap<DayOfWeek, Window>(DayOfWeek.class);
        message.getWindowsList()
                .forEach(
                        window ->
                                windows.put(
                                        DayOfWeek.of(window.getDay().getNumber()),
                                        new Window(
                                                window.getStartMinute(), window.getEndMinute())));
        return new io.syncopate.scheduling.rotation.WorkingHours(windows);
    }

    private static WorkingHours hours(io.syncopate.scheduling.rotation.WorkingHours hours) {
        var message = WorkingHours.newBuilder();
        hours.windows()
                .forEach(
                        (day, window) ->
                                message.addWindowsBuilder()
                                        .setDay(Weekday.Value.forNumber(day.getValue()))
                                        .setStartMinute(window.start())
                                        .setEndMinute(window.end()));
        return message.build();
    }
}
