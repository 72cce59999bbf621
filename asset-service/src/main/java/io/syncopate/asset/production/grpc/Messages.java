package io.syncopate.asset.production.grpc;

import com.google.protobuf.Timestamp;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.asset.production.AssetId;
import io.syncopate.kernel.Uid;
import io.syncopate.proto.asset.v1.Pipeline;

import java.time.Instant;
import java.util.List;

/** What several messages of production are made of. */
final class Messages {

    private static final String CLAIM = "claims/";
    private static final String QUEUE = "queues/";
    private static final String CAMPAIGN = "campaigns/";
    private static final String ASSET = "/assets/";

    private Messages() {}

    static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }

    static AssetId assetId(String name) {
        int end = name.indexOf(ASSET);
        return new AssetId(
                name.substring(CAMPAIGN.length(), end), name.substring(end + ASSET.length()));
    }

    static String campaignId(String name) {
        return name.substring(CAMPAIGN.length());
    }

    static String claimId(String name) {
        return name.substring(CLAIM.length());
    }

    static String claimName(String id) {
        return CLAIM + id;
    }

    static String queueId(String name) {
        return name.substring(QUEUE.length());
    }

    static String queueName(String id) {
        return QUEUE + id;
    }

    static String actor(Uid uid) {
        return uid.isService() ? uid.value() : "people/" + uid.value();
    }

    static List<Pipeline.ChecklistItem> checklist(Stage stage) {
        return stage.checklist().stream()
                .map(
                        item ->
                                Pipeline.ChecklistItem.newBuilder()
                                        .setKey(item.key())
                                        .setText(item.text())
                                        .build())
                .toList();
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
