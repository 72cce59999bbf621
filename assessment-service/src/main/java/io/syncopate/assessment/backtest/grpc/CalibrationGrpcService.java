package io.syncopate.assessment.backtest.grpc;

import com.google.protobuf.Duration;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.backtest.grpc.CalibrationCandidate.Candidate;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.WaitOperationRequest;
import io.syncopate.proto.assessment.v1.CalibrateDecisionModelRequest;
import io.syncopate.proto.assessment.v1.CalibrationServiceGrpc;
import io.syncopate.proto.assessment.v1.CalibrationWork;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.Operations;

import org.springframework.stereotype.Component;

import java.util.List;

/** What is short is answered at once: the call waits for its operation for a moment. */
@Component
class CalibrationGrpcService extends CalibrationServiceGrpc.CalibrationServiceImplBase {

    private static final int SECONDS = 2;

    private final Operations operations;
    private final CalibrationCandidate candidates;
    private final CpuPool pool;

    CalibrationGrpcService(Operations operations, CalibrationCandidate candidates, CpuPool pool) {
        this.operations = operations;
        this.candidates = candidates;
        this.pool = pool;
    }

    @Override
    public void calibrateDecisionModel(
            CalibrateDecisionModelRequest request, StreamObserver<Operation> observer) {
        Candidate candidate =
                candidates.of(Reach.of(CallContext.caller(), AvailableModels.READ), request);
        // Refuses what no outcome could change; compiling it computes.
        var ignored = pool.run(() -> candidates.calibration(candidate));
        Reach programs = CallContext.reach();
        CalibrationWork work =
                CalibrationWork.newBuilder()
                        .setRequest(
                                request.toBuilder()
                                        .setVersion(candidate.version().version().orElseThrow())
                                        .setTowards(candidate.towards().toString()))
                        .setWholeTenant(programs.keys().isEmpty())
                        .addAllOwners(programs.keys().map(List::copyOf).orElse(List.of()))
                        .build();
        Operation started = operations.start(CallContext.command(), CalibrationKind.NAME, work);
        observer.onNext(
                operations.await(
                        WaitOperationRequest.newBuilder()
                                .setName(started.getName())
                                .setTimeout(Duration.newBuilder().setSeconds(SECONDS))
                                .build()));
        observer.onCompleted();
    }
}
