package io.syncopate.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.grpc.Status;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Grant;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Uid;
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
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Every method of the service, by a right over one's own, one's team's and the tenant's things. */
class ScopesTest {

    private static final Caller MIA = member("mia", Scope.TENANT, "ops");
    private static final Caller MATE = member("mate", Scope.TENANT, "ops");
    private static final Caller EVE = member("eve", Scope.TENANT, "sales");

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

    /** Whose the things are that mia asks for, and which right shows them to her. */
    enum Whose {
        MINE(MIA, Set.of(Scope.OWN, Scope.TEAM, Scope.TENANT)),
        MY_TEAMS(MATE, Set.of(Scope.TEAM, Scope.TENANT)),
        OTHERS(EVE, Set.of(Scope.TENANT));

        private final Caller owner;
        private final Set<Scope> seenBy;

        Whose(Caller owner, Set<Scope> seenBy) {
            this.owner = owner;
            this.seenBy = seenBy;
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAndChangesWhatTheRightReaches(Whose whose) {
        for (Scope scope : Scope.values()) {
            Caller mia = member("mia", scope, "ops");
            calls().forEach(
                            (method, call) -> {
                                Things things = made(whose.owner);
                                if (whose.seenBy.contains(scope)) {
                                    assertThatCode(() -> call.accept(mia, things))
                                            .as("%s of %s by %s", method, whose, scope)
                                            .doesNotThrowAnyException();
                                } else {
                                    assertThat(Refusal.of(() -> call.accept(mia, things)).code())
                                            .as("%s of %s by %s", method, whose, scope)
                                            .isEqualTo(Status.Code.NOT_FOUND);
                                }
                            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsWhatTheRightReaches(Scope scope) {
        Map<String, Whose> cohorts = new LinkedHashMap<>();
        Map<String, Whose> series = new LinkedHashMap<>();
        for (Whose whose : Whose.values()) {
            Things things = made(whose.owner);
            cohorts.put(things.cohort(), whose);
            cohorts.put(things.emptyCohort(), whose);
            series.put(things.series(), whose);
        }
        Caller mia = member("mia", scope, "ops");

        assertThat(
                        server
                                .cohorts(mia)
                                .listCohorts(ListCohortsRequest.getDefaultInstance())
                                .getCohortsList()
                                .stream()
                                .map(cohort -> cohorts.get(cohort.getName()))
                                .distinct())
                .containsExactlyInAnyOrderElementsOf(seen(scope));
        assertThat(
                        server.series(mia)
                                .listSeries(ListSeriesRequest.getDefaultInstance())
                                .getSeriesList())
                .extracting(each -> series.get(each.getName()))
                .containsExactlyInAnyOrderElementsOf(seen(scope));
    }

    @Test
    void everyMethodIsTried() {
        var tried = new TreeSet<>(calls().keySet());
        tried.addAll(Set.of("ListCohorts", "ListSeries", "CreateCohort"));
        assertThat(
                        Stream.of(
                                        CohortServiceGrpc.getServiceDescriptor(),
                                        SeriesServiceGrpc.getServiceDescriptor())
                                .flatMap(service -> service.getMethods().stream())
                                .map(method -> method.getBareMethodName()))
                .containsExactlyInAnyOrderElementsOf(tried);
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

    /** Each call is made on things of their own. */
    private Map<String, BiConsumer<Caller, Things>> calls() {
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

    private record Things(String cohort, String emptyCohort, String participant, String series) {}

    private Things made(Caller owner) {
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

    private static List<Whose> seen(Scope scope) {
        return Stream.of(Whose.values()).filter(whose -> whose.seenBy.contains(scope)).toList();
    }

    private static Caller member(String uid, Scope scope, String... teams) {
        return new Caller(
                Callers.ACME,
                new Uid(uid),
                Set.of(teams),
                Set.of(new Grant("*", scope)),
                Optional.empty());
    }
}
