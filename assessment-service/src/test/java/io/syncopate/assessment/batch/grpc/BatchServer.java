package io.syncopate.assessment.batch.grpc;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;
import com.mongodb.client.MongoDatabase;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.assessment.model.ModelsInMemory;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.program.grpc.TestTokens;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.api.v1.GetOperationRequest;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.assessment.v1.BatchPreviewAssessmentsRequest;
import io.syncopate.proto.assessment.v1.BatchServiceGrpc;
import io.syncopate.proto.assessment.v1.BatchServiceGrpc.BatchServiceBlockingStub;
import io.syncopate.proto.assessment.v1.OperationServiceGrpc;
import io.syncopate.proto.assessment.v1.OperationServiceGrpc.OperationServiceBlockingStub;
import io.syncopate.proto.assessment.v1.ReadBatchPreviewRequest;
import io.syncopate.proto.assessment.v1.ReadBatchPreviewRequest.Format;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.autoconfigure.OperationsProperties;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.MongoOperations;
import io.syncopate.starter.operation.OperationRunner;
import io.syncopate.starter.operation.OperationSettings;
import io.syncopate.starter.operation.Operations;
import io.syncopate.starter.security.TokenVerifier;

import org.awaitility.Awaitility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** One replica of the service, as far as batches go, behind the starter's interceptors. */
final class BatchServer implements AutoCloseable {

    private static final ServiceName SERVICE = new ServiceName("assessment");
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofDays(7);

    private final TestTokens tokens;
    private final CpuPool pool = new CpuPool(1, 16, Duration.ofSeconds(1));
    private final OperationRunner runner;
    private final Server server;
    private final ManagedChannel channel;

    /**
     * @param between what stands between the work and its files
     */
    BatchServer(
            MongoDatabase database,
            BatchFiles files,
            UnaryOperator<BatchFiles> between,
            Clock clock) {
        tokens = new TestTokens(clock);
        var models = new ModelsInMemory(clock);
        Validator validator = ValidatorFactory.newBuilder().build();
        var answers = new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
        var properties = new OperationsProperties(2, LEASE, 5, KEPT);
        var reader = new BatchReader(validator);
        var kind =
                new BatchPreviewKind(
                        new BatchStore(between.apply(files), properties, clock),
                        reader,
                        models.available(),
                        answers,
                        pool);
        Operations operations =
                Operations.of(
                        new MongoOperations(database, SERVICE, clock),
                        List.of(kind),
                        pool,
                        new OperationSettings(2, LEASE, 5, KEPT),
                        SERVICE,
                        clock);
        runner = operations.runner();
        var interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(tokens.keys(), "syncopate-gateway", "assessment", clock),
                        validator,
                        clock);
        var batches =
                new BatchGrpcService(
                        operations,
                        new BatchStore(files, properties, clock),
                        reader,
                        models.available(),
                        pool);
        String name = InProcessServerBuilder.generateName();
        try {
            server =
                    InProcessServerBuilder.forName(name)
                            .addService(interceptors.intercept(batches))
                            .addService(
                                    interceptors.intercept(
                                            new OperationGrpcService(operations, files)))
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        channel = InProcessChannelBuilder.forName(name).build();
    }

    BatchServer run() {
        runner.start();
        return this;
    }

    BatchServiceBlockingStub batches(Caller by) {
        return BatchServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(by));
    }

    OperationServiceBlockingStub operations(Caller by) {
        return OperationServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(by));
    }

    Operation start(Caller by, String requestId, String contentType, String file) {
        return batches(by)
                .batchPreviewAssessments(
                        BatchPreviewAssessmentsRequest.newBuilder()
                                .setRequestId(requestId)
                                .setContent(
                                        HttpBody.newBuilder()
                                                .setContentType(contentType)
                                                .setData(ByteString.copyFromUtf8(file)))
                                .build());
    }

    Operation ended(Caller by, String operation) {
        var request = GetOperationRequest.newBuilder().setName(operation).build();
        return Awaitility.await(operation)
                .dontCatchUncaughtExceptions()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> operations(by).getOperation(request), Operation::getDone);
    }

    String result(Caller by, String operation, Format format) {
        var bytes = new ByteArrayOutputStream();
        batches(by)
                .readBatchPreview(
                        ReadBatchPreviewRequest.newBuilder()
                                .setName(operation)
                                .setFormat(format)
                                .build())
                .forEachRemaining(piece -> bytes.writeBytes(piece.getData().toByteArray()));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        runner.stop();
        channel.shutdownNow();
        server.shutdownNow();
        pool.close();
    }
}
