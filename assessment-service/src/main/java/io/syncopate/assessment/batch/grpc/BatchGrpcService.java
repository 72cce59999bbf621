package io.syncopate.assessment.batch.grpc;

import com.google.api.HttpBody;
import com.google.rpc.Code;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.batch.BatchException;
import io.syncopate.assessment.batch.BatchLimits;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.model.ModelName;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.NotFoundException;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.api.v1.GetOperationRequest;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.assessment.v1.BatchPreviewAssessmentsRequest;
import io.syncopate.proto.assessment.v1.BatchServiceGrpc;
import io.syncopate.proto.assessment.v1.ReadBatchPreviewRequest;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.Operations;

import org.springframework.stereotype.Component;

import java.util.Optional;

@Component
class BatchGrpcService extends BatchServiceGrpc.BatchServiceImplBase {

    private final Operations operations;
    private final BatchStore store;
    private final BatchReader reader;
    private final AvailableModels models;
    private final CpuPool pool;

    BatchGrpcService(
            Operations operations,
            BatchStore store,
            BatchReader reader,
            AvailableModels models,
            CpuPool pool) {
        this.operations = operations;
        this.store = store;
        this.reader = reader;
        this.models = models;
        this.pool = pool;
    }

    /**
     * What is wrong with the file as a whole is refused here; what is wrong with a row is its result.
     * The batch names the version of the model: a save meanwhile changes none of its answers.
     */
    @Override
    public void batchPreviewAssessments(
            BatchPreviewAssessmentsRequest request, StreamObserver<Operation> observer) {
        DecisionModel model =
                models.chosen(
                        Reach.of(CallContext.caller(), AvailableModels.READ),
                        request.getDecisionModel());
        HttpBody content = request.getContent();
        pool.run(
                () ->
                        BatchLimits.count(
                                reader.rows(
                                        content.getContentType(), content.getData().newInput())));
        Command command = withRequestId(CallContext.command());
        store.keepInput(command, Ids.forCommand(command), content.getData().toByteArray());
        var input =
                request.toBuilder()
                        .setDecisionModel(ModelName.of(model).toString())
                        .setContent(HttpBody.newBuilder().setContentType(content.getContentType()))
                        .build();
        observer.onNext(operations.start(command, BatchPreviewKind.NAME, input));
        observer.onCompleted();
    }

    @Override
    public void readBatchPreview(
            ReadBatchPreviewRequest request, StreamObserver<HttpBody> observer) {
        Operation operation =
                operations.get(GetOperationRequest.newBuilder().setName(request.getName()).build());
        if (!operation.getKind().equals(BatchPreviewKind.NAME)) {
            throw new NotFoundException("batch", request.getName());
        }
        whyWithoutResult(operation)
                .ifPresent(
                        state -> {
                            throw BatchException.withoutResult(request.getName(), state);
                        });
        ResultStream.start(
                store.files(),
                CallContext.caller().tenant(),
                request.getName().substring(request.getName().lastIndexOf('/') + 1),
                request.getFormat(),
                (ServerCallStreamObserver<HttpBody>) observer);
    }

    private static Optional<String> whyWithoutResult(Operation operation) {
        if (!operation.getDone()) {
            return Optional.of("runs");
        }
        if (operation.hasError()) {
            return Optional.of(
                    operation.getError().getCode() == Code.CANCELLED_VALUE
                            ? "was cancelled"
                            : "failed");
        }
        return Optional.empty();
    }

    /** The id of the operation follows from it, and its files are kept under that. */
    private static Command withRequestId(Command command) {
        return command.requestId().isPresent()
                ? command
                : new Command(
                        command.by(),
                        command.reach(),
                        command.method(),
                        Optional.of(Ids.random()),
                        command.fingerprint(),
                        command.at());
    }
}
