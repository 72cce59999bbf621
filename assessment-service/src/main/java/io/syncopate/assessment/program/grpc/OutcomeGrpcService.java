package io.syncopate.assessment.program.grpc;

import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.program.ImportOutcomes;
import io.syncopate.assessment.program.Outcomes;
import io.syncopate.assessment.program.Programs;
import io.syncopate.assessment.program.RecordOutcome;
import io.syncopate.kernel.PageRequest;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.assessment.v1.CreateOutcomeRequest;
import io.syncopate.proto.assessment.v1.GetOutcomeRequest;
import io.syncopate.proto.assessment.v1.ImportOutcomesRequest;
import io.syncopate.proto.assessment.v1.ImportOutcomesResponse;
import io.syncopate.proto.assessment.v1.ListOutcomesRequest;
import io.syncopate.proto.assessment.v1.ListOutcomesResponse;
import io.syncopate.proto.assessment.v1.Outcome;
import io.syncopate.proto.assessment.v1.OutcomeServiceGrpc;
import io.syncopate.starter.call.CallContext;

import org.springframework.stereotype.Component;

@Component
class OutcomeGrpcService extends OutcomeServiceGrpc.OutcomeServiceImplBase {

    private final Programs programs;
    private final Outcomes outcomes;
    private final RecordOutcome recordOutcome;
    private final ImportOutcomes imports;
    private final OutcomeFiles files;

    OutcomeGrpcService(
            Programs programs,
            Outcomes outcomes,
            RecordOutcome recordOutcome,
            ImportOutcomes imports,
            OutcomeFiles files) {
        this.programs = programs;
        this.outcomes = outcomes;
        this.recordOutcome = recordOutcome;
        this.imports = imports;
        this.files = files;
    }

    @Override
    public void createOutcome(CreateOutcomeRequest request, StreamObserver<Outcome> observer) {
        String program = Names.programIn(request.getParent());
        var recorded =
                recordOutcome.record(
                        CallContext.command(),
                        program,
                        assessment ->
                                OutcomeMapper.read(program, assessment, request.getOutcome()));
        observer.onNext(OutcomeMapper.write(recorded));
        observer.onCompleted();
    }

    @Override
    public void getOutcome(GetOutcomeRequest request, StreamObserver<Outcome> observer) {
        TenantId tenant = CallContext.caller().tenant();
        String program = programs.get(CallContext.reach(), Names.programIn(request.getName())).id();
        observer.onNext(
                OutcomeMapper.write(
                        outcomes.get(tenant, program, Names.lastIn(request.getName()))));
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
                        .addAllOutcomes(page.items().stream().map(OutcomeMapper::write).toList())
                        .setNextPageToken(page.nextToken())
                        .build());
        observer.onCompleted();
    }

    @Override
    public void importOutcomes(
            ImportOutcomesRequest request, StreamObserver<ImportOutcomesResponse> observer) {
        String program = Names.programIn(request.getParent());
        var kept =
                imports.keep(
                        CallContext.command(),
                        program,
                        assessment -> files.read(request.getContent(), program, assessment));
        observer.onNext(
                ImportOutcomesResponse.newBuilder()
                        .addAllOutcomes(
                                kept.ids().stream().map(id -> Names.outcome(program, id)).toList())
                        .setKnown(kept.known())
                        .build());
        observer.onCompleted();
    }
}
