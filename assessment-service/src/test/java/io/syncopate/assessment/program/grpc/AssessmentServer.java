package io.syncopate.assessment.program.grpc;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.AbstractStub;
import io.syncopate.assessment.cost.grpc.CostServices;
import io.syncopate.assessment.lint.grpc.LintServices;
import io.syncopate.assessment.model.Expressions;
import io.syncopate.assessment.model.ModelsInMemory;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.modelcatalogue.grpc.ModelServices;
import io.syncopate.assessment.program.AcceptAssessment;
import io.syncopate.assessment.program.AssessProgram;
import io.syncopate.assessment.program.AssessmentsInMemory;
import io.syncopate.assessment.program.CancelLaunch;
import io.syncopate.assessment.program.CheckReadiness;
import io.syncopate.assessment.program.DescribeProgram;
import io.syncopate.assessment.program.HoldPilot;
import io.syncopate.assessment.program.ImportOutcomes;
import io.syncopate.assessment.program.LaunchProgram;
import io.syncopate.assessment.program.OtherServices;
import io.syncopate.assessment.program.OutcomesInMemory;
import io.syncopate.assessment.program.ProgramsInMemory;
import io.syncopate.assessment.program.RecordOutcome;
import io.syncopate.assessment.program.ReviewProgram;
import io.syncopate.assessment.program.RunLaunch;
import io.syncopate.assessment.program.SupportLearners;
import io.syncopate.assessment.program.SwitchWorkflow;
import io.syncopate.assessment.quality.grpc.QualityServices;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.assessment.shared.grpc.ChosenModel;
import io.syncopate.kernel.Caller;
import io.syncopate.proto.assessment.v1.AssessmentServiceGrpc;
import io.syncopate.proto.assessment.v1.AssessmentServiceGrpc.AssessmentServiceBlockingStub;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc.DecisionModelServiceBlockingStub;
import io.syncopate.proto.assessment.v1.OutcomeServiceGrpc;
import io.syncopate.proto.assessment.v1.OutcomeServiceGrpc.OutcomeServiceBlockingStub;
import io.syncopate.proto.assessment.v1.PreparationServiceGrpc;
import io.syncopate.proto.assessment.v1.PreparationServiceGrpc.PreparationServiceBlockingStub;
import io.syncopate.proto.assessment.v1.ProgramServiceGrpc;
import io.syncopate.proto.assessment.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import io.syncopate.proto.assessment.v1.ReviewServiceGrpc;
import io.syncopate.proto.assessment.v1.ReviewServiceGrpc.ReviewServiceBlockingStub;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;

/**
 * The service's public contract in one process: its gRPC services behind the starter's interceptors,
 * over ports without a store.
 */
public final class AssessmentServer implements AutoCloseable {

    final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    final ProgramsInMemory programs = new ProgramsInMemory(clock);
    final AssessmentsInMemory assessments = new AssessmentsInMemory(clock);
    final OutcomesInMemory outcomes = new OutcomesInMemory(clock);
    final ModelsInMemory models = new ModelsInMemory(clock);
    private final CpuPool pool = new CpuPool(1, 16, Duration.ofSeconds(1));
    final OtherServices others = new OtherServices();
    final RunLaunch launches = new RunLaunch(programs, assessments, others, others, clock);
    private final TestTokens tokens = new TestTokens(clock);
    private final Server server;
    private final ManagedChannel channel;

