package io.syncopate.gateway.audit.grpc;

import com.google.protobuf.InvalidProtocolBufferException;

import io.grpc.stub.StreamObserver;
import io.syncopate.gateway.audit.AuditEntries;
import io.syncopate.gateway.audit.AuditEntry;
import io.syncopate.gateway.audit.AuditFilter;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.gateway.v1.AuditServiceGrpc;
import io.syncopate.proto.gateway.v1.ListAuditEventsRequest;
import io.syncopate.proto.gateway.v1.ListAuditEventsResponse;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

/** {@code syncopate.gateway.v1.AuditService}. */
@Component
class AuditGrpcService extends AuditServiceGrpc.AuditServiceImplBase {

    private final AuditEntries entries;

    AuditGrpcService(AuditEntries entries) {
        this.entries = entries;
    }

    @Override
    public void listAuditEvents(
            ListAuditEventsRequest request, StreamObserver<ListAuditEventsResponse> answer) {
        var page =
                entries.list(
                                CallContext.caller().tenant(),
                                AuditFilter.parse(request.getFilter()),
                                new PageRequest(request.getPageSize(), request.getPageToken()))
                        .map(AuditGrpcService::event);
        answer.onNext(
                ListAuditEventsResponse.newBuilder()
                        .addAllAuditEvents(page.items())
                        .setNextPageToken(page.nextToken())
                        .build());
        answer.onCompleted();
    }

    private static Event event(AuditEntry entry) {
        try {
            return Event.parseFrom(entry.event().bytes());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("entry %s holds no event".formatted(entry.id()), e);
        }
    }
}
