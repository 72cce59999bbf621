package io.syncopate.assessment.shared.grpc;

import com.google.protobuf.Timestamp;

import io.syncopate.assessment.model.Source;
import io.syncopate.assessment.scoring.Answer;
import io.syncopate.proto.assessment.v1.Score;
import io.syncopate.proto.assessment.v1.SecondaryComponent;
import io.syncopate.proto.assessment.v1.Workflow;

import java.time.Instant;

/** What several messages have in common. */
public final class Protos {

    private Protos() {}

    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    public static Workflow.Value workflow(io.syncopate.assessment.model.Workflow workflow) {
        return switch (workflow) {
            case SYNCHRONOUS -> Workflow.Value.SYNCHRONOUS;
            case ASYNCHRONOUS -> Workflow.Value.ASYNCHRONOUS;
            case BLENDED -> Workflow.Value.BLENDED;
        };
    }

    /** Rules first, so that a reader finds them in the list of rules. */
    public static String source(Source source) {
        return source.text();
    }

    public static Score score(io.syncopate.assessment.scoring.Score score) {
        return Score.newBuilder()
                .setWorkflow(workflow(score.workflow()))
                .setPoints(score.points())
                .setRank(score.rank())
                .setFeasible(score.feasible())
                .build();
    }

    public static SecondaryComponent secondary(Answer.SecondaryComponent secondary) {
        return SecondaryComponent.newBuilder()
                .setText(secondary.text())
                .setLive(secondary.live())
                .setReason(secondary.reason())
                .setSource(source(secondary.source()))
                .build();
    }
}
