package io.syncopate.scheduling;

import static io.syncopate.scheduling.SeriesContractFixture.create;
import static io.syncopate.scheduling.SeriesContractFixture.preview;
import static io.syncopate.scheduling.SeriesContractFixture.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.ListSessionsRequest;
import io.syncopate.proto.scheduling.v1.PreviewSeriesResponse;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.Session;
import io.syncopate.proto.scheduling.v1.SessionBreak;
import io.syncopate.testkit.Rule;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What happens in sessions, and the spare weeks behind them. */
class SessionContentTest {

    private final SchedulingServer server;

    SessionContentTest() throws Exception {
        server = new SchedulingServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Rule({"L-072", "L-086", "L-088"})
    void carriesWhatASessionTakesUpItsBreaksAndWhatItBuildsOn() {
        Series.Builder workshops = weekly("2026-01-07", 2, "Europe/Paris");
        workshops
                .getItemsBuilder(1)
                .setMinutes(120)
                .setAttendance(Attendance.Value.RECOMMENDED)
                .addAgenda("Hard examples in: Recorded lecture")
                .addAgenda("In 3 groups of at most 10.")
                .addBreaks(SessionBreak.newBuilder().setStartMinute(55).setMinutes(10))
                .addBuildsOn("Recorded lecture");

        Series stored = server.series().createSeries(create(workshops, "r1"));
        List<Session> sessions =
                server.series()
                        .listSessions(
                                ListSessionsRequest.newBuilder()
                                        .setParent(stored.getName())
                                        .build())
                        .getSessionsList();

        assertThat(stored.getItemsList()).isEqualTo(workshops.getItemsList());
        assertThat(sessions.get(0).getAgendaList()).isEmpty();
        assertThat(sessions.get(0).getBreaksList()).isEmpty();
        Session second = sessions.get(1);
        assertThat(second.getAgendaList())
                .containsExactly(
                        "Hard examples in: Recorded lecture", "In 3 groups of at most 10.");
        assertThat(second.getBreaksList())
                .containsExactly(
                        SessionBreak.newBuilder().setStartMinute(55).setMinutes(10).build());
        assertThat(second.getBuildsOnList()).containsExactly("Recorded lecture");
        assertThat(second.getAttendance()).isEqualTo(Attendance.Value.RECOMMENDED);
    }

    @ParameterizedTest
    @CsvSource({"45, 10, 50, 10, 50+10", "10, 10, 20, 10, 20+10", "10, 10, 51, 10, 51+10"})
    void refusesBreaksThatAreNotApartInOrderAndWithinTheSession(
            int start, int minutes, int nextStart, int nextMinutes, String refused) {
        Series.Builder series = weekly("2026-01-07", 1, "Europe/Paris");
        series.getItemsBuilder(0)
                .addBreaks(SessionBreak.newBuilder().setStartMinute(start).setMinutes(minutes))
                .addBreaks(
                        SessionBreak.newBuilder()
                                .setStartMinute(nextStart)
                                .setMinutes(nextMinutes));

        Refusal refusal = Refusal.of(() -> server.series().previewSeries(preview(series)));

        assertThat(refusal.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refusal.fields()).containsExactly("series.items[0].breaks");
        assertThat(refusal.text())
                .contains(refused)
                .contains("breaks in order, apart from each other, within 60 minutes");
    }

    @Test
    @Rule("L-089")
    void spareWeeksMoveTheEndAndNoSession() {
        Series.Builder plain = weekly("2026-01-07", 3, "Europe/Paris").setEveryWeeks(2);
        PreviewSeriesResponse without = server.series().previewSeries(preview(plain));
        PreviewSeriesResponse with =
                server.series().previewSeries(preview(plain.setBufferWeeks(2)));

        assertThat(without.getSeries().getEndDate()).isEqualTo("2026-02-04");
        assertThat(with.getSeries().getEndDate()).isEqualTo("2026-02-18");
        assertThat(with.getSeries().getBufferWeeks()).isEqualTo(2);
        assertThat(with.getSessionsList()).isEqualTo(without.getSessionsList());
    }
}
