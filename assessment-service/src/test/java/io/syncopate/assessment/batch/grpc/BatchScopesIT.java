package io.syncopate.assessment.batch.grpc;

import com.google.protobuf.Duration;

import io.grpc.ServiceDescriptor;
import io.syncopate.assessment.batch.mongo.BatchFilesFixture;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.api.v1.CancelOperationRequest;
import io.syncopate.proto.api.v1.DeleteOperationRequest;
import io.syncopate.proto.api.v1.GetOperationRequest;
import io.syncopate.proto.api.v1.ListOperationsRequest;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.WaitOperationRequest;
import io.syncopate.proto.assessment.v1.BatchServiceGrpc;
import io.syncopate.proto.assessment.v1.OperationServiceGrpc;
import io.syncopate.proto.assessment.v1.ReadBatchPreviewRequest.Format;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.scope.ScopesContract;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Every method of batches and operations, by a right over one's own, one's team's and the tenant's. */
@OnStore
class BatchScopesIT extends ScopesContract<String> {

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private BatchServer server;

    @BeforeEach
    void open(TestStore store) {
        server =
                new BatchServer(
                                store.database(),
                                BatchFilesFixture.files(store.database(), clock),
                                UnaryOperator.identity(),
                                clock)
                        .run();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected List<ServiceDescriptor> services() {
        return List.of(
                BatchServiceGrpc.getServiceDescriptor(),
                OperationServiceGrpc.getServiceDescriptor());
    }

    @Override
    protected Set<String> aboutNothingOfAnybodys() {
        return Set.of("BatchPreviewAssessments");
    }

    @Override
    protected Map<String, BiConsumer<Caller, String>> calls() {
        return Map.of(
                "GetOperation",
                (by, of) ->
                        server.operations(by)
                                .getOperation(GetOperationRequest.newBuilder().setName(of).build()),
                "CancelOperation",
                (by, of) ->
                        server.operations(by)
                                .cancelOperation(
                                        CancelOperationRequest.newBuilder().setName(of).build()),
                "DeleteOperation",
                (by, of) ->
                        server.operations(by)
                                .deleteOperation(
                                        DeleteOperationRequest.newBuilder().setName(of).build()),
                "WaitOperation",
                (by, of) ->
                        server.operations(by)
                                .waitOperation(
                                        WaitOperationRequest.newBuilder()
                                                .setName(of)
                                                .setTimeout(Duration.newBuilder().setSeconds(5))
                                                .build()),
                "ReadBatchPreview",
                (by, of) -> server.result(by, of, Format.CSV));
    }

    @Override
    protected Map<String, Listing<String>> listings() {
        return Map.of(
                "ListOperations",
                new Listing<>(
                        by ->
                                server
                                        .operations(by)
                                        .listOperations(ListOperationsRequest.getDefaultInstance())
                                        .getOperationsList()
                                        .stream()
                                        .map(Operation::getName)
                                        .toList(),
                        List::of));
    }

    @Override
    protected String made(Caller owner) {
        String name =
                server.start(owner, "", BriefFiles.CSV, "objective.statement\nKnow it\n").getName();
        server.ended(owner, name);
        return name;
    }
}
