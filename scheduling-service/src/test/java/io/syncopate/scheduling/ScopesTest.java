package io.syncopate.scheduling;

import static io.syncopate.testkit.scope.Whose.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.scheduling.v1.Cohort;
import io.syncopate.proto.scheduling.v1.CohortServiceGrpc;
import io.syncopate.proto.scheduling.v1.CreateCohortRequest;
import io.syncopate.proto.scheduling.v1.CreateParticipantRequest;
import io.syncopate.proto.scheduling.v1.DeleteCohortRequest;
import io.syncopate.proto.scheduling.v1.DeleteParticipantRequest;
import io.syncopate.proto.scheduling.v1.DeleteSeriesRequest;
import io.syncopate.proto.scheduling.v1.GetCohortRequest;
import io.syncopate.proto.scheduling.v1.GetParticipantRequest;
import io.syncopate.proto.scheduling.v1.GetSeriesRequest;
import io.syncopate.proto.scheduling.v1.GetSessionRequest;
import io.syncopate.proto.scheduling.v1.ListCohortsRequest;
import io.syncopate.proto.scheduling.v1.ListParticipantsRequest;
import io.syncopate.proto.scheduling.v1.ListSeriesRequest;
import io.syncopate.proto.scheduling.v1.ListSessionsRequest;
import io.syncopate.proto.scheduling.v1.Participant;
import io.syncopate.proto.scheduling.v1.PreviewSeriesRequest;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.proto.scheduling.v1.UpdateCohortRequest;
import io.syncopate.testkit.scope.ScopesContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every method of the service, by a right over one's own, one's team's and the tenant's things. */
class ScopesTest extends ScopesContract<ScopesTest.Things> {

    @SuppressWarnings("NullAway.Init")
    private SchedulingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SchedulingServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected List<ServiceDescriptor> services() {
        return List.of(
                CohortServiceGrpc.getServiceDescriptor(), SeriesServiceGrpc.getServiceDescriptor());
    }

    @Override
    protected Set<String> aboutNothingOfAnybodys() {
        return Set.of("CreateCohort");
    }

    @Override
    protected Map<String, Listing<Things>> listings() {
        return Map.of(
                "ListCohorts",
                new Listing<>(
                        by ->
                                server
                                        .cohorts(by)
                                        .listCohorts(ListCohortsRequest.getDefaultInstance())
                                        .getCohortsList()
                                        .stream()
                                        .map(Cohort::getName)
                                        .toList(),
                        of -> List.of(of.cohort(), of.emptyCohort())),
                "ListSeries",
                new Listing<>(
                        by ->
                                server
                                        .series(by)
                                        .listSeries(ListSeriesRequest.getDefaultInstance())
                                        .getSeriesList()
                                        .stream()
                                        .map(Series::getName)
                                        .toList(),
                        of -> List.of(of.series())));
    }

    @Test
    void saysWhoseItIsAndSharesItWithTeamsOfTheCreator() {
        Caller mia = member("mia", Scope.OWN, "ops", "design");
        Cohort all = cohort(mia);
        assertThat(all.getOwner()).isEqualTo("people/mia");
        assertThat(all.getTeamsList()).containsExactly("design", "ops");

        Cohort one = cohort(mia, "design");
        assertThat(one.getTeamsList()).containsExactly("design");
        Refusal refusal = Refusal.of(() -> cohort(mia, "sales"));
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(cohort(member("mia", Scope.TENANT, "ops"), "sales").getTeamsList())
                .containsExactly("sales");
    }

