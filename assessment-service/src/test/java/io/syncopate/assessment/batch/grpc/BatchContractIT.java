package io.syncopate.assessment.batch.grpc;

import static io.syncopate.assessment.batch.grpc.BriefFiles.CSV;
import static io.syncopate.assessment.batch.grpc.BriefFiles.NDJSON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Code;

import io.grpc.Status;
import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.assessment.batch.PreviewBatch;
import io.syncopate.assessment.batch.mongo.BatchFilesFixture;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.api.v1.CancelOperationRequest;
import io.syncopate.proto.api.v1.DeleteOperationRequest;
import io.syncopate.proto.api.v1.GetOperationRequest;
import io.syncopate.proto.api.v1.ListOperationsRequest;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.WaitOperationRequest;
import io.syncopate.proto.assessment.v1.BatchPreviewAssessmentsResponse;
import io.syncopate.proto.assessment.v1.BatchPreviewRow;
import io.syncopate.proto.assessment.v1.ReadBatchPreviewRequest.Format;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** Batches through the contract, from the file to its answers. */
@OnStore
class BatchContractIT {

    private static final Caller ANN = Callers.ann();
    private static final Duration LEASE_AND_SKEW = Duration.ofSeconds(21);
    private static final int ROWS = 2 * PreviewBatch.ROWS_IN_PIECE + 10;

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final List<BatchServer> servers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private TestStore store;

    @SuppressWarnings("NullAway.Init")
    private BatchFiles files;

    @BeforeEach
    void open(TestStore opened) {
        store = opened;
        files = BatchFilesFixture.files(opened.database(), clock);
    }

    @AfterEach
    void close() {
        servers.forEach(BatchServer::close);
    }

