package io.syncopate.scheduling.shared.grpc;

import com.google.protobuf.Timestamp;

import java.time.Instant;

/** Instants as the contract shows them. */
public final class Timestamps {

    private Timestamps() {}

    public static Timestamp of(Instant at) {
        return Timestamp.newBuilder()
                .setSeconds(at.getEpochSecond())
                .setNanos(at.getNano())
                .build();
    }
}