    @Override
    protected Map<String, BiConsumer<Caller, Things>> calls() {
        var calls = new LinkedHashMap<String, BiConsumer<Caller, Things>>();
        calls.put(
                "GetCohort",
                (by, of) ->
                        server.cohorts(by)
                                .getCohort(
                                        GetCohortRequest.newBuilder()
                                                .setName(of.cohort())
                                                .build()));
        calls.put(
                "UpdateCohort",
                (by, of) ->
                        server.cohorts(by)
                                .updateCohort(
                                        UpdateCohortRequest.newBuilder()
                                                .setCohort(
                                                        Cohort.newBuilder()
                                                                .setName(of.cohort())
                                                                .setDisplayName("New"))
                                                .build()));
        calls.put(
                "DeleteCohort",
                (by, of) ->
                        server.cohorts(by)
                                .deleteCohort(
                                        DeleteCohortRequest.newBuilder()
                                                .setName(of.emptyCohort())
                                                .build()));
        calls.put(
                "CreateParticipant",
                (by, of) -> {
                    var _ = participant(by, of.cohort(), "new");
                });
        calls.put(
                "GetParticipant",
                (by, of) ->
                        server.cohorts(by)
                                .getParticipant(
                                        GetParticipantRequest.newBuilder()
                                                .setName(of.participant())
                                                .build()));
        calls.put(
                "ListParticipants",
                (by, of) ->
                        server.cohorts(by)
                                .listParticipants(
                                        ListParticipantsRequest.newBuilder()
                                                .setParent(of.cohort())
                                                .build()));
        calls.put(
                "DeleteParticipant",
                (by, of) ->
                        server.cohorts(by)
                                .deleteParticipant(
                                        DeleteParticipantRequest.newBuilder()
                                                .setName(of.participant())
                                                .build()));
        calls.put(
                "CreateSeries",
                (by, of) -> {
                    var _ =
                            server.series(by)
                                    .createSeries(
                                            SeriesContractFixture.create(planned(of.cohort()), ""));
                });
        calls.put(
                "PreviewSeries",
                (by, of) ->
                        server.series(by)
                                .previewSeries(
                                        PreviewSeriesRequest.newBuilder()
                                                .setSeries(planned(of.cohort()))
                                                .build()));
        calls.put(
                "GetSeries",
                (by, of) ->
                        server.series(by)
                                .getSeries(
                                        GetSeriesRequest.newBuilder()
                                                .setName(of.series())
                                                .build()));
        calls.put(
                "PublishSeries",
                (by, of) ->
                        server.series(by)
                                .publishSeries(
                                        PublishSeriesRequest.newBuilder()
                                                .setName(of.series())
                                                .build()));
        calls.put(
                "DeleteSeries",
                (by, of) ->
                        server.series(by)
                                .deleteSeries(
                                        DeleteSeriesRequest.newBuilder()
                                                .setName(of.series())
                                                .build()));
        calls.put(
                "GetSession",
                (by, of) ->
                        server.series(by)
                                .getSession(
                                        GetSessionRequest.newBuilder()
                                                .setName(of.series() + "/sessions/week-1")
                                                .build()));
        calls.put(
                "ListSessions",
                (by, of) ->
                        server.series(by)
                                .listSessions(
                                        ListSessionsRequest.newBuilder()
                                                .setParent(of.series())
                                                .build()));
        return calls;
    }

    record Things(String cohort, String emptyCohort, String participant, String series) {}

    @Override
    protected Things made(Caller owner) {
        String cohort = cohort(owner).getName();
        Series series =
                server.series(owner)
                        .createSeries(SeriesContractFixture.create(planned(cohort, owner), ""));
        return new Things(
                cohort,
                cohort(owner).getName(),
                server.cohorts(owner)
                        .listParticipants(
                                ListParticipantsRequest.newBuilder().setParent(cohort).build())
                        .getParticipants(0)
                        .getName(),
                series.getName());
    }

    private Series.Builder planned(String cohort, Caller owner) {
        assertThat(participant(owner, cohort, "learner").getName()).startsWith(cohort);
        return planned(cohort);
    }

    private static Series.Builder planned(String cohort) {
        return SeriesContractFixture.weekly("2026-03-09", 1).setCohort(cohort);
    }

    private Participant participant(Caller by, String cohort, String person) {
        return server.cohorts(by)
                .createParticipant(
                        CreateParticipantRequest.newBuilder()
                                .setParent(cohort)
                                .setParticipant(
                                        Participant.newBuilder()
                                                .setPerson("people/" + person)
                                                .setZone("Europe/Berlin"))
                                .build());
    }

    private Cohort cohort(Caller by, String... teams) {
        return server.cohorts(by)
                .createCohort(
                        CreateCohortRequest.newBuilder()
                                .setCohort(
                                        Cohort.newBuilder()
                                                .setDisplayName("Spring")
                                                .addAllTeams(List.of(teams)))
                                .build());
    }
}
