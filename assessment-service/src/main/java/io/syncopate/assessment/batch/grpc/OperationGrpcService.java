package io.syncopate.assessment.batch.grpc;

import com.google.protobuf.Empty;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.batch.BatchFiles;
import io.syncopate.proto.api.v1.CancelOperationRequest;
import io.syncopate.proto.api.v1.DeleteOperationRequest;
import io.syncopate.proto.api.v1.GetOperationRequest;
import io.syncopate.proto.api.v1.ListOperationsRequest;
import io.syncopate.proto.api.v1.ListOperationsResponse;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.api.v1.WaitOperationRequest;
import io.syncopate.proto.assessment.v1.OperationServiceGrpc;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.operation.Operations;

import org.springframework.stereotype.Component;

@Component
class OperationGrpcService extends OperationServiceGrpc.OperationServiceImplBase {

    private final Operations operations;
    private final BatchFiles files;

    OperationGrpcService(Operations operations, BatchFiles files) {
        this.operations = operations;
        this.files = files;
    }

    @Override
    public void getOperation(GetOperationRequest request, StreamObserver<Operation> observer) {
        observer.onNext(operations.get(request));
        observer.onCompleted();
    }

    @Override
    public void listOperations(
            ListOperationsRequest request, StreamObserver<ListOperationsResponse> observer) {
        observer.onNext(operations.list(request));
        observer.onCompleted();
    }

    @Override
    public void cancelOperation(
            CancelOperationRequest request, StreamObserver<Operation> observer) {
        observer.onNext(operations.cancel(request));
        observer.onCompleted();
    }

    /** What its files hold goes with it; what a kill between the two leaves goes with its time. */
    @Override
    public void deleteOperation(DeleteOperationRequest request, StreamObserver<Empty> observer) {
        operations.delete(request);
        files.remove(
                CallContext.caller().tenant(),
                request.getName().substring(request.getName().lastIndexOf('/') + 1));
        observer.onNext(Empty.getDefaultInstance());
        observer.onCompleted();
    }

    @Override
    public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> observer) {
        observer.onNext(operations.await(request));
        observer.onCompleted();
    }
}
