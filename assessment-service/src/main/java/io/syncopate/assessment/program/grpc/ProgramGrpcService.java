package io.syncopate.assessment.program.grpc;

import com.google.protobuf.Empty;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.model.AvailableModels;
import io.syncopate.assessment.model.DecisionModel;
import io.syncopate.assessment.program.AcceptAssessment;
import io.syncopate.assessment.program.AssessProgram;
import io.syncopate.assessment.program.CancelLaunch;
import io.syncopate.assessment.program.DescribeProgram;
import io.syncopate.assessment.program.LaunchProgram;
import io.syncopate.assessment.program.Programs;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Reach;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.CancelLaunchRequest;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.DeleteProgramRequest;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.ListProgramsRequest;
import io.syncopate.proto.assessment.v1.ListProgramsResponse;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.ProgramServiceGrpc;
import io.syncopate.proto.assessment.v1.UpdateProgramRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Set;

@Component
class ProgramGrpcService extends ProgramServiceGrpc.ProgramServiceImplBase {

    private final Programs programs;
    private final AvailableModels models;
    private final DescribeProgram describe;
    private final AssessProgram assess;
    private final AcceptAssessment accept;
    private final LaunchProgram launch;
    private final CancelLaunch cancel;

    ProgramGrpcService(
            Programs programs,
            AvailableModels models,
            DescribeProgram describe,
            AssessProgram assess,
            AcceptAssessment accept,
            LaunchProgram launch,
            CancelLaunch cancel) {
        this.programs = programs;
        this.models = models;
        this.describe = describe;
        this.assess = assess;
        this.accept = accept;
        this.launch = launch;
        this.cancel = cancel;
    }

    @Override
    public void createProgram(CreateProgramRequest request, StreamObserver<Program> observer) {
        Program wanted = request.getProgram();
        var draft =
                io.syncopate.assessment.program.Program.draft(ProgramMapper.description(wanted));
        Command by = CallContext.command();
        Ownership ownership = by.reach().sharing(by.by(), wanted.getTeamsList(), "program.teams");
        answer(observer, ProgramMapper.write(describe.create(by, ownership, draft)));
    }

    @Override
    public void getProgram(GetProgramRequest request, StreamObserver<Program> observer) {
        var found = programs.get(CallContext.reach(), Names.programIn(request.getName()));
        answer(observer, ProgramMapper.write(found));
    }

    @Override
    public void listPrograms(
            ListProgramsRequest request, StreamObserver<ListProgramsResponse> observer) {
        var page =
                programs.list(
                        CallContext.reach(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        answer(
                observer,
                ListProgramsResponse.newBuilder()
                        .addAllPrograms(page.items().stream().map(ProgramMapper::write).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void updateProgram(UpdateProgramRequest request, StreamObserver<Program> observer) {
        Program wanted = request.getProgram();
        Set<String> mask = mask(request);
        var updated =
                describe.update(
                        CallContext.command(),
                        Names.programIn(wanted.getName()),
                        wanted.getEtag(),
                        before ->
                                before.described(
                                        ProgramMapper.description(
                                                wanted, mask, before.description())));
        answer(observer, ProgramMapper.write(updated));
    }

    @Override
    public void deleteProgram(DeleteProgramRequest request, StreamObserver<Empty> observer) {
        describe.delete(
                CallContext.command(), Names.programIn(request.getName()), request.getEtag());
        answer(observer, Empty.getDefaultInstance());
    }

    @Override
    public void assessProgram(AssessProgramRequest request, StreamObserver<Assessment> observer) {
        Command by = CallContext.command();
        DecisionModel model =
                models.chosen(Reach.of(by.by(), AvailableModels.READ), request.getDecisionModel());
        var made = assess.assess(by, Names.programIn(request.getName()), model, request.getEtag());
        answer(observer, AssessmentMapper.write(made));
    }

    @Override
    public void acceptAssessment(
            AcceptAssessmentRequest request, StreamObserver<Program> observer) {
        var accepted =
                accept.accept(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        Names.programIn(request.getAssessment()),
                        Names.lastIn(request.getAssessment()),
                        request.getEtag());
        answer(observer, ProgramMapper.write(accepted));
    }

    @Override
    public void launchProgram(LaunchProgramRequest request, StreamObserver<Program> observer) {
        var launching =
                launch.launch(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        Names.date("start_date", request.getStartDate()),
                        request.getEtag());
        answer(observer, ProgramMapper.write(launching));
    }

    @Override
    public void cancelLaunch(CancelLaunchRequest request, StreamObserver<Program> observer) {
        var cancelling =
                cancel.cancel(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        request.getEtag());
        answer(observer, ProgramMapper.write(cancelling));
    }

    /** Left out, the mask is every field that is set. */
    private static Set<String> mask(UpdateProgramRequest request) {
        if (request.getUpdateMask().getPathsCount() > 0) {
            return Set.copyOf(request.getUpdateMask().getPathsList());
        }
        Program wanted = request.getProgram();
        var set = new HashSet<String>();
        if (!wanted.getDisplayName().isEmpty()) {
            set.add("display_name");
        }
        if (wanted.hasBrief()) {
            set.add("brief");
        }
        if (wanted.getSuccessMetricsCount() > 0) {
            set.add("success_metrics");
        }
        if (wanted.hasLearnerInformation()) {
            set.add("learner_information");
        }
        if (wanted.hasFlexibility()) {
            set.add("flexibility");
        }
        return set;
    }

    private static <T> void answer(StreamObserver<T> observer, T message) {
        observer.onNext(message);
        observer.onCompleted();
    }
}
