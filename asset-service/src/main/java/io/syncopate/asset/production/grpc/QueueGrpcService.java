package io.syncopate.asset.production.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.pipeline.QueueName;
import io.syncopate.asset.production.ClaimNextItem;
import io.syncopate.asset.production.ViewQueues;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.proto.asset.v1.Claim;
import io.syncopate.proto.asset.v1.ClaimFromQueueRequest;
import io.syncopate.proto.asset.v1.ListQueuesRequest;
import io.syncopate.proto.asset.v1.ListQueuesResponse;
import io.syncopate.proto.asset.v1.Queue;
import io.syncopate.proto.asset.v1.QueueServiceGrpc;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/** {@code syncopate.asset.v1.QueueService}. */
@Component
class QueueGrpcService extends QueueServiceGrpc.QueueServiceImplBase {

    private final ViewQueues view;
    private final ClaimNextItem claim;
    private final Clock clock;

    QueueGrpcService(ViewQueues view, ClaimNextItem claim, Clock clock) {
        this.view = view;
        this.claim = claim;
        this.clock = clock;
    }

    @Override
    public void listQueues(ListQueuesRequest request, StreamObserver<ListQueuesResponse> answer) {
        Page<ViewQueues.Queue> page =
                view.list(
                        CallContext.reach(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        Messages.send(
                answer,
                ListQueuesResponse.newBuilder()
                        .addAllQueues(page.map(QueueGrpcService::write).items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void claimFromQueue(ClaimFromQueueRequest request, StreamObserver<Claim> answer) {
        var held =
                claim.claim(
                        CallContext.command(),
                        AssetMessages.queue(request.getName()),
                        Optional.of(request.getAsset())
                                .filter(name -> !name.isEmpty())
                                .map(Messages::assetId));
        Messages.send(answer, ClaimMessages.write(held, clock.instant()));
    }

    private static Queue write(ViewQueues.Queue queue) {
        QueueName name = queue.count().queue();
        var message =
                Queue.newBuilder()
                        .setName(name.resourceName())
                        .setPipeline("pipelines/" + name.pipeline())
                        .setStage(name.stage())
                        .setDisplayName(queue.stage().displayName())
                        .setRole(queue.stage().role())
                        .addAllChecklist(Messages.checklist(queue.stage()))
                        .setWaitingCount(queue.count().waiting())
                        .setClaimedCount(queue.count().claimed());
        queue.count()
                .oldest()
                .ifPresent(since -> message.setOldestEnterTime(Messages.timestamp(since)));
        return message.build();
    }
}
