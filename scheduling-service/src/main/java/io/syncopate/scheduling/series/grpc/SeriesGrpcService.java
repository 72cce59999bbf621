package io.syncopate.scheduling.series.grpc;

import com.google.protobuf.Empty;

import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.scheduling.v1.CreateSeriesRequest;
import io.syncopate.proto.scheduling.v1.DeleteSeriesRequest;
import io.syncopate.proto.scheduling.v1.GetSeriesRequest;
import io.syncopate.proto.scheduling.v1.GetSessionRequest;
import io.syncopate.proto.scheduling.v1.ListSeriesRequest;
import io.syncopate.proto.scheduling.v1.ListSeriesResponse;
import io.syncopate.proto.scheduling.v1.ListSessionsRequest;
import io.syncopate.proto.scheduling.v1.ListSessionsResponse;
import io.syncopate.proto.scheduling.v1.PreviewSeriesRequest;
import io.syncopate.proto.scheduling.v1.PreviewSeriesResponse;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.proto.scheduling.v1.Session;
import io.syncopate.scheduling.series.AllSeries;
import io.syncopate.scheduling.series.CreateSeries;
import io.syncopate.scheduling.series.DiscardSeries;
import io.syncopate.scheduling.series.PlanSeries;
import io.syncopate.scheduling.series.PublishSeries;
import io.syncopate.scheduling.series.Sessions;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Service;

@Service
class SeriesGrpcService extends SeriesServiceGrpc.SeriesServiceImplBase {

    private static final String READ_COHORTS = "scheduling.cohorts.read";

    private final AllSeries allSeries;
    private final Sessions sessions;
    private final PlanSeries planSeries;
    private final CreateSeries createSeries;
    private final PublishSeries publishSeries;
    private final DiscardSeries discardSeries;

    SeriesGrpcService(
            AllSeries allSeries,
            Sessions sessions,
            PlanSeries planSeries,
            CreateSeries createSeries,
            PublishSeries publishSeries,
            DiscardSeries discardSeries) {
        this.allSeries = allSeries;
        this.sessions = sessions;
        this.planSeries = planSeries;
        this.createSeries = createSeries;
        this.publishSeries = publishSeries;
        this.discardSeries = discardSeries;
    }

    @Override
    public void createSeries(CreateSeriesRequest request, StreamObserver<Series> answer) {
        Command by = CallContext.command();
        send(
                SeriesMessages.stored(
                        createSeries.create(
                                by,
                                by.reach()
                                        .sharing(
                                                by.by(),
                                                request.getSeries().getTeamsList(),
                                                "series.teams"),
                                cohorts(),
                                Requests.outline(request.getSeries()))),
                answer);
    }

    @Override
    public void getSeries(GetSeriesRequest request, StreamObserver<Series> answer) {
        send(
                SeriesMessages.stored(
                        allSeries.getVisible(
                                CallContext.reach(), Requests.last(request.getName()))),
                answer);
    }

    @Override
    public void listSeries(ListSeriesRequest request, StreamObserver<ListSeriesResponse> answer) {
        Page<Versioned<io.syncopate.scheduling.series.Series>> page =
                allSeries.visible(
                        CallContext.reach(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                ListSeriesResponse.newBuilder()
                        .addAllSeries(page.items().stream().map(SeriesMessages::stored).toList())
                        .setNextPageToken(page.nextToken())
                        .build(),
                answer);
    }

    @Override
    public void previewSeries(
            PreviewSeriesRequest request, StreamObserver<PreviewSeriesResponse> answer) {
        io.syncopate.scheduling.series.Series planned =
                planSeries.plan(cohorts(), Requests.outline(request.getSeries()));
        send(
                PreviewSeriesResponse.newBuilder()
                        .setSeries(SeriesMessages.preview(planned))
                        .addAllSessions(
                                planned.sessions("").stream()
                                        .map(SessionMessages::preview)
                                        .toList())
                        .build(),
                answer);
    }

    @Override
    public void publishSeries(PublishSeriesRequest request, StreamObserver<Series> answer) {
        send(
                SeriesMessages.stored(
                        publishSeries.publish(
                                CallContext.command(),
                                Requests.last(request.getName()),
                                request.getEtag())),
                answer);
    }

    @Override
    public void deleteSeries(DeleteSeriesRequest request, StreamObserver<Empty> answer) {
        discardSeries.discard(
                CallContext.command(), Requests.last(request.getName()), request.getEtag());
        send(Empty.getDefaultInstance(), answer);
    }

    @Override
    public void getSession(GetSessionRequest request, StreamObserver<Session> answer) {
        String[] name = request.getName().split("/", -1);
        allSeries.getVisible(CallContext.reach(), name[1]);
        send(
                SessionMessages.stored(
                        sessions.get(
                                tenant(),
                                io.syncopate.scheduling.series.Session.key(name[1], name[3]))),
                answer);
    }

    @Override
    public void listSessions(
            ListSessionsRequest request, StreamObserver<ListSessionsResponse> answer) {
        String series = Requests.last(request.getParent());
        allSeries.getVisible(CallContext.reach(), series);
        Page<Versioned<io.syncopate.scheduling.series.Session>> page =
                sessions.of(
                        tenant(),
                        series,
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                ListSessionsResponse.newBuilder()
                        .addAllSessions(page.items().stream().map(SessionMessages::stored).toList())
                        .setNextPageToken(page.nextToken())
                        .build(),
                answer);
    }

    /** A series is planned for a cohort by who may read it. */
    private static Reach cohorts() {
        return Reach.of(CallContext.caller(), READ_COHORTS);
    }

    private static TenantId tenant() {
        return CallContext.caller().tenant();
    }

    private static <T> void send(T message, StreamObserver<T> answer) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
