package io.syncopate.assessment.program.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.program.ReviewProgram;
import io.syncopate.assessment.program.SwitchWorkflow;
import io.syncopate.assessment.program.WorkflowSwitch;
import io.syncopate.kernel.InvalidException;
import io.syncopate.proto.assessment.v1.GetReviewRequest;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.RecordReviewRequest;
import io.syncopate.proto.assessment.v1.Review;
import io.syncopate.proto.assessment.v1.ReviewServiceGrpc;
import io.syncopate.proto.assessment.v1.SwitchWorkflowRequest;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.Optional;

@Component
class ReviewGrpcService extends ReviewServiceGrpc.ReviewServiceImplBase {

    private final ReviewProgram reviews;
    private final SwitchWorkflow switches;

    ReviewGrpcService(ReviewProgram reviews, SwitchWorkflow switches) {
        this.reviews = reviews;
        this.switches = switches;
    }

    @Override
    public void getReview(GetReviewRequest request, StreamObserver<Review> observer) {
        String program = Names.programIn(request.getName());
        var review =
                reviews.review(
                        CallContext.reach(), program, outcome(program, request.getOutcome()));
        answer(observer, ReviewMapper.write(program, review));
    }

    @Override
    public void recordReview(RecordReviewRequest request, StreamObserver<Program> observer) {
        String program = Names.programIn(request.getName());
        var held =
                new ReviewProgram.Held(
                        outcome(program, request.getOutcome()),
                        request.getConclusion(),
                        request.getNextDate().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Names.date("next_date", request.getNextDate())));
        answer(
                observer,
                ProgramMapper.write(
                        reviews.hold(CallContext.command(), program, held, request.getEtag())));
    }

    @Override
    public void switchWorkflow(SwitchWorkflowRequest request, StreamObserver<Program> observer) {
        var switched =
                switches.to(
                        CallContext.command(),
                        Names.programIn(request.getName()),
                        new SwitchWorkflow.To(
                                Names.programIn(request.getAssessment()),
                                Names.lastIn(request.getAssessment())),
                        new WorkflowSwitch.Explanation(
                                request.getReason(),
                                request.getCommunication(),
                                request.getDeadlines(),
                                request.getInteraction()),
                        request.getEtag());
        answer(observer, ProgramMapper.write(switched));
    }

    private static Optional<String> outcome(String program, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (!Names.programIn(name).equals(program)) {
            throw new InvalidException("outcome", name, "an outcome of the program");
        }
        return Optional.of(Names.lastIn(name));
    }

    private static <T> void answer(StreamObserver<T> observer, T message) {
        observer.onNext(message);
        observer.onCompleted();
    }
}
