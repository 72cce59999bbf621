package io.syncopate.assessment.program.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.program.Outcomes;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.RecordOutcome;
import io.syncopate.assessment.shared.grpc.Protos;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.CreateOutcomeRequest;
import io.syncopate.proto.assessment.v1.GetOutcomeRequest;
import io.syncopate.proto.assessment.v1.ListOutcomesRequest;
import io.syncopate.proto.assessment.v1.ListOutcomesResponse;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.OutcomeServiceGrpc;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

import java.util.OptionalDouble;

@Component
class OutcomeGrpcService extends OutcomeServiceGrpc.OutcomeServiceImplBase {

    private final Programs programs;
    private final Outcomes outcomes;
    private final RecordOutcome recordOutcome;

    OutcomeGrpcService(Programs programs, Outcomes outcomes, RecordOutcome recordOutcome) {
        this.programs = programs;
        this.outcomes = outcomes;
        this.recordOutcome = recordOutcome;
    }

    @Override
    public void createOutcome(CreateOutcomeRequest request, StreamObserver<Outcome> observer) {
        String program = Names.programIn(request.getParent());
        var recorded =
                recordOutcome.record(
                        CallContext.command(),
                        program,
                        assessment -> read(program, assessment, request.getOutcome()));
        observer.onNext(write(recorded));
        observer.onCompleted();
    }

    @Override
    public void getOutcome(GetOutcomeRequest request, StreamObserver<Outcome> observer) {
        TenantId tenant = CallContext.caller().tenant();
        String program = programs.get(CallContext.reach(), Names.programIn(request.getName())).id();
        observer.onNext(write(outcomes.get(tenant, program, Names.lastIn(request.getName()))));
        observer.onCompleted();
    }

    @Override
    public void listOutcomes(
            ListOutcomesRequest request, StreamObserver<ListOutcomesResponse> observer) {
        TenantId tenant = CallContext.caller().tenant();
        String program =
                programs.get(CallContext.reach(), Names.programIn(request.getParent())).id();
        var page =
                outcomes.ofProgram(
                        tenant,
                        program,
                        new PageRequest(request.getPageSize(), request.getPageToken()));
        observer.onNext(
                ListOutcomesResponse.newBuilder()
                        .addAllOutcomes(
                                page.items().stream().map(OutcomeGrpcService::write).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
        observer.onCompleted();
    }

    private static io.syncopate.assessment.program.Outcome read(
            String program, String assessment, Outcome message) {
        return new io.syncopate.assessment.program.Outcome(
                program,
                assessment,
                message.getCohort(),
                Names.date("outcome.start_date", message.getStartDate()),
                Names.date("outcome.end_date", message.getEndDate()),
                message.getEnrolled(),
                message.getCompleted(),
                optional(message.hasAssessmentScore(), message.getAssessmentScore()),
                optional(message.hasSatisfaction(), message.getSatisfaction()),
                optional(message.hasTimeToProficiencyDays(), message.getTimeToProficiencyDays()),
                optional(message.hasApplicationPercent(), message.getApplicationPercent()),
                message.getNotes());
    }

    private static Outcome write(Versioned<io.syncopate.assessment.program.Outcome> stored) {
        var outcome = stored.value();
        var message =
                Outcome.newBuilder()
                        .setName(Names.outcome(outcome.program(), Names.lastIn(stored.id())))
                        .setCohort(outcome.cohort())
                        .setStartDate(outcome.start().toString())
                        .setEndDate(outcome.end().toString())
                        .setEnrolled(outcome.enrolled())
                        .setCompleted(outcome.completed())
                        .setNotes(outcome.notes())
                        .setCompletionPercent(outcome.completionPercent())
                        .setAssessment(Names.assessment(outcome.program(), outcome.assessment()))
                        .setCreateTime(Protos.timestamp(stored.createTime()))
                        .setEtag(stored.etag());
        outcome.assessmentScore().ifPresent(message::setAssessmentScore);
        outcome.satisfaction().ifPresent(message::setSatisfaction);
        outcome.daysToProficiency().ifPresent(message::setTimeToProficiencyDays);
        outcome.applicationPercent().ifPresent(message::setApplicationPercent);
        return message.build();
    }

    private static OptionalDouble optional(boolean present, double value) {
        return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
