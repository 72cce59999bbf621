package io.syncopate.assessment.program.grpc;

import com.google.api.HttpBody;
import com.google.protobuf.ByteString;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.learner.SheetFormat;
import io.syncopate.assessment.program.CheckReadiness;
import io.syncopate.assessment.program.HoldPilot;
import io.syncopate.assessment.program.SupportLearners;
import io.syncopate.kernel.RefusedException;
import io.syncopate.proto.assessment.v1.FinishPilotRequest;
import io.syncopate.proto.assessment.v1.GetLaunchReadinessRequest;
import io.syncopate.proto.assessment.v1.GetSupportPlanRequest;
import io.syncopate.proto.assessment.v1.LaunchReadiness;
import io.syncopate.proto.assessment.v1.PlanPilotRequest;
import io.syncopate.proto.assessment.v1.PreparationServiceGrpc;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.ReadLearnerSheetRequest;
import io.syncopate.proto.assessment.v1.RecordPilotRequest;
import io.syncopate.proto.assessment.v1.SupportPlan;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.List;

@Component
class PreparationGrpcService extends PreparationServiceGrpc.PreparationServiceImplBase {

    private final CheckReadiness readiness;
    private final SupportLearners support;
    private final HoldPilot pilots;

    PreparationGrpcService(CheckReadiness readiness, SupportLearners support, HoldPilot pilots) {
        this.readiness = readiness;
        this.support = support;
        this.pilots = pilots;
    }

    @Override
    public void getSupportPlan(
            GetSupportPlanRequest request, StreamObserver<SupportPlan> observer) {
        var plan = support.plan(CallContext.reach(), Names.programIn(request.getName()));
        answer(observer, SupportMapper.write(plan));
    }

    @Override
    public void getLaunchReadiness(
            GetLaunchReadinessRequest request, StreamObserver<LaunchReadiness> observer) {
        List<RefusedException> blockers =
                readiness.blockers(CallContext.reach(), Names.programIn(request.getName()));
        var message = LaunchReadiness.newBuilder().setReady(blockers.isEmpty());
        blockers.forEach(
                each ->
                        message.addBlockersBuilder()
                                .setReason(each.reason())
                                .setDescription(each.getMessage()));
        answer(observer, message.build());
    }

    @Override
    public void readLearnerSheet(
            ReadLearnerSheetRequest request, StreamObserver<HttpBody> observer) {
        var format =
                request.getFormat() == ReadLearnerSheetRequest.Format.HTML
                        ? SheetFormat.HTML
                        : SheetFormat.MARKDOWN;
        var sheet = readiness.sheet(CallContext.reach(), Names.programIn(request.getName()));
        answer(
                observer,
                HttpBody.newBuilder()
                        .setContentType(format.contentType())
                        .setData(ByteString.copyFromUtf8(format.write(sheet)))
                        .build());
    }

    @Override
    public void planPilot(PlanPilotRequest request, StreamObserver<Program> observer) {
        var planned =
                pilots.plan(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        PilotMapper.plan(request),
                        request.getEtag());
        answer(observer, ProgramMapper.write(planned));
    }

    @Override
    public void recordPilot(RecordPilotRequest request, StreamObserver<Program> observer) {
        var recorded =
                pilots.record(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        request.getFeedbackList().stream().map(PilotMapper::read).toList(),
                        request.getFindingsList().stream().map(PilotMapper::read).toList(),
                        request.getEtag());
        answer(observer, ProgramMapper.write(recorded));
    }

    @Override
    public void finishPilot(FinishPilotRequest request, StreamObserver<Program> observer) {
        var finished =
                pilots.finish(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        request.getEtag());
        answer(observer, ProgramMapper.write(finished));
    }

    private static <T> void answer(StreamObserver<T> observer, T message) {
        observer.onNext(message);
        observer.onCompleted();
    }
}
