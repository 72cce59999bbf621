package io.syncopate.starter.eventlog;

import static io.syncopate.starter.mongo.AggregateFields.PARTITION;
import static io.syncopate.starter.mongo.AggregateFields.POSITION;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.api.v1.Cursor;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The feed over gRPC, for the caller's tenant. */
public final class EventFeedGrpcService extends EventFeedServiceGrpc.EventFeedServiceImplBase {

    private static final int DEFAULT_EVENTS = 100;

    private final EventFeed feed;
    private final EventMapper mapper;

    EventFeedGrpcService(EventFeed feed, EventMapper mapper) {
        this.feed = feed;
        this.mapper = mapper;
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> answers) {
        Map<Integer, Long> cursors = cursors(request);
        Duration wait =
                Duration.ofSeconds(request.getWait().getSeconds(), request.getWait().getNanos());
        int limit = request.getMaxEvents() == 0 ? DEFAULT_EVENTS : request.getMaxEvents();
        List<Document> found;
        try {
            found = feed.read(CallContext.caller().tenant(), cursors, limit, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
        }
        ReadResponse.Builder response = ReadResponse.newBuilder();
        for (Document entry : found) {
            response.addEvents(mapper.toEvent(entry));
            cursors.put(entry.getInteger(PARTITION), entry.get(POSITION, Number.class).longValue());
        }
        cursors.forEach(
                (partition, position) ->
                        response.addNext(
                                Cursor.newBuilder().setPartition(partition).setPosition(position)));
        answers.onNext(response.build());
        answers.onCompleted();
    }

    private static Map<Integer, Long> cursors(ReadRequest request) {
        Map<Integer, Long> cursors = new TreeMap<>();
        for (int i = 0; i < request.getAfterCount(); i++) {
            Cursor cursor = request.getAfter(i);
            if (cursor.getPartition() >= Partitions.COUNT) {
                throw new InvalidException(
                        "after[%d].partition".formatted(i),
                        "%d: expected 0 to %d"
                                .formatted(cursor.getPartition(), Partitions.COUNT - 1));
            }
            if (cursors.put(cursor.getPartition(), cursor.getPosition()) != null) {
                throw new InvalidException(
                        "after[%d].partition".formatted(i),
                        "%d: expected each partition once".formatted(cursor.getPartition()));
            }
        }
        for (int partition = 0; partition < Partitions.COUNT; partition++) {
            cursors.putIfAbsent(partition, 0L);
        }
        return cursors;
    }
}
