package io.syncopate.assessment.program.client;

import io.syncopate.assessment.program.LiveSchedule;
import io.syncopate.assessment.program.StepRefusedException;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.CreateSeriesRequest;
import io.syncopate.proto.scheduling.v1.DeleteSeriesRequest;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc.SeriesServiceBlockingStub;
import io.syncopate.starter.client.Backends;

import org.springframework.stereotype.Component;

@Component
class GrpcLiveSchedule implements LiveSchedule {

    private static final String SERVICE = "scheduling";

    private final OtherService<SeriesServiceBlockingStub> scheduling;

    GrpcLiveSchedule(Backends backends) {
        this.scheduling =
                new OtherService<>(
                        SERVICE, backends.backend(SERVICE, SeriesServiceGrpc::newBlockingStub));
    }

    @Override
    public String plan(Caller by, LiveSeries live, String requestId) {
        var request =
                CreateSeriesRequest.newBuilder()
                        .setSeries(write(live))
                        .setRequestId(requestId)
                        .build();
        return scheduling.ask(by, stub -> stub.createSeries(request)).getName();
    }

    @Override
    public void publish(Caller by, String name, String requestId) {
        var request =
                PublishSeriesRequest.newBuilder().setName(name).setRequestId(requestId).build();
        try {
            scheduling.ask(by, stub -> stub.publishSeries(request));
        } catch (StepRefusedException e) {
            // Whoever published it did what was wanted.
            if (e.why() != StepRefusedException.Why.PUBLISHED) {
                throw e;
            }
        }
    }

    @Override
    public void discard(Caller by, String name) {
        var request = DeleteSeriesRequest.newBuilder().setName(name).build();
        scheduling.ask(by, stub -> stub.deleteSeries(request));
    }

    static Series write(LiveSeries live) {
        var message =
                Series.newBuilder()
                        .setDisplayName(live.displayName())
                        .setSourceProgram(live.program())
                        .addAllTeams(live.teams().stream().sorted().toList())
                        .setFirstDate(live.firstDate().toString())
                        .setEveryWeeks(live.everyWeeks())
                        .setBufferWeeks(live.bufferWeeks())
                        .setAnchorZone(live.anchorZone());
        live.groups()
                .forEach(
                        group ->
                                message.addGroupsBuilder()
                                        .setKey(group.key())
                                        .setZone(group.zone())
                                        .setHeadCount(group.people()));
        live.items().forEach(item -> message.addItems(write(item)));
        return message.build();
    }

    private static Series.Item write(Item item) {
        var message =
                Series.Item.newBuilder()
                        .setKey(item.key())
                        .setTitle(item.title())
                        .setMinutes(item.minutes())
                        .setAttendance(Attendance.Value.valueOf(item.attendance().name()))
                        .addAllAgenda(item.content().agenda())
                        .addAllBuildsOn(item.content().buildsOn());
        item.content()
                .breaks()
                .forEach(
                        each ->
                                message.addBreaksBuilder()
                                        .setStartMinute(each.startMinute())
                                        .setMinutes(each.minutes()));
        return message.build();
    }
}
