package io.syncopate.assessment.backtest.grpc;

import com.google.protobuf.Duration;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.backtest.grpc.BacktestCandidate.Candidate;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.WaitOperationRequest;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelRequest;
import io.syncopate.proto.assessment.v1.BacktestServiceGrpc;
import io.syncopate.proto.assessment.v1.BacktestWork;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.Operations;

import org.springframework.stereotype.Component;

import java.util.List;

/** What is short is answered at once: the call waits for its operation for a moment. */
@Component
class BacktestGrpcService extends BacktestServiceGrpc.BacktestServiceImplBase {

    private static final int SECONDS = 2;

    private final Operations operations;
    private final BacktestCandidate candidates;
    private final CpuPool pool;

    BacktestGrpcService(Operations operations, BacktestCandidate candidates, CpuPool pool) {
        this.operations = operations;
        this.candidates = candidates;
        this.pool = pool;
    }

    @Override
    public void backtestDecisionModel(
            BacktestDecisionModelRequest request, StreamObserver<Operation> observer) {
        Reach read = Reach.of(CallContext.caller(), AvailableModels.READ);
        Candidate candidate = pool.run(() -> candidates.checked(read, request));
        Reach programs = CallContext.reach();
        BacktestWork work =
                BacktestWork.newBuilder()
                        .setRequest(
                                request.toBuilder()
                                        .setVersion(candidate.version().version().orElseThrow()))
                        .setWholeTenant(programs.keys().isEmpty())
                        .addAllOwners(programs.keys().map(List::copyOf).orElse(List.of()))
                        .build();
        Operation started = operations.start(CallContext.command(), BacktestKind.NAME, work);
        observer.onNext(
                operations.await(
                        WaitOperationRequest.newBuilder()
                                .setName(started.getName())
                                .setTimeout(Duration.newBuilder().setSeconds(SECONDS))
                                .build()));
        observer.onCompleted();
    }
}
