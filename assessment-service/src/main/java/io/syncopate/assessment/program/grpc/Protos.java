package io.syncopate.assessment.program.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.assessment.model.Source;
import io.syncopate.proto.assessment.v1.Workflow;

import java.time.Instant;

/** What several messages have in common. */
final class Protos {

    private Protos() {}

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    static Workflow.Value workflow(io.syncopate.assessment.model.Workflow workflow) {
        return switch (workflow) {
            case SYNCHRONOUS -> Workflow.Value.SYNCHRONOUS;
            case ASYNCHRONOUS -> Workflow.Value.ASYNCHRONOUS;
            case BLENDED -> Workflow.Value.BLENDED;
        };
    }

    /** Rules first, so that a reader finds them in the list of rules. */
    static String source(Source source) {
        return "%s: %s".formatted(String.join(", ", source.rules()), source.passage());
    }
}
