package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.journey.Layout;
import io.syncopate.assessment.scoring.AgendaItem;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.proto.assessment.v1.Activity;
import io.syncopate.proto.assessment.v1.JourneyItem;
import io.syncopate.proto.assessment.v1.JourneyPlace;
import io.syncopate.proto.assessment.v1.LiveGroups;
import io.syncopate.proto.assessment.v1.WeekLoad;

/** Journeys as the contract shows them. */
final class JourneyMapper {

    private JourneyMapper() {}

    static JourneyItem item(io.syncopate.assessment.scoring.JourneyItem item) {
        var message =
                JourneyItem.newBuilder()
                        .setActivity(item.activity())
                        .setText(item.text())
                        .setMode(item.live() ? Activity.Mode.LIVE : Activity.Mode.SELF_PACED)
                        .setMinutes(item.minutes())
                        .setRepeatCount(item.repeat())
                        .setRecorded(item.recorded())
                        .addAllBuildsOn(item.buildsOn())
                        .addAllAgenda(item.agenda().stream().map(JourneyMapper::agenda).toList())
                        .setReason(item.reason())
                        .addAllWarnings(AssessmentMapper.points(item.warnings()));
        item.attendance().map(BriefMapper::attendance).ifPresent(message::setAttendance);
        item.layout().ifPresent(layout -> lay(message, layout));
        return message.build();
    }

    private static JourneyItem.AgendaItem agenda(AgendaItem item) {
        return JourneyItem.AgendaItem.newBuilder()
                .setActivity(item.activity())
                .setText(item.text())
                .build();
    }

    private static void lay(JourneyItem.Builder message, Layout layout) {
        message.setPlace(
                        JourneyPlace.newBuilder()
                                .setPosition(layout.position())
                                .setPhase(
                                        switch (layout.standing().phase()) {
                                            case BEFORE -> JourneyPlace.Phase.BEFORE;
                                            case LIVE -> JourneyPlace.Phase.LIVE;
                                            case AFTER -> JourneyPlace.Phase.AFTER;
                                            case FREE -> JourneyPlace.Phase.FREE;
                                        })
                                .setRelativeTo(layout.standing().relativeTo().orElse(""))
                                .setReason(layout.standing().reason())
                                .setFirstWeek(layout.weeks().first())
                                .setLastWeek(layout.weeks().last()))
                .addAllModuleMinutes(layout.modules());
        layout.breaks()
                .forEach(
                        each ->
                                message.addBreaksBuilder()
                                        .setStartMinute(each.startMinute())
                                        .setMinutes(each.minutes()));
        layout.groups()
                .map(
                        groups ->
                                LiveGroups.newBuilder()
                                        .setCount(groups.count())
                                        .setSize(groups.size())
                                        .setLimit(groups.limit())
                                        .setRounds(groups.rounds())
                                        .setReason(groups.reason()))
                .ifPresent(message::setGroups);
    }

    static WeekLoad load(io.syncopate.assessment.journey.WeekLoad load) {
        return WeekLoad.newBuilder()
                .setFirstWeek(load.firstWeek())
                .setLastWeek(load.lastWeek())
                .setLiveMinutes(load.liveMinutes())
                .setSelfPacedMinutes(load.selfPacedMinutes())
                .setOver(load.over())
                .build();
    }
}
