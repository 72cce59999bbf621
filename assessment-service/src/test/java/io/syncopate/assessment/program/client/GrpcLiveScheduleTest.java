package io.syncopate.assessment.program.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.rpc.ErrorInfo;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.brief.Activity;
import io.syncopate.assessment.journey.Break;
import io.syncopate.assessment.program.LiveSchedule.Content;
import io.syncopate.assessment.program.LiveSchedule.Group;
import io.syncopate.assessment.program.LiveSchedule.Item;
import io.syncopate.assessment.program.LiveSchedule.LiveSeries;
import io.syncopate.assessment.program.StepFailedException;
import io.syncopate.assessment.program.StepRefusedException;
import io.syncopate.assessment.program.StepRefusedException.Why;
import io.syncopate.proto.scheduling.v1.Attendance;
import io.syncopate.proto.scheduling.v1.CreateSeriesRequest;
import io.syncopate.proto.scheduling.v1.DeleteSeriesRequest;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.proto.scheduling.v1.SessionBreak;
import io.syncopate.starter.client.BackendSettings;
import io.syncopate.starter.client.Backends;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

class GrpcLiveScheduleTest {

    private static final LiveSeries SERIES =
            new LiveSeries(
                    "Course",
                    "programs/p",
                    Set.of("ops"),
                    List.of(new Group("berlin", "Europe/Berlin", 3)),
                    LocalDate.of(2026, 3, 9),
                    2,
                    1,
                    "Europe/Berlin",
                    List.of(
                            new Item(
                                    "lab",
                                    "Lab",
                                    70,
                                    Activity.Attendance.OPTIONAL,
                                    new Content(
                                            List.of("Hard examples"),
                                            List.of(new Break(30, 10)),
                                            List.of("Recorded lecture")))));

    private final Scheduling scheduling = new Scheduling();
    private final Server server;
    private final Backends backends;
    private final GrpcLiveSchedule schedule;

    GrpcLiveScheduleTest() throws IOException {
        String name = InProcessServerBuilder.generateName();
        server =
                InProcessServerBuilder.forName(name)
                        .directExecutor()
                        .addService(scheduling)
                        .build()
                        .start();
        backends =
                new Backends(
                        Map.of(
                                "scheduling",
                                new BackendSettings(
                                        "in-process:" + name,
                                        Duration.ofSeconds(5),
                                        1,
                                        1,
                                        BackendSettings.MESSAGE_LIMIT)),
                        audience -> "token",
                        List.of());
        schedule = new GrpcLiveSchedule(backends);
    }

    @AfterEach
    void close() {
        backends.close();
        server.shutdownNow();
    }

    @Test
    void asksForWhatTheJourneyNeeds() {
        assertThat(schedule.plan(Callers.ann(), SERIES, "r1")).isEqualTo("series/s");

        assertThat(scheduling.asked.getRequestId()).isEqualTo("r1");
        Series series = scheduling.asked.getSeries();
        assertThat(series.getSourceProgram()).isEqualTo("programs/p");
        assertThat(series.getAnchorZone()).isEqualTo("Europe/Berlin");
        assertThat(series.getTeamsList()).containsExactly("ops");
        assertThat(series.getEveryWeeks()).isEqualTo(2);
        assertThat(series.getBufferWeeks()).isEqualTo(1);
        assertThat(series.getItemsList())
                .containsExactly(
                        Series.Item.newBuilder()
                                .setKey("lab")
                                .setTitle("Lab")
                                .setMinutes(70)
                                .setAttendance(Attendance.Value.OPTIONAL)
                                .addAgenda("Hard examples")
                                .addBreaks(
                                        SessionBreak.newBuilder().setStartMinute(30).setMinutes(10))
                                .addBuildsOn("Recorded lecture")
                                .build());
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {
                "UNAVAILABLE",
                "DEADLINE_EXCEEDED",
                "ABORTED",
                "RESOURCE_EXHAUSTED",
                "INTERNAL",
                "UNKNOWN",
                "CANCELLED",
                "UNIMPLEMENTED",
                "UNAUTHENTICATED",
                "DATA_LOSS"
            })
    void whatMayPassIsAskedAgain(Status.Code code) {
        scheduling.refusal = code.toStatus().asRuntimeException();
        assertThatExceptionOfType(StepFailedException.class)
                .isThrownBy(() -> schedule.plan(Callers.ann(), SERIES, "r1"))
                .withMessageContaining("scheduling");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, INVALID_REQUEST, NOT_ACCEPTED",
        "FAILED_PRECONDITION, COHORT_EMPTY, NOT_ACCEPTED",
        "OUT_OF_RANGE, '', NOT_ACCEPTED",
        "INVALID_ARGUMENT, REQUEST_ID_REUSED, INCONCLUSIVE",
        "PERMISSION_DENIED, PERMISSION_MISSING, INCONCLUSIVE",
        "ALREADY_EXISTS, RESOURCE_ALREADY_EXISTS, INCONCLUSIVE",
        "NOT_FOUND, RESOURCE_NOT_FOUND, GONE",
        "FAILED_PRECONDITION, SERIES_PUBLISHED, PUBLISHED"
    })
    void whatIsRefusedForGoodIsNotAskedAgain(Status.Code code, String reason, Why why) {
        scheduling.refusal = refusal(code, reason);
        assertThatExceptionOfType(StepRefusedException.class)
                .isThrownBy(() -> schedule.discard(Callers.ann(), "series/s"))
                .withMessage("scheduling answered %s: because of %s", code, reason)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void whatIsPublishedAlreadyIsPublished() {
        scheduling.refusal = refusal(Status.Code.FAILED_PRECONDITION, "SERIES_PUBLISHED");
        assertThatCode(() -> schedule.publish(Callers.ann(), "series/s", "r1"))
                .doesNotThrowAnyException();
    }

    private static StatusRuntimeException refusal(Status.Code code, String reason) {
        return StatusProto.toStatusRuntimeException(
                com.google.rpc.Status.newBuilder()
                        .setCode(code.value())
                        .setMessage("because of " + reason)
                        .addDetails(Any.pack(ErrorInfo.newBuilder().setReason(reason).build()))
                        .build());
    }

    private static final class Scheduling extends SeriesServiceGrpc.SeriesServiceImplBase {

        private CreateSeriesRequest asked = CreateSeriesRequest.getDefaultInstance();
        private StatusRuntimeException refusal = Status.OK.asRuntimeException();

        @Override
        public void createSeries(CreateSeriesRequest request, StreamObserver<Series> observer) {
            asked = request;
            answer(observer, Series.newBuilder().setName("series/s").build());
        }

        @Override
        public void publishSeries(PublishSeriesRequest request, StreamObserver<Series> observer) {
            answer(observer, Series.newBuilder().setName(request.getName()).build());
        }

        @Override
        public void deleteSeries(DeleteSeriesRequest request, StreamObserver<Empty> observer) {
            answer(observer, Empty.getDefaultInstance());
        }

        private <T> void answer(StreamObserver<T> observer, T message) {
            if (!refusal.getStatus().isOk()) {
                observer.onError(refusal);
                return;
            }
            observer.onNext(message);
            observer.onCompleted();
        }
    }
}
