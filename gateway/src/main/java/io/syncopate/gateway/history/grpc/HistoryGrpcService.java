package io.syncopate.gateway.history.grpc;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.history.HistoryException;
import io.syncopate.gateway.history.KnownKinds;
import io.syncopate.gateway.history.ResourceKind;
import io.syncopate.kernel.Scope;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc.EventFeedServiceBlockingStub;
import io.syncopate.proto.gateway.v1.HistoryServiceGrpc;
import io.syncopate.proto.gateway.v1.ListHistoryRequest;
import io.syncopate.proto.gateway.v1.ListHistoryResponse;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.client.Backend;
import io.syncopate.starter.client.Backends;

import org.springframework.stereotype.Component;

/** {@code syncopate.gateway.v1.HistoryService}: asks the log of whoever has the resource. */
@Component
class HistoryGrpcService extends HistoryServiceGrpc.HistoryServiceImplBase {

    private final KnownKinds known;
    private final Backends backends;
    private final ServiceName self;

    HistoryGrpcService(KnownKinds known, Backends backends, ServiceName self) {
        this.known = known;
        this.backends = backends;
        this.self = self;
    }

    @Override
    public void listHistory(
            ListHistoryRequest request, StreamObserver<ListHistoryResponse> answer) {
        ResourceKind kind = known.kindOf(request.getName());
        answer.onNext(
                isOutOfReach(kind)
                        ? ListHistoryResponse.getDefaultInstance()
                        : history(kind, request));
        answer.onCompleted();
    }

    /** People and keys are the running of the platform: they are nobody's own. */
    private boolean isOutOfReach(ResourceKind kind) {
        return kind.backend().equals(self.value()) && CallContext.scope() != Scope.TENANT;
    }

    private ListHistoryResponse history(ResourceKind kind, ListHistoryRequest request) {
        var wanted =
                io.syncopate.proto.api.v1.ListHistoryRequest.newBuilder()
                        .setName(request.getName())
                        .setPageSize(request.getPageSize())
                        .setPageToken(request.getPageToken())
                        .build();
        Backend<EventFeedServiceBlockingStub> feed =
                backends.backend(kind.backend(), EventFeedServiceGrpc::newBlockingStub);
        try {
            var page = feed.idempotent(stub -> stub.listHistory(wanted));
            return ListHistoryResponse.newBuilder()
                    .addAllEvents(page.getEventsList())
                    .setNextPageToken(page.getNextPageToken())
                    .build();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
                throw new HistoryException.NotKept(kind);
            }
            throw e;
        }
    }
}
