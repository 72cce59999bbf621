package io.syncopate.starter.eventlog;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.syncopate.kernel.InvalidException;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ListHistoryRequest;
import io.syncopate.proto.api.v1.ListHistoryResponse;
import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.proto.api.v1.ReadAllResponse;
import io.syncopate.proto.api.v1.ReadRequest;
import io.syncopate.proto.api.v1.ReadResponse;
import io.syncopate.proto.api.v1.WatchRequest;
import io.syncopate.proto.api.v1.WatchResponse;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.mongo.Partitions;

import org.bson.Document;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** The feed over gRPC. */
public final class EventFeedGrpcService extends EventFeedServiceGrpc.EventFeedServiceImplBase
        implements EventSource {

    private static final int DEFAULT_EVENTS = 100;

    private final EventFeed feed;
    private final History history;
    private final Watches watches;
    private final EventMapper mapper;

    EventFeedGrpcService(EventFeed feed, History history, Watches watches, EventMapper mapper) {
        this.feed = feed;
        this.history = history;
        this.watches = watches;
        this.mapper = mapper;
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> answers) {
        Cursors cursors = Cursors.of(request.getAfterList(), EventFeed.ALL_PARTITIONS);
        List<Document> found =
                interruptibly(
                        () ->
                                feed.read(
                                        CallContext.caller().tenant(),
                                        cursors.positions(),
                                        limit(request.getMaxEvents()),
                                        duration(request.getWait())));
        ReadResponse.Builder response = ReadResponse.newBuilder();
        for (Document entry : found) {
            response.addEvents(mapper.toEvent(entry));
            cursors.saw(entry);
        }
        answers.onNext(response.addAllNext(cursors.toMessages()).build());
        answers.onCompleted();
    }

    @Override
    public void readAll(ReadAllRequest request, StreamObserver<ReadAllResponse> answers) {
        answers.onNext(read(request));
        answers.onCompleted();
    }

    @Override
    public ReadAllResponse read(ReadAllRequest request) {
        Set<Integer> partitions = partitions(request.getPartitionsList());
        Cursors cursors = Cursors.of(request.getAfterList(), partitions);
        List<Document> found =
                interruptibly(
                        () ->
                                feed.readAll(
                                        partitions,
                                        cursors.positions(),
                                        limit(request.getMaxEvents()),
                                        duration(request.getWait())));
        ReadAllResponse.Builder response = ReadAllResponse.newBuilder();
        for (Document entry : found) {
            response.addEvents(mapper.toEvent(entry));
            cursors.saw(entry);
        }
        return response.addAllNext(cursors.toMessages())
                .addAllLast(Cursors.at(feed.last(partitions)).toMessages())
                .build();
    }

    @Override
    public void listHistory(
            ListHistoryRequest request, StreamObserver<ListHistoryResponse> answers) {
        Page<Document> page =
                history.of(
                        CallContext.reach(),
                        request.getName(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        answers.onNext(
                ListHistoryResponse.newBuilder()
                        .addAllEvents(page.items().stream().map(mapper::toEvent).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
        answers.onCompleted();
    }

    @Override
    public void watch(WatchRequest request, StreamObserver<WatchResponse> answers) {
        watches.open(
                CallContext.caller().tenant(),
                request,
                (ServerCallStreamObserver<WatchResponse>) answers);
    }

    private static Set<Integer> partitions(List<Integer> named) {
        for (int i = 0; i < named.size(); i++) {
            if (named.get(i) >= Partitions.COUNT) {
                throw new InvalidException(
                        "partitions[%d]".formatted(i),
                        named.get(i),
                        "0 to %d".formatted(Partitions.COUNT - 1));
            }
        }
        return named.isEmpty() ? EventFeed.ALL_PARTITIONS : Set.copyOf(named);
    }

    private static int limit(int asked) {
        return asked == 0 ? DEFAULT_EVENTS : asked;
    }

    private static Duration duration(com.google.protobuf.Duration wait) {
        return Duration.ofSeconds(wait.getSeconds(), wait.getNanos());
    }

    private static <R> R interruptibly(Callable<R> read) {
        try {
            return read.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withDescription("interrupted").asRuntimeException();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