    @Test
    void answersEachRowAndTellsWhatIsWrongWithTheOthers() throws Exception {
        BatchServer server = server(UnaryOperator.identity()).run();
        String file =
                """
                objective.statement,objective.type,audience.size,audience.schedules,content.needs_discussion
                Coach others,SKILL,30,CAN_BLOCK_TIME,true
                Know the rules,KNOWLEDGE,-5,CANNOT_COMMIT,false
                Know the rules,KNOWLEDGE,500,CANNOT_COMMIT,false
                """;
        Operation started = server.start(ANN, "", CSV, file);
        assertThat(started.getKind()).isEqualTo("assessment.assessments.batchPreview");
        Operation ended = server.ended(ANN, started.getName());

        var response = ended.getResponse().unpack(BatchPreviewAssessmentsResponse.class);
        assertThat(response.getRows()).isEqualTo(3);
        assertThat(response.getRefusedRows()).isEqualTo(1);
        assertThat(response.getDecisionModel()).isEqualTo("decisionModels/learning-guide");
        assertThat(response.getDecisionModelHash()).hasSize(64);
        assertThat(ended.getProgress())
                .isEqualTo(
                        Operation.Progress.newBuilder()
                                .setDoneUnits(3)
                                .setFailedUnits(1)
                                .setTotalUnits(3)
                                .setUnit("rows")
                                .build());

        List<BatchPreviewRow> rows =
                rows(server.result(ANN, started.getName(), Format.FORMAT_UNSPECIFIED));
        assertThat(rows).extracting(BatchPreviewRow::getRow).containsExactly(1, 2, 3);
        assertThat(rows.get(0).getPreview().getRecommended()).isEqualTo(Workflow.Value.SYNCHRONOUS);
        assertThat(rows.get(1).hasPreview()).isFalse();
        assertThat(rows.get(1).getErrorsList())
                .containsExactly(
                        BatchPreviewRow.Error.newBuilder()
                                .setField("audience.size")
                                .setValue("-5")
                                .setExpected("1 to 10000000")
                                .setDescription("-5: expected 1 to 10000000")
                                .build());
        BatchPreviewRow.Preview last = rows.get(2).getPreview();
        assertThat(last.getRecommended()).isEqualTo(Workflow.Value.ASYNCHRONOUS);
        assertThat(last.getScoresList()).hasSize(3);
        assertThat(last.getSecondaryComponent().getText()).isNotBlank();
        assertThat(last.getConfidencePercent()).isBetween(1, 99);

        assertThat(server.result(ANN, started.getName(), Format.CSV).lines())
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("row,recommended,best_fit,"),
                        one -> assertThat(one).startsWith("1,SYNCHRONOUS,SYNCHRONOUS,"),
                        two ->
                                assertThat(two)
                                        .isEqualTo(
                                                "2,,,,,,,,,,,,,field audience.size: -5: expected 1"
                                                        + " to 10000000"),
                        three -> assertThat(three).startsWith("3,ASYNCHRONOUS,ASYNCHRONOUS,"));
    }

    @Test
    void anotherRunGoesOnAfterAKillAndGivesTheSameBytes() throws Exception {
        var writtenByTheFirst = new CopyOnWriteArrayList<Integer>();
        BatchServer killed =
                server(
                        afterResult(
                                piece -> {
                                    writtenByTheFirst.add(piece);
                                    if (piece == 1) {
                                        throw new Killed();
                                    }
                                }));
        String name = killed.start(ANN, "r1", NDJSON, ndjson(ROWS)).getName();
        killed.run();
        Awaitility.await().dontCatchUncaughtExceptions().until(() -> writtenByTheFirst.size() == 2);
        assertThat(operation(killed, name).getDone()).isFalse();

        var writtenByTheNext = new CopyOnWriteArrayList<Integer>();
        BatchServer next = server(afterResult(writtenByTheNext::add));
        clock.advance(LEASE_AND_SKEW);
        killed.close();
        next.run();
        var response =
                next.ended(ANN, name).getResponse().unpack(BatchPreviewAssessmentsResponse.class);

        assertThat(writtenByTheFirst).containsExactly(0, 1);
        assertThat(writtenByTheNext).as("what was kept is not done again").containsExactly(1, 2);
        assertThat(response.getRows()).isEqualTo(ROWS);
        assertThat(response.getRefusedRows()).isEqualTo(ROWS / 10);
        String undisturbed = next.start(ANN, "r2", NDJSON, ndjson(ROWS)).getName();
        next.ended(ANN, undisturbed);
        String result = next.result(ANN, name, Format.NDJSON);
        assertThat(result.lines()).hasSize(ROWS);
        assertThat(result).isEqualTo(next.result(ANN, undisturbed, Format.NDJSON));
    }

    @Test
    void stopsWhereItIsCancelled() {
        var written = new CopyOnWriteArrayList<Integer>();
        var names = new CopyOnWriteArrayList<String>();
        BatchServer[] self = new BatchServer[1];
        self[0] =
                server(
                        afterResult(
                                piece -> {
                                    written.add(piece);
                                    self[0].operations(ANN)
                                            .cancelOperation(
                                                    CancelOperationRequest.newBuilder()
                                                            .setName(names.getFirst())
                                                            .build());
                                }));
        names.add(self[0].start(ANN, "r1", NDJSON, ndjson(ROWS)).getName());
        assertRefused(
                () -> self[0].result(ANN, names.getFirst(), Format.NDJSON),
                Status.Code.FAILED_PRECONDITION,
                "' runs: expected one that has succeeded");
        assertRefused(
                () -> delete(self[0], ANN, names.getFirst()),
                Status.Code.FAILED_PRECONDITION,
                "runs: expected to be cancelled");
        self[0].run();
        Operation ended = self[0].ended(ANN, names.getFirst());

        assertThat(ended.getError().getCode()).isEqualTo(Code.CANCELLED_VALUE);
        assertThat(written).containsExactly(0);
        assertRefused(
                () -> self[0].result(ANN, names.getFirst(), Format.NDJSON),
                Status.Code.FAILED_PRECONDITION,
                "' was cancelled: expected one that has succeeded");
    }

    @Test
    void aRepeatOfTheRequestStartsNoSecondOne() {
        BatchServer server = server(UnaryOperator.identity());
        String name = server.start(ANN, "r1", NDJSON, ndjson(3)).getName();
        assertThat(server.start(ANN, "r1", NDJSON, ndjson(3)).getName()).isEqualTo(name);
        assertRefused(
                () -> server.start(ANN, "r1", NDJSON, ndjson(4)),
                Status.Code.INVALID_ARGUMENT,
                "was used before for a different request");
        assertThat(
                        server.operations(ANN)
                                .listOperations(ListOperationsRequest.getDefaultInstance())
                                .getOperationsList())
                .extracting(Operation::getName)
                .containsExactly(name);
        server.run();
        server.ended(ANN, name);
        assertThat(server.result(ANN, name, Format.NDJSON).lines())
                .as("what was refused changed nothing")
                .hasSize(3);
        assertThat(server.start(ANN, "", NDJSON, ndjson(3)).getName()).isNotEqualTo(name);
    }

    @Test
    void aWaitEndsWithTheTimeOfItsCall() {
        BatchServer server = server(UnaryOperator.identity());
        String name = server.start(ANN, "", NDJSON, ndjson(3)).getName();
        Operation running =
                server.operations(ANN)
                        .withDeadlineAfter(Duration.ofSeconds(3))
                        .waitOperation(wait(name));
        assertThat(running.getDone()).isFalse();
        server.run();
        assertThat(server.operations(ANN).waitOperation(wait(name)).getDone()).isTrue();
    }

    @Test
    void isForgottenWithItsFiles() {
        BatchServer server = server(UnaryOperator.identity()).run();
        String name = server.start(ANN, "", NDJSON, ndjson(3)).getName();
        server.ended(ANN, name);
        assertThat(store.behindTheAdapter().getCollection("batchPieces").countDocuments())
                .isEqualTo(2);
        delete(server, ANN, name);
        assertThat(store.behindTheAdapter().getCollection("batchPieces").countDocuments()).isZero();
        assertRefused(
                () -> server.result(ANN, name, Format.NDJSON), Status.Code.NOT_FOUND, "operation");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        BatchServer server = server(UnaryOperator.identity()).run();
        Caller stranger = Callers.of(Callers.OTHER, "ann");
        String name = server.start(ANN, "r1", NDJSON, ndjson(3)).getName();
        server.ended(ANN, name);
        assertThat(
                        server.operations(stranger)
                                .listOperations(ListOperationsRequest.getDefaultInstance())
                                .getOperationsList())
                .isEmpty();
        assertRefused(
                () -> server.result(stranger, name, Format.NDJSON), Status.Code.NOT_FOUND, name);
        assertRefused(() -> delete(server, stranger, name), Status.Code.NOT_FOUND, name);
        String own = server.start(stranger, "r1", NDJSON, ndjson(2)).getName();
        assertThat(own).as("request ids are a tenant's own").isNotEqualTo(name);
        server.ended(stranger, own);
        assertThat(server.result(stranger, own, Format.NDJSON).lines()).hasSize(2);
        assertThat(server.result(ANN, name, Format.NDJSON).lines()).hasSize(3);
    }

    @Test
    void refusesAFileThatIsNone() {
        BatchServer server = server(UnaryOperator.identity());
        assertRefused(
                () -> server.start(ANN, "", "application/json", "{}"),
                Status.Code.INVALID_ARGUMENT,
                "content.content_type: 'application/json': expected text/csv or");
        assertRefused(
                () -> server.start(ANN, "", CSV, "audience.sise\n1\n"),
                Status.Code.INVALID_ARGUMENT,
                "content.columns[0]: 'audience.sise': expected one of size, time_zones");
        assertRefused(
                () -> server.start(ANN, "", NDJSON, " ".repeat(4_000_001)),
                Status.Code.INVALID_ARGUMENT,
                "at most 4000000 bytes");
        assertThat(store.behindTheAdapter().getCollection("batchPieces").countDocuments()).isZero();
    }

    /** Every tenth is refused; together they are longer than one piece of the input. */
    private static String ndjson(int rows) {
        var file = new StringBuilder();
        for (int i = 1; i <= rows; i++) {
            file.append(
                    "{\"objective\": {\"statement\": \"%s %d\"}, \"audience\": {\"size\": %d}}%n"
                            .formatted("Know it. ".repeat(80), i, i % 10 == 0 ? -i : i));
        }
        return file.toString();
    }

    private static List<BatchPreviewRow> rows(String lines) {
        return lines.lines()
                .map(
                        line -> {
                            var row = BatchPreviewRow.newBuilder();
                            try {
                                JsonFormat.parser().merge(line, row);
                            } catch (InvalidProtocolBufferException e) {
                                throw new AssertionError(line, e);
                            }
                            return row.build();
                        })
                .toList();
    }

    private BatchServer server(UnaryOperator<BatchFiles> between) {
        var server = new BatchServer(store.database(), files, between, clock);
        servers.add(server);
        return server;
    }

    private static Operation operation(BatchServer server, String name) {
        return server.operations(ANN)
                .getOperation(GetOperationRequest.newBuilder().setName(name).build());
    }

    private static WaitOperationRequest wait(String name) {
        return WaitOperationRequest.newBuilder()
                .setName(name)
                .setTimeout(com.google.protobuf.Duration.newBuilder().setSeconds(30))
                .build();
    }

    private static void delete(BatchServer server, Caller by, String name) {
        assertThat(
                        server.operations(by)
                                .deleteOperation(
                                        DeleteOperationRequest.newBuilder().setName(name).build()))
                .isNotNull();
    }

    private static void assertRefused(Runnable call, Status.Code code, String words) {
        Throwable refusal = catchThrowable(call::run);
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(Status.fromThrowable(refusal).getCode()).isEqualTo(code);
        assertThat(refusal.getMessage()).contains(words);
    }

    private static UnaryOperator<BatchFiles> afterResult(IntConsumer then) {
        return kept ->
                new BatchFiles() {
                    @Override
                    public boolean keepInput(
                            TenantId tenant,
                            String batch,
                            String origin,
                            int piece,
                            byte[] bytes,
                            Instant until) {
                        return kept.keepInput(tenant, batch, origin, piece, bytes, until);
                    }

                    @Override
                    public void keepResult(
                            TenantId tenant, String batch, int piece, byte[] bytes, Instant until) {
                        kept.keepResult(tenant, batch, piece, bytes, until);
                        then.accept(piece);
                    }

                    @Override
                    public Optional<byte[]> piece(
                            TenantId tenant, String batch, Part part, int piece) {
                        return kept.piece(tenant, batch, part, piece);
                    }

                    @Override
                    public void remove(TenantId tenant, String batch) {
                        kept.remove(tenant, batch);
                    }

                    @Override
                    public void removeExpired() {
                        kept.removeExpired();
                    }
                };
    }

    /** As a process that is killed: nothing goes on after it. */
    private static final class Killed extends VirtualMachineError {
        private static final long serialVersionUID = 1;
    }
}
