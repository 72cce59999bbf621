package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.program.LaunchStep;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.Stage;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.Launch;
import io.syncopate.starter.call.Owners;

import java.util.List;
import java.util.OptionalDouble;

/** Programmes as the contract shows them. */
final class ProgramMapper {

    private ProgramMapper() {}

    static io.syncopate.proto.assessment.v1.Program write(Versioned<Program> stored) {
        Program program = stored.value();
        Stage stage = program.stage();
        var message =
                io.syncopate.proto.assessment.v1.Program.newBuilder()
                        .setName(Names.program(stored.id()))
                        .setDisplayName(program.displayName())
                        .setBrief(BriefMapper.write(program.brief()))
                        .setState(state(stage))
                        .setBriefChangedSinceAccepted(program.changedSinceAccepted())
                        .setOwner(Owners.name(stored.ownership()))
                        .addAllTeams(Owners.teams(stored.ownership()))
                        .setEtag(stored.etag())
                        .setCreateTime(Protos.timestamp(stored.createTime()))
                        .setUpdateTime(Protos.timestamp(stored.updateTime()));
        program.metrics().forEach(metric -> message.addSuccessMetrics(metric(metric)));
        stage.latest()
                .ifPresent(id -> message.setLatestAssessment(Names.assessment(stored.id(), id)));
        stage.decision()
                .ifPresent(
                        decision ->
                                message.setAcceptedAssessment(
                                        Names.assessment(stored.id(), decision.assessment())));
        stage.launch().ifPresent(launch -> message.setLaunch(launch(stored.id(), stage, launch)));
        return message.build();
    }

    static List<SuccessMetric> metrics(
            List<io.syncopate.proto.assessment.v1.SuccessMetric> metrics) {
        return metrics.stream()
                .map(
                        metric ->
                                new SuccessMetric(
                                        SuccessMetric.Metric.valueOf(metric.getMetric().name()),
                                        metric.getTarget(),
                                        metric.getUnit(),
                                        metric.hasBaseline()
                                                ? OptionalDouble.of(metric.getBaseline())
                                                : OptionalDouble.empty()))
                .toList();
    }

    private static io.syncopate.proto.assessment.v1.Program.State state(Stage stage) {
        return switch (stage) {
            case Stage.Draft draft -> io.syncopate.proto.assessment.v1.Program.State.DRAFT;
            case Stage.Assessed assessed -> io.syncopate.proto.assessment.v1.Program.State.ASSESSED;
            case Stage.Accepted accepted -> io.syncopate.proto.assessment.v1.Program.State.ASSESSED;
            case Stage.Launching launching ->
                    io.syncopate.proto.assessment.v1.Program.State.ASSESSED;
            case Stage.Cancelling cancelling ->
                    io.syncopate.proto.assessment.v1.Program.State.ASSESSED;
            case Stage.Running running -> io.syncopate.proto.assessment.v1.Program.State.RUNNING;
        };
    }

    private static io.syncopate.proto.assessment.v1.SuccessMetric metric(SuccessMetric metric) {
        var message =
                io.syncopate.proto.assessment.v1.SuccessMetric.newBuilder()
                        .setMetric(
                                io.syncopate.proto.assessment.v1.SuccessMetric.Metric.valueOf(
                                        metric.metric().name()))
                        .setTarget(metric.target())
                        .setUnit(metric.unit());
        metric.baseline().ifPresent(message::setBaseline);
        return message.build();
    }

    private static Launch launch(
            String program, Stage stage, io.syncopate.assessment.program.Launch launch) {
        var message =
                Launch.newBuilder()
                        .setState(state(stage, launch))
                        .setAssessment(Names.assessment(program, launch.assessment()))
                        .setStartDate(launch.startDate().toString())
                        .setStartTime(Protos.timestamp(launch.startTime()));
        launch.steps().forEach(step -> message.addSteps(step(step)));
        launch.completeTime().map(Protos::timestamp).ifPresent(message::setCompleteTime);
        return message.build();
    }

    private static Launch.State state(Stage stage, io.syncopate.assessment.program.Launch launch) {
        if (stage instanceof Stage.Cancelling) {
            return Launch.State.CANCELLING;
        }
        if (launch.isComplete()) {
            return Launch.State.COMPLETE;
        }
        return launch.isRefused() ? Launch.State.REFUSED : Launch.State.IN_PROGRESS;
    }

    private static Launch.Step step(LaunchStep step) {
        return Launch.Step.newBuilder()
                .setKind(Launch.Step.Kind.valueOf(step.kind().name()))
                .setState(Launch.Step.State.valueOf(step.state().name()))
                .setResource(step.resource())
                .setDetail(step.detail())
                .setAttempts(step.attempts())
                .setUpdateTime(Protos.timestamp(step.updateTime()))
                .build();
    }
}
