package io.syncopate.asset.pipeline.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.asset.pipeline.AvailablePipelines;
import io.syncopate.asset.pipeline.Pipeline;
import io.syncopate.asset.pipeline.Stage;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Page;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.asset.v1.CreatePipelineRequest;
import io.syncopate.proto.asset.v1.GetPipelineRequest;
import io.syncopate.proto.asset.v1.ListPipelinesRequest;
import io.syncopate.proto.asset.v1.ListPipelinesResponse;
import io.syncopate.proto.asset.v1.PipelineServiceGrpc;
import io.syncopate.proto.asset.v1.UpdatePipelineRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.List;

/** {@code syncopate.asset.v1.PipelineService}. */
@Component
class PipelineGrpcService extends PipelineServiceGrpc.PipelineServiceImplBase {

    private final AvailablePipelines pipelines;

    PipelineGrpcService(AvailablePipelines pipelines) {
        this.pipelines = pipelines;
    }

    @Override
    public void createPipeline(
            CreatePipelineRequest request,
            StreamObserver<io.syncopate.proto.asset.v1.Pipeline> answer) {
        var pipeline =
                new Pipeline(
                        request.getPipeline().getDisplayName(),
                        PipelineMessages.stages(request.getPipeline()));
        Command by = CallContext.command();
        Ownership ownership =
                by.reach().sharing(by.by(), request.getPipeline().getTeamsList(), "pipeline.teams");
        send(
                answer,
                PipelineMessages.write(
                        pipelines.create(by, ownership, request.getPipelineId(), pipeline)));
    }

    @Override
    public void getPipeline(
            GetPipelineRequest request,
            StreamObserver<io.syncopate.proto.asset.v1.Pipeline> answer) {
        send(
                answer,
                PipelineMessages.write(
                        pipelines.get(
                                CallContext.reach(), PipelineMessages.id(request.getName()))));
    }

    @Override
    public void listPipelines(
            ListPipelinesRequest request, StreamObserver<ListPipelinesResponse> answer) {
        Page<Versioned<Pipeline>> page =
                pipelines.list(
                        CallContext.reach(),
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        send(
                answer,
                ListPipelinesResponse.newBuilder()
                        .addAllPipelines(page.map(PipelineMessages::write).items())
                        .setNextPageToken(page.nextToken())
                        .build());
    }

    @Override
    public void updatePipeline(
            UpdatePipelineRequest request,
            StreamObserver<io.syncopate.proto.asset.v1.Pipeline> answer) {
        var message = request.getPipeline();
        List<Stage> stages = PipelineMessages.stages(message);
        Versioned<Pipeline> updated =
                pipelines.update(
                        CallContext.command(),
                        PipelineMessages.id(message.getName()),
                        message.getEtag(),
                        before ->
                                new Pipeline(
                                        changes(
                                                        request,
                                                        "display_name",
                                                        !message.getDisplayName().isEmpty())
                                                ? message.getDisplayName()
                                                : before.displayName(),
                                        changes(request, "stages", !stages.isEmpty())
                                                ? stages
                                                : before.stages()));
        send(answer, PipelineMessages.write(updated));
    }

    /** With a mask, what it names; without one, every field that is set. */
    private static boolean changes(UpdatePipelineRequest request, String field, boolean set) {
        return request.hasUpdateMask() && request.getUpdateMask().getPathsCount() > 0
                ? request.getUpdateMask().getPathsList().contains(field)
                : set;
    }

    private static <T> void send(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }
}
