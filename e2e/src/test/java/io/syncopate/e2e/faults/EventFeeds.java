package io.syncopate.e2e.faults;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.syncopate.e2e.ServiceToken;
import io.syncopate.e2e.replicas.Replicas;
import io.syncopate.e2e.replicas.Service;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The event logs as other services read them: by gRPC, with a token for services, page by page. */
final class EventFeeds {

    private static final String TENANT = "default";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Replicas replicas;

    EventFeeds(Replicas replicas) {
        this.replicas = replicas;
    }

    /** All events of the tenant, as one of the other services reads them from the beginning. */
    List<LoggedEvent> read(Service service) throws IOException, InterruptedException {
        ManagedChannel channel =
                ManagedChannelBuilder.forTarget(replicas.grpcTarget(service))
                        .usePlaintext()
                        .build();
        try {
            var headers = new Metadata();
            headers.put(AUTHORIZATION, "Bearer " + token(service));
            var feed =
                    EventFeedServiceGrpc.newBlockingStub(channel)
                            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
            List<LoggedEvent> events = new ArrayList<>();
            var request = ReadRequest.newBuilder().setMaxEvents(1_000);
            while (true) {
                ReadResponse page = feed.read(request.build());
                if (page.getEventsList().isEmpty()) {
                    return events;
                }
                page.getEventsList().forEach(event -> events.add(logged(event)));
                request.clearAfter().addAllAfter(page.getNextList());
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private String token(Service audience) throws IOException, InterruptedException {
        Service reader = audience == Service.ASSET ? Service.ASSESSMENT : Service.ASSET;
        return new ServiceToken(replicas.address(), replicas.secret())
                .of(reader.label(), TENANT, audience.label());
    }

    private static LoggedEvent logged(Event event) {
        return new LoggedEvent(
                event.getTenant(),
                event.getSubject(),
                event.getAggregateVersion(),
                event.getPartition(),
                event.getPosition(),
                "");
    }
}
