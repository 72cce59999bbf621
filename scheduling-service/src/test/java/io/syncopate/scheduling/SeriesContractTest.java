package io.syncopate.scheduling;

import static io.syncopate.scheduling.SeriesContractFixture.create;
import static io.syncopate.scheduling.SeriesContractFixture.preview;
import static io.syncopate.scheduling.SeriesContractFixture.weekly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Timestamp;

import io.grpc.Status;
import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.DeleteSeriesRequest;
import io.syncopate.proto.scheduling.v1.Fairness.GroupBurden;
import io.syncopate.proto.scheduling.v1.GetSeriesRequest;
import io.syncopate.proto.scheduling.v1.GetSessionRequest;
import io.syncopate.proto.scheduling.v1.ListSeriesRequest;
import io.syncopate.proto.scheduling.v1.ListSessionsRequest;
import io.syncopate.proto.scheduling.v1.PreviewSeriesResponse;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.SchedulingError;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.Series.Notice;
import io.syncopate.proto.scheduling.v1.Session;
import io.syncopate.proto.scheduling.v1.Session.GroupTime;
import io.syncopate.testkit.Rule;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

class SeriesContractTest {

    private final SchedulingServer server;

    SeriesContractTest() throws Exception {
        server = new SchedulingServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule("L-078")
    void rotatesSoThatNoRegionCarriesWhatAFixedTimeWouldPutOnIt() {
        PreviewSeriesResponse plan =
                server.series()
                        .previewSeries(
                                preview(
                                        weekly(
                                                "2026-01-07",
                                                12,
                                                "America/Los_Angeles",
                                                "Asia/Kolkata")));

        var fairness = plan.getSeries().getFairness();
        long least =
                fairness.getGroupsList().stream()
                        .mapToLong(GroupBurden::getMillipoints)
                        .min()
                        .orElseThrow();
        assertThat(fairness.getWorstMillipoints())
                .isLessThan(fairness.getBestFixedTimeWorstMillipoints());
        assertThat(fairness.getWorstMillipoints() - least).isLessThanOrEqualTo(4_000);
        assertThat(fairness.getWorstProven()).isTrue();
        assertThat(fairness.getBoundMillipoints()).isEqualTo(fairness.getWorstMillipoints());
        assertThat(fairness.getLevelsList()).allMatch(level -> level.getProven());
        assertThat(fairness.getTotalMillipoints())
                .isEqualTo(
                        fairness.getGroupsList().stream()
                                .mapToLong(g -> g.getHeadCount() * g.getMillipoints())
                                .sum());
        for (GroupBurden group : fairness.getGroupsList()) {
            assertThat(
                            plan.getSessionsList().stream()
                                    .flatMap(session -> session.getGroupsList().stream())
                                    .filter(time -> time.getGroup().equals(group.getGroup()))
                                    .mapToLong(GroupTime::getMillipoints)
                                    .sum())
                    .isEqualTo(group.getMillipoints());
        }
    }

    @Test
    @Rule("L-082")
    void saysThatThereIsNoFairSlotAndWhatToDoInstead() {
        PreviewSeriesResponse plan =
                server.series()
                        .previewSeries(
                                preview(
                                        weekly(
                                                "2026-01-07",
                                                3,
                                                "America/Los_Angeles",
                                                "America/New_York",
                                                "Europe/London",
                                                "Asia/Kolkata",
                                                "Pacific/Auckland")));

        List<Notice> notices =
                plan.getSeries().getNoticesList().stream()
                        .filter(notice -> notice.getKind() == Notice.Kind.NO_FAIR_SLOT)
                        .toList();
        assertThat(notices)
                .extracting(Notice::getItem)
                .containsExactly("week-1", "week-2", "week-3");
        assertThat(notices).allMatch(notice -> notice.getText().contains("self-paced"));
    }

    @Test
    @Rule("L-088")
    void flagsAMandatorySessionAtAnHourThatIsOffLimits() {
        Series.Builder saturday = weekly("2026-01-10", 1, "Europe/Paris");

        Series mandatory = server.series().previewSeries(preview(saturday)).getSeries();
        saturday.getItemsBuilder(0).setAttendance(Attendance.Value.RECOMMENDED);
        PreviewSeriesResponse recommended = server.series().previewSeries(preview(saturday));

        assertThat(mandatory.getNotices(0).getText()).contains("Attendance is mandatory");
        assertThat(mandatory.getFairness().getGroups(0).getOffLimitSessions()).isEqualTo(1);
        assertThat(recommended.getSeries().getNotices(0).getText()).doesNotContain("mandatory");
        assertThat(recommended.getSessions(0).getAttendance())
                .isEqualTo(Attendance.Value.RECOMMENDED);
    }

    @Test
    @Rule("L-088")
    void attendanceIsStatedPerSession() {
        Series.Builder series = weekly("2026-03-03", 3, "Europe/Paris");
        List<Attendance.Value> stated =
                List.of(
                        Attendance.Value.MANDATORY,
                        Attendance.Value.RECOMMENDED,
                        Attendance.Value.OPTIONAL);
        for (int i = 0; i < stated.size(); i++) {
            series.getItemsBuilder(i).setAttendance(stated.get(i));
        }
        Series created = server.series().createSeries(create(series, "stated"));
        assertThat(sessions(created.getName()))
                .extracting(Session::getAttendance)
                .containsExactlyElementsOf(stated);

        series.getItemsBuilder(1).clearAttendance();
        Refusal refusal =
                Refusal.of(() -> server.series().createSeries(create(series, "unstated")));
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsExactly("series.items[1].attendance");
        refuses(series, "INVALID_REQUEST", "series.items[1].attendance", "");
    }

    @Test
    @Rule("L-084")
    void tellsEachGroupItsOwnLocalTimeAcrossClockChanges() {
        for (String first : List.of("2026-03-03", "2026-10-20")) {
            PreviewSeriesResponse plan =
                    server.series()
                            .previewSeries(
                                    preview(
                                            weekly(
                                                    first,
                                                    5,
                                                    "America/New_York",
                                                    "Europe/Paris",
                                                    "Asia/Kathmandu")));

            assertThat(plan.getSessionsList()).hasSize(5);
            for (Session session : plan.getSessionsList()) {
                for (GroupTime time : session.getGroupsList()) {
                    ZonedDateTime expected =
                            instant(session.getStartTime()).atZone(ZoneId.of(time.getZone()));
                    assertThat(LocalDateTime.parse(time.getLocalStart()))
                            .isEqualTo(expected.toLocalDateTime());
                    assertThat(time.getOffsetSeconds())
                            .isEqualTo(expected.getOffset().getTotalSeconds());
                    assertThat(time.getOffLimits()).isFalse();
                }
                assertThat(session.getTzDatabaseVersion()).matches("20[0-9]{2}[a-z]");
            }
        }
    }

    @Test
    @Rule("L-084")
    void foretellsWhoseLocalTimeMovesAndWhen() {
        Series series =
                server.series()
                        .previewSeries(
                                preview(
                                        weekly(
                                                "2026-03-03",
                                                5,
                                                "America/New_York",
                                                "Europe/Paris")))
                        .getSeries();

        // From 8 to 28 March New York is 5 hours behind Paris, not 6.
        assertThat(series.getNoticesList())
                .extracting(Notice::getKind, Notice::getItem, Notice::getGroup)
                .containsExactly(
                        tuple(Notice.Kind.LOCAL_TIME_MOVES, "week-2", "europe-paris"),
                        tuple(Notice.Kind.LOCAL_TIME_MOVES, "week-5", "europe-paris"));
        assertThat(series.getNotices(0).getText()).contains("60 minutes earlier");
        assertThat(series.getNotices(1).getText()).contains("60 minutes later");
    }

    @ParameterizedTest
    @CsvSource({
        // cadence, first date, sessions, weeks apart, minutes
        "two hours every two weeks, 2026-02-24, 4, 2, 120",
        "two hours every two weeks, 2026-10-13, 4, 2, 120",
        "a weekly lab,              2026-03-03, 6, 1,  90",
        "a weekly lab,              2026-10-20, 6, 1,  90",
        "a semester,                2026-02-03, 15, 1, 60",
        "a semester,                2026-09-01, 15, 1, 60"
    })
    @Rule("L-085")
    void theCadencesThatTheGuideNamesKeepTheRightLocalTimesAcrossClockChanges(
            String cadence, LocalDate first, int sessions, int weeks, int minutes) {
        Series.Builder series =
                weekly(first.toString(), sessions, "America/New_York", "Europe/Paris");
        series.setEveryWeeks(weeks);
        series.getItemsBuilderList().forEach(item -> item.setMinutes(minutes));

        List<Session> planned = server.series().previewSeries(preview(series)).getSessionsList();

        assertThat(planned).as(cadence).hasSize(sessions);
        LocalTime newYorksTime =
                LocalDateTime.parse(planned.getFirst().getAnchorLocalStart()).toLocalTime();
        for (int i = 0; i < sessions; i++) {
            Session session = planned.get(i);
            LocalDateTime newYork = first.plusWeeks((long) i * weeks).atTime(newYorksTime);
            assertThat(session.getAnchorLocalStart()).isEqualTo(newYork.toString());
            assertThat(session.getGroupsList())
                    .extracting(GroupTime::getZone, GroupTime::getLocalStart)
                    .containsExactly(
                            tuple("America/New_York", newYork.toString()),
                            tuple(
                                    "Europe/Paris",
                                    newYork.plusHours(hoursParisIsAhead(newYork.toLocalDate()))
                                            .toString()));
            assertThat(instant(session.getStartTime()))
                    .isEqualTo(
                            newYork.toInstant(
                                    ZoneOffset.ofHours(
                                            isSummerInNewYork(newYork.toLocalDate()) ? -4 : -5)));
            assertThat(instant(session.getEndTime()))
                    .isEqualTo(instant(session.getStartTime()).plus(Duration.ofMinutes(minutes)));
        }
    }

    /** In 2026 New York's clocks change on 8 March and 1 November. */
    private static boolean isSummerInNewYork(LocalDate day) {
        return !day.isBefore(LocalDate.parse("2026-03-08"))
                && day.isBefore(LocalDate.parse("2026-11-01"));
    }

    /** In 2026 those of Paris change on 29 March and 25 October. */
    private static int hoursParisIsAhead(LocalDate day) {
        boolean summerInParis =
                !day.isBefore(LocalDate.parse("2026-03-29"))
                        && day.isBefore(LocalDate.parse("2026-10-25"));
        return summerInParis == isSummerInNewYork(day) ? 6 : 5;
    }

    @Test
    void storesWhatItPreviewed() {
        Series.Builder wanted = weekly("2026-03-03", 5, "America/New_York", "Asia/Tokyo");
        PreviewSeriesResponse preview = server.series().previewSeries(preview(wanted));

        Series created =
                server.series().createSeries(create(wanted.setSourceProgram("programs/p1"), "r1"));

        assertThat(created.getState()).isEqualTo(Series.State.PLANNED);
        assertThat(created.getSourceProgram()).isEqualTo("programs/p1");
        assertThat(created.getFairness()).isEqualTo(preview.getSeries().getFairness());
        assertThat(created.getGroups(0).getWorkingHours().getWindowsList()).hasSize(5);
        List<Session> sessions = sessions(created.getName());
        assertThat(sessions)
                .extracting(Session::getStartTime)
                .isEqualTo(preview.getSessionsList().stream().map(Session::getStartTime).toList());
        assertThat(sessions.getFirst().getName()).isEqualTo(created.getName() + "/sessions/week-1");
        assertThat(
                        server.series()
                                .getSession(
                                        GetSessionRequest.newBuilder()
                                                .setName(sessions.getFirst().getName())
                                                .build()))
                .isEqualTo(sessions.getFirst());
    }

    @Test
    void answersARepeatAndRefusesAnotherRequestUnderItsId() {
        Series.Builder wanted = weekly("2026-03-03", 2, "America/New_York");
        Series created = server.series().createSeries(create(wanted, "r1"));

        assertThat(server.series().createSeries(create(wanted, "r1"))).isEqualTo(created);
        assertThat(list()).containsExactly(created);
        Series.Builder other = weekly("2026-03-10", 2, "America/New_York");
        assertThat(Refusal.of(() -> server.series().createSeries(create(other, "r1"))).reason())
                .isEqualTo("REQUEST_ID_REUSED");
    }

    @Test
    void publishesOnceAndKeepsWhatIsPublished() {
        Series created =
                server.series().createSeries(create(weekly("2026-03-03", 2, "Europe/Paris"), "r1"));
        PublishSeriesRequest publish =
                PublishSeriesRequest.newBuilder()
                        .setName(created.getName())
                        .setEtag(created.getEtag())
                        .setRequestId("r2")
                        .build();

        Series published = server.series().publishSeries(publish);

        assertThat(published.getState()).isEqualTo(Series.State.PUBLISHED);
        assertThat(instant(published.getPublishTime())).isEqualTo(server.clock.instant());
        assertThat(server.series().publishSeries(publish)).isEqualTo(published);
        Refusal again =
                Refusal.of(
                        () ->
                                server.series()
                                        .publishSeries(
                                                publish.toBuilder()
                                                        .setRequestId("r3")
                                                        .setEtag("")
                                                        .build()));
        assertThat(again.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(again.reason()).isEqualTo(SchedulingError.Reason.SERIES_PUBLISHED.name());
        assertThat(Refusal.of(() -> delete(created.getName(), "")).reason())
                .isEqualTo(SchedulingError.Reason.SERIES_PUBLISHED.name());
    }

    @Test
    void deletesAPlannedSeriesWithItsSessions() {
        Series created =
                server.series().createSeries(create(weekly("2026-03-03", 2, "Europe/Paris"), "r1"));

        assertThat(Refusal.of(() -> delete(created.getName(), "v99")).code())
                .isEqualTo(Status.Code.ABORTED);
        delete(created.getName(), created.getEtag());

        assertThat(list()).isEmpty();
        assertThat(Refusal.of(() -> sessions(created.getName())).code())
                .isEqualTo(Status.Code.NOT_FOUND);
    }

    @Test
    void doesNotShowAnotherTenantsSeries() {
        Series created =
                server.series().createSeries(create(weekly("2026-03-03", 2, "Europe/Paris"), "r1"));
        var stranger = server.series(Callers.of(Callers.OTHER, "eve"));

        assertThat(
                        Refusal.of(
                                        () ->
                                                stranger.getSeries(
                                                        GetSeriesRequest.newBuilder()
                                                                .setName(created.getName())
                                                                .build()))
                                .code())
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(
                        Refusal.of(
                                        () ->
                                                stranger.publishSeries(
                                                        PublishSeriesRequest.newBuilder()
                                                                .setName(created.getName())
                                                                .build()))
                                .code())
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(stranger.listSeries(ListSeriesRequest.getDefaultInstance()).getSeriesList())
                .isEmpty();
    }

    @Test
    void namesTheFieldAndTheValueOfWhatItRefuses() {
        refuses(
                weekly("2026-03-03", 1, "Europe/Atlantis"),
                SchedulingError.Reason.UNKNOWN_TIME_ZONE.name(),
                "series.groups[0].zone",
                "Europe/Atlantis");
        refuses(
                weekly("2026-03-03", 1, "Europe/Paris").setAnchorZone("Mars/Base"),
                SchedulingError.Reason.UNKNOWN_TIME_ZONE.name(),
                "series.anchor_zone",
                "Mars/Base");
        refuses(
                weekly("2026-02-30", 1, "Europe/Paris"),
                "INVALID_REQUEST",
                "series.first_date",
                "2026-02-30");
        refuses(
                weekly("2011-12-30", 1, "Europe/Paris").setAnchorZone("Pacific/Apia"),
                "INVALID_REQUEST",
                "first_date",
                "2011-12-30: expected a date that Pacific/Apia has");
        Series.Builder negative = weekly("2026-03-03", 1, "Europe/Paris");
        negative.getGroupsBuilder(0).setHeadCount(-1);
        refuses(negative, "INVALID_REQUEST", "series.groups[0].head_count", "");
        Series.Builder backwards = weekly("2026-03-03", 1, "Europe/Paris");
        backwards.getBurdenProfileBuilder().setAggregationValue(1);
        backwards.getBurdenProfileBuilder().addBeforeBuilder().setMinutesOutside(60);
        backwards.getBurdenProfileBuilder().addAfterBuilder().setMinutesOutside(60);
        backwards.getBurdenProfileBuilder().addAfterBuilder().setMinutesOutside(30);
        refuses(
                backwards,
                "INVALID_REQUEST",
                "series.burden_profile.after.minutes_outside",
                "30: expected 60 or more");
    }

    private void refuses(Series.Builder series, String reason, String field, String text) {
        Refusal refusal = Refusal.of(() -> server.series().previewSeries(preview(series)));
        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.fields()).contains(field);
        assertThat(refusal.text()).contains(text);
    }

    private List<Series> list() {
        return server.series().listSeries(ListSeriesRequest.getDefaultInstance()).getSeriesList();
    }

    private List<Session> sessions(String series) {
        return server.series()
                .listSessions(ListSessionsRequest.newBuilder().setParent(series).build())
                .getSessionsList();
    }

    private void delete(String name, String etag) {
        var unused =
                server.series()
                        .deleteSeries(
                                DeleteSeriesRequest.newBuilder()
                                        .setName(name)
                                        .setEtag(etag)
                                        .build());
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