    public AssessmentServer() {
        Expressions cel = CelFixture.cel();
        var comparison = ModelFixture.comparison();
        var answers = new AnswerBrief(cel, comparison);
        var interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(
                                tokens.keys(), TestTokens.ISSUER, TestTokens.AUDIENCE, clock),
                        ValidatorFactory.newBuilder().build(),
                        clock);
        var programService =
                new ProgramGrpcService(
                        programs,
                        models.available(),
                        new DescribeProgram(programs),
                        new AssessProgram(programs, assessments, answers),
                        new AcceptAssessment(programs, assessments),
                        new LaunchProgram(programs, assessments, () -> {}),
                        new CancelLaunch(programs, () -> {}));
        var assessmentService =
                new AssessmentGrpcService(
                        programs, assessments, models.available(), comparison, answers);
        var preparationService =
                new PreparationGrpcService(
                        new CheckReadiness(programs, assessments),
                        new SupportLearners(programs, assessments, clock),
                        new HoldPilot(programs));
        var outcomeService =
                new OutcomeGrpcService(
                        programs,
                        outcomes,
                        new RecordOutcome(programs, outcomes),
                        new ImportOutcomes(programs, outcomes),
                        new OutcomeFiles(ValidatorFactory.newBuilder().build()));
        var reviewService =
                new ReviewGrpcService(
                        new ReviewProgram(programs, outcomes),
                        new SwitchWorkflow(programs, assessments));
        var chosen = new ChosenModel(models.available());
        String name = InProcessServerBuilder.generateName();
        try {
            this.server =
                    InProcessServerBuilder.forName(name)
                            .directExecutor()
                            .addService(interceptors.intercept(programService))
                            .addService(interceptors.intercept(assessmentService))
                            .addService(interceptors.intercept(outcomeService))
                            .addService(
                                    interceptors.intercept(
                                            LintServices.of(programs, chosen, answers)))
                            .addService(interceptors.intercept(CostServices.of(programs, chosen)))
                            .addService(
                                    interceptors.intercept(
                                            QualityServices.of(programs, chosen, answers)))
                            .addService(interceptors.intercept(ModelServices.of(models, pool)))
                            .addService(interceptors.intercept(preparationService))
                            .addService(interceptors.intercept(reviewService))
                            .build()
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    }

    public ProgramServiceBlockingStub programs() {
        return as(Callers.ann(), ProgramServiceGrpc.newBlockingStub(channel));
    }

    public ProgramServiceBlockingStub programsAs(Caller caller) {
        return as(caller, ProgramServiceGrpc.newBlockingStub(channel));
    }

    public PreparationServiceBlockingStub preparation() {
        return preparationAs(Callers.ann());
    }

    public PreparationServiceBlockingStub preparationAs(Caller caller) {
        return as(caller, PreparationServiceGrpc.newBlockingStub(channel));
    }

    public ReviewServiceBlockingStub reviews() {
        return reviewsAs(Callers.ann());
    }

    public ReviewServiceBlockingStub reviewsAs(Caller caller) {
        return as(caller, ReviewServiceGrpc.newBlockingStub(channel));
    }

    public AssessmentServiceBlockingStub assessments() {
        return assessmentsAs(Callers.ann());
    }

    public AssessmentServiceBlockingStub assessmentsAs(Caller caller) {
        return as(caller, AssessmentServiceGrpc.newBlockingStub(channel));
    }

    public DecisionModelServiceBlockingStub models() {
        return modelsAs(Callers.ann());
    }

    public DecisionModelServiceBlockingStub modelsAs(Caller caller) {
        return as(caller, DecisionModelServiceGrpc.newBlockingStub(channel));
    }

    public OutcomeServiceBlockingStub outcomes() {
        return outcomesAs(Callers.ann());
    }

    public OutcomeServiceBlockingStub outcomesAs(Caller caller) {
        return as(caller, OutcomeServiceGrpc.newBlockingStub(channel));
    }

    /** Any other service of the contract, as {@code LintServiceGrpc::newBlockingStub} gives it. */
    public <S extends AbstractStub<S>> S stubAs(Caller caller, Function<Channel, S> service) {
        return as(caller, service.apply(channel));
    }

    /** What the background sweep does. */
    public void takeDueLaunches() {
        programs.dueLaunches(clock.instant(), 100)
                .forEach(due -> launches.run(due.tenant(), due.id()));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        pool.close();
    }

    private <S extends AbstractStub<S>> S as(Caller caller, S stub) {
        return stub.withInterceptors(tokens.as(caller), new Contributed());
    }
}
