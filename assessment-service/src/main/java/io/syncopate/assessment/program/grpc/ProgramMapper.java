package io.syncopate.assessment.program.grpc;

import io.syncopate.assessment.learner.LearnerInformation;
import io.syncopate.assessment.program.Description;
import io.syncopate.assessment.program.Flexibility;
import io.syncopate.assessment.program.LaunchStep;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.ReviewPlan;
import io.syncopate.assessment.program.Stage;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.program.SuccessMetric.Baseline;
import io.syncopate.assessment.shared.grpc.BriefMapper;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.Launch;
import io.syncopate.proto.assessment.v1.SuccessMetric.BaselineKind;
import io.syncopate.starter.call.Owners;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                        .setState(state(program))
                        .setBriefChangedSinceAccepted(program.changedSinceAccepted())
                        .setOwner(Owners.name(stored.ownership()))
                        .addAllTeams(Owners.teams(stored.ownership()))
                        .setEtag(stored.etag())
                        .setCreateTime(Protos.timestamp(stored.createTime()))
                        .setUpdateTime(Protos.timestamp(stored.updateTime()));
        LearnerInformation information = program.description().information();
        if (!information.equals(LearnerInformation.NONE)) {
            message.setLearnerInformation(information(information));
        }
        program.pilot()
                .map(pilot -> PilotMapper.write(stored.id(), pilot))
                .ifPresent(message::setPilot);
        Flexibility flexibility = program.description().flexibility();
        if (!flexibility.equals(Flexibility.NONE)) {
            message.getFlexibilityBuilder()
                    .setBufferWeeks(flexibility.bufferWeeks())
                    .setModular(flexibility.modular());
        }
        if (stage.launch().isPresent()) {
            program.progress()
                    .review()
                    .map(plan -> ReviewMapper.plan(stored.id(), plan))
                    .ifPresent(message::setReview);
        }
        program.progress()
                .switches()
                .forEach(made -> message.addSwitches(ReviewMapper.made(stored.id(), made)));
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

    static Description description(io.syncopate.proto.assessment.v1.Program message) {
        return new Description(
                message.getDisplayName(),
                BriefMapper.read(message.getBrief()),
                metrics(message.getSuccessMetricsList()),
                information(message.getLearnerInformation()),
                flexibility(message.getFlexibility()));
    }

    /** As before but for what the mask names. */
    static Description description(
            io.syncopate.proto.assessment.v1.Program message,
            Set<String> mask,
            Description before) {
        return new Description(
                mask.contains("display_name") ? message.getDisplayName() : before.displayName(),
                mask.contains("brief") ? BriefMapper.read(message.getBrief()) : before.brief(),
                mask.contains("success_metrics")
                        ? metrics(message.getSuccessMetricsList())
                        : before.metrics(),
                mask.contains("learner_information")
                        ? information(message.getLearnerInformation())
                        : before.information(),
                mask.contains("flexibility")
                        ? flexibility(message.getFlexibility())
                        : before.flexibility());
    }

    private static List<SuccessMetric> metrics(
            List<io.syncopate.proto.assessment.v1.SuccessMetric> metrics) {
        return metrics.stream()
                .map(
                        metric ->
                                SuccessMetric.stated(
                                        new SuccessMetric(
                                                SuccessMetric.Metric.valueOf(
                                                        metric.getMetric().name()),
                                                metric.getTarget(),
                                                metric.getUnit(),
                                                baseline(metric))))
                .toList();
    }

    private static Optional<Baseline> baseline(
            io.syncopate.proto.assessment.v1.SuccessMetric metric) {
        return metric.hasBaseline()
                ? Optional.of(
                        new Baseline(
                                metric.getBaseline(),
                                metric.getBaselineKind() == BaselineKind.BENCHMARK
                                        ? Baseline.Kind.BENCHMARK
                                        : Baseline.Kind.EARLIER_RUN,
                                metric.getBaselineSource()))
                : Optional.empty();
    }

    private static LearnerInformation information(
            io.syncopate.proto.assessment.v1.LearnerInformation message) {
        return new LearnerInformation(
                message.getAccess(), message.getFeedback(), message.getAttendanceNote());
    }

    private static io.syncopate.proto.assessment.v1.LearnerInformation information(
            LearnerInformation information) {
        return io.syncopate.proto.assessment.v1.LearnerInformation.newBuilder()
                .setAccess(information.access())
                .setFeedback(information.feedback())
                .setAttendanceNote(information.attendanceNote())
                .build();
    }

    private static Flexibility flexibility(io.syncopate.proto.assessment.v1.Flexibility message) {
        return new Flexibility(message.getBufferWeeks(), message.getModular());
    }

    private static io.syncopate.proto.assessment.v1.Program.State state(Program program) {
        if (program.stage() instanceof Stage.Accepted && program.pilot().isPresent()) {
            return io.syncopate.proto.assessment.v1.Program.State.PILOTING;
        }
        boolean reviewed = program.progress().review().flatMap(ReviewPlan::last).isPresent();
        return program.stage() instanceof Stage.Running && reviewed
                ? io.syncopate.proto.assessment.v1.Program.State.REVIEWED
                : state(program.stage());
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
        metric.baseline()
                .ifPresent(
                        baseline ->
                                message.setBaseline(baseline.value())
                                        .setBaselineKind(
                                                BaselineKind.valueOf(baseline.kind().name()))
                                        .setBaselineSource(baseline.source()));
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
