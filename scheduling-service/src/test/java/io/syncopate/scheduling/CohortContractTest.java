package io.syncopate.scheduling;

import static io.syncopate.scheduling.SeriesContractFixture.create;
import static io.syncopate.scheduling.SeriesContractFixture.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.FieldMask;

import io.grpc.Status;
import io.syncopate.proto.scheduling.v1.Cohort;
import io.syncopate.proto.scheduling.v1.CreateCohortRequest;
import io.syncopate.proto.scheduling.v1.CreateParticipantRequest;
import io.syncopate.proto.scheduling.v1.DeleteCohortRequest;
import io.syncopate.proto.scheduling.v1.DeleteParticipantRequest;
import io.syncopate.proto.scheduling.v1.GetCohortRequest;
import io.syncopate.proto.scheduling.v1.GetParticipantRequest;
import io.syncopate.proto.scheduling.v1.ListCohortsRequest;
import io.syncopate.proto.scheduling.v1.ListParticipantsRequest;
import io.syncopate.proto.scheduling.v1.Participant;
import io.syncopate.proto.scheduling.v1.SchedulingError;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.UpdateCohortRequest;
import io.syncopate.proto.scheduling.v1.Weekday;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CohortContractTest {

    private final SchedulingServer server;

    CohortContractTest() throws Exception {
        server = new SchedulingServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Cohort cohort() {
        return server.cohorts()
                .createCohort(
                        CreateCohortRequest.newBuilder()
                                .setCohort(Cohort.newBuilder().setDisplayName("Spring"))
                                .setRequestId("c1")
                                .build());
    }

    private Participant enrol(Cohort cohort, String person, String zone) {
        return server.cohorts()
                .createParticipant(
                        CreateParticipantRequest.newBuilder()
                                .setParent(cohort.getName())
                                .setParticipant(
                                        Participant.newBuilder()
                                                .setPerson("people/" + person)
                                                .setZone(zone))
                                .build());
    }

    @Test
    void isPlannedForAsTheGroupsOfItsPeople() {
        Cohort cohort = cohort();
        enrol(cohort, "ann", "Europe/Paris");
        enrol(cohort, "bob", "Europe/Paris");
        enrol(cohort, "cho", "Asia/Seoul");

        Series series =
                server.series()
                        .createSeries(
                                create(weekly("2026-03-03", 2).setCohort(cohort.getName()), "r1"));

        assertThat(series.getCohort()).isEqualTo(cohort.getName());
        assertThat(series.getPlannedGroupsList())
                .extracting(Series.Group::getKey, Series.Group::getHeadCount)
                .containsExactly(tuple("asia-seoul", 1), tuple("europe-paris", 2));
    }

    @Test
    void refusesToBePlannedForWhenEmptyOrUnknown() {
        Cohort cohort = cohort();

        Refusal empty =
                Refusal.of(
                        () ->
                                server.series()
                                        .createSeries(
                                                create(
                                                        weekly("2026-03-03", 2)
                                                                .setCohort(cohort.getName()),
                                                        "r1")));
        assertThat(empty.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(empty.reason()).isEqualTo(SchedulingError.Reason.COHORT_EMPTY.name());
        assertThat(
                        Refusal.of(
                                        () ->
                                                server.series()
                                                        .createSeries(
                                                                create(
                                                                        weekly("2026-03-03", 2)
                                                                                .setCohort(
                                                                                        "cohorts/nowhere"),
                                                                        "r2")))
                                .code())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void changesWhatTheMaskNames() {
        Cohort cohort = cohort();
        Cohort sent =
                cohort.toBuilder().setDisplayName("Autumn").setDescription("Second run").build();

        Cohort described =
                server.cohorts()
                        .updateCohort(
                                UpdateCohortRequest.newBuilder()
                                        .setCohort(sent)
                                        .setUpdateMask(
                                                FieldMask.newBuilder().addPaths("description"))
                                        .build());

        assertThat(described.getDisplayName()).isEqualTo("Spring");
        assertThat(described.getDescription()).isEqualTo("Second run");
        assertThat(
                        Refusal.of(
                                        () ->
                                                server.cohorts()
                                                        .updateCohort(
                                                                UpdateCohortRequest.newBuilder()
                                                                        .setCohort(sent)
                                                                        .build()))
                                .code())
                .as("the etag is no longer current")
                .isEqualTo(Status.Code.ABORTED);
        assertThat(
                        server.cohorts()
                                .updateCohort(
                                        UpdateCohortRequest.newBuilder()
                                                .setCohort(sent.toBuilder().clearEtag())
                                                .build())
                                .getDisplayName())
                .isEqualTo("Autumn");
        Refusal blank =
                Refusal.of(
                        () ->
                                server.cohorts()
                                        .updateCohort(
                                                UpdateCohortRequest.newBuilder()
                                                        .setCohort(
                                                                Cohort.newBuilder()
                                                                        .setName(cohort.getName()))
                                                        .setUpdateMask(
                                                                FieldMask.newBuilder()
                                                                        .addPaths("display_name"))
                                                        .build()));
        assertThat(blank.fields()).containsExactly("cohort.display_name");
    }

    @Test
    void keepsParticipantsWithTheirZoneAndHours() {
        Cohort cohort = cohort();
        Participant.Builder sent =
                Participant.newBuilder().setPerson("people/ann").setZone("Asia/Kathmandu");
        sent.getWorkingHoursBuilder()
                .addWindowsBuilder()
                .setDay(Weekday.Value.SUNDAY)
                .setStartMinute(600)
                .setEndMinute(1020);

        Participant created =
                server.cohorts()
                        .createParticipant(
                                CreateParticipantRequest.newBuilder()
                                        .setParent(cohort.getName())
                                        .setParticipant(sent)
                                        .build());

        assertThat(created.getWorkingHours()).isEqualTo(sent.getWorkingHours());
        assertThat(created.getZone()).isEqualTo("Asia/Kathmandu");
        assertThat(
                        server.cohorts()
                                .getParticipant(
                                        GetParticipantRequest.newBuilder()
                                                .setName(created.getName())
                                                .build()))
                .isEqualTo(created);
        assertThat(
                        server.cohorts()
                                .listParticipants(
                                        ListParticipantsRequest.newBuilder()
                                                .setParent(cohort.getName())
                                                .build())
                                .getParticipantsList())
                .containsExactly(created);
    }

    @Test
    void refusesAPersonTwiceAnUnknownZoneAndAnUnknownCohort() {
        Cohort cohort = cohort();
        enrol(cohort, "ann", "Europe/Paris");

        Refusal twice = Refusal.of(() -> enrol(cohort, "ann", "Europe/Paris"));
        assertThat(twice.code()).isEqualTo(Status.Code.ALREADY_EXISTS);
        assertThat(twice.reason()).isEqualTo(SchedulingError.Reason.ALREADY_PARTICIPATES.name());
        Refusal nowhere = Refusal.of(() -> enrol(cohort, "bob", "Europe/Atlantis"));
        assertThat(nowhere.reason()).isEqualTo(SchedulingError.Reason.UNKNOWN_TIME_ZONE.name());
        assertThat(nowhere.fields()).containsExactly("participant.zone");
        Cohort unknown = cohort.toBuilder().setName("cohorts/nowhere").build();
        assertThat(Refusal.of(() -> enrol(unknown, "bob", "Europe/Paris")).code())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void goesOnlyWhenEverybodyHasLeft() {
        Cohort cohort = cohort();
        Participant ann = enrol(cohort, "ann", "Europe/Paris");
        DeleteCohortRequest delete =
                DeleteCohortRequest.newBuilder().setName(cohort.getName()).build();

        assertThat(Refusal.of(() -> server.cohorts().deleteCohort(delete)).reason())
                .isEqualTo(SchedulingError.Reason.COHORT_NOT_EMPTY.name());
        var left =
                server.cohorts()
                        .deleteParticipant(
                                DeleteParticipantRequest.newBuilder()
                                        .setName(ann.getName())
                                        .setEtag(ann.getEtag())
                                        .build());
        var gone = server.cohorts().deleteCohort(delete);

        assertThat(left).isEqualTo(gone);
        assertThat(server.cohorts().listCohorts(ListCohortsRequest.getDefaultInstance()))
                .extracting(page -> page.getCohortsCount())
                .isEqualTo(0);
    }

    @Test
    void isNotShownToAnotherTenant() {
        Cohort cohort = cohort();
        assertThat(
                        Refusal.of(
                                        () ->
                                                server.cohorts(Callers.of(Callers.OTHER, "eve"))
                                                        .getCohort(
                                                                GetCohortRequest.newBuilder()
                                                                        .setName(cohort.getName())
                                                                        .build()))
                                .code())
                .isEqualTo(Status.Code.NOT_FOUND);
    }
}
