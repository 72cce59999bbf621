package io.syncopate.e2e.tenants;

import com.google.protobuf.Descriptors.MethodDescriptor;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc.EventFeedServiceBlockingStub;
import io.syncopate.proto.api.v1.ListHistoryRequest;
import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.WatchRequest;
import io.syncopate.proto.api.v1.WatchResponse;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The methods of one service that no path of the gateway leads to, called as another service calls
 * them: each asked for all that it may show.
 */
final class InternalCalls implements AutoCloseable {

    private static final int MOST = 1_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;

    /**
     * @param port at which the service serves gRPC on this machine
     */
    InternalCalls(int port) {
        this.channel = ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    /**
     * What to look for.
     *
     * @param subjects whose history is asked for
     * @param last a stream is followed until an event of it comes
     */
    record Wanted(List<String> subjects, String last) {}

    /**
     * Every event that the method shows.
     *
     * @param token empty to call without one
     * @throws io.grpc.StatusRuntimeException as it refuses the call
     * @throws IllegalStateException when it is one that nobody has taught this
     */
    List<Event> events(MethodDescriptor rpc, String token, Wanted wanted) {
        return switch (rpc.getFullName()) {
            case "syncopate.api.v1.EventFeedService.Read" -> read(stub(token));
            case "syncopate.api.v1.EventFeedService.ReadAll" -> readAll(stub(token));
            case "syncopate.api.v1.EventFeedService.ListHistory" ->
                    wanted.subjects().stream()
                            .flatMap(subject -> history(stub(token), subject).stream())
                            .toList();
            case "syncopate.api.v1.EventFeedService.Watch" -> watched(stub(token), wanted.last());
            default ->
                    throw new IllegalStateException(
                            rpc.getFullName() + " has no path and is not called here: teach it");
        };
    }

    private static List<Event> read(EventFeedServiceBlockingStub feed) {
        var events = new ArrayList<Event>();
        var request = ReadRequest.newBuilder().setMaxEvents(MOST);
        while (true) {
            var page = feed.read(request.build());
            if (page.getEventsList().isEmpty()) {
                return events;
            }
            events.addAll(page.getEventsList());
            request.clearAfter().addAllAfter(page.getNextList());
        }
    }

    private static List<Event> readAll(EventFeedServiceBlockingStub feed) {
        var events = new ArrayList<Event>();
        var request = ReadAllRequest.newBuilder().setMaxEvents(MOST);
        while (true) {
            var page = feed.readAll(request.build());
            if (page.getEventsList().isEmpty()) {
                return events;
            }
            events.addAll(page.getEventsList());
            request.clearAfter().addAllAfter(page.getNextList());
        }
    }

    private static List<Event> history(EventFeedServiceBlockingStub feed, String subject) {
        return feed.listHistory(ListHistoryRequest.newBuilder().setName(subject).build())
                .getEventsList();
    }

    /** From the beginning of the log: a cursor is a place that anybody can write down. */
    private static List<Event> watched(EventFeedServiceBlockingStub feed, String last) {
        String beginning =
                feed.watch(WatchRequest.getDefaultInstance())
                        .next()
                        .getCursor()
                        .replaceAll("[0-9]+", "0");
        var events = new ArrayList<Event>();
        Iterator<WatchResponse> answers =
                feed.watch(WatchRequest.newBuilder().setAfter(beginning).build());
        do {
            WatchResponse answer = answers.next();
            if (answer.hasEvent()) {
                events.add(answer.getEvent());
            }
        } while (events.isEmpty() || !events.getLast().getSubject().equals(last));
        return events;
    }

    private EventFeedServiceBlockingStub stub(String token) {
        EventFeedServiceBlockingStub feed =
                EventFeedServiceGrpc.newBlockingStub(channel)
                        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (token.isEmpty()) {
            return feed;
        }
        var headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return feed.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
