package io.syncopate.assessment.program.grpc;

import io.syncopate.kernel.Caller;
import io.syncopate.proto.assessment.v1.Brief;
import io.syncopate.proto.assessment.v1.FinishPilotRequest;
import io.syncopate.proto.assessment.v1.LearnerInformation;
import io.syncopate.proto.assessment.v1.PilotFeedback;
import io.syncopate.proto.assessment.v1.PilotSample;
import io.syncopate.proto.assessment.v1.PlanPilotRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.RecordPilotRequest;
import io.syncopate.proto.assessment.v1.SuccessMetric;

import java.util.Arrays;
import java.util.List;

/** What has to be there before a launch, through the public contract. */
final class Preparations {

    private Preparations() {}

    static Program.Builder course(Brief brief) {
        return Program.newBuilder()
                .setDisplayName("Course")
                .setBrief(brief)
                .setLearnerInformation(
                        LearnerInformation.newBuilder()
                                .setAccess("On the platform.")
                                .setFeedback("Within two days."))
                .addSuccessMetrics(completion());
    }

    static SuccessMetric.Builder completion() {
        return SuccessMetric.newBuilder()
                .setMetric(SuccessMetric.Metric.COMPLETION)
                .setTarget(80)
                .setUnit("percent")
                .setBaseline(61.5)
                .setBaselineKind(SuccessMetric.BaselineKind.EARLIER_RUN)
                .setBaselineSource("2025");
    }

    static List<PilotFeedback> feedback() {
        return Arrays.stream(PilotFeedback.Kind.values())
                .filter(
                        kind ->
                                kind != PilotFeedback.Kind.KIND_UNSPECIFIED
                                        && kind != PilotFeedback.Kind.UNRECOGNIZED)
                .map(Preparations::feedback)
                .toList();
    }

    static PilotFeedback feedback(PilotFeedback.Kind kind) {
        return PilotFeedback.newBuilder().setKind(kind).setRating(4.2).setRespondents(1).build();
    }

    static PlanPilotRequest.Builder plan(String program) {
        return PlanPilotRequest.newBuilder()
                .setName(program)
                .setStartDate("2026-02-02")
                .setSample(PilotSample.newBuilder().setDrawn("volunteers"));
    }

    /** Everything is said, and it can be finished. */
    static void openPilot(AssessmentServer server, Caller by, String program) {
        var pilots = server.preparationAs(by);
        var _ = pilots.planPilot(plan(program).build());
        var _ =
                pilots.recordPilot(
                        RecordPilotRequest.newBuilder()
                                .setName(program)
                                .addAllFeedback(feedback())
                                .build());
    }

    /** Tried for two weeks, with nothing against it. */
    static Program pilot(AssessmentServer server, Caller by, String program) {
        openPilot(server, by, program);
        return server.preparationAs(by)
                .finishPilot(FinishPilotRequest.newBuilder().setName(program).build());
    }
}
