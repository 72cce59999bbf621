package io.syncopate.assessment.backtest.grpc;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.assessment.backtest.PastAnswers;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.calibration.ReviewedPrograms;
import io.syncopate.assessment.learner.LearnerInformation;
import io.syncopate.assessment.model.ModelsInMemory;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.modelcatalogue.grpc.ModelServices;
import io.syncopate.assessment.program.AssessProgram;
import io.syncopate.assessment.program.AssessmentsInMemory;
import io.syncopate.assessment.program.Description;
import io.syncopate.assessment.program.Flexibility;
import io.syncopate.assessment.program.Measures;
import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.OutcomesInMemory;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.ProgramEvent;
import io.syncopate.assessment.program.ProgramsInMemory;
import io.syncopate.assessment.program.Progress;
import io.syncopate.assessment.program.ReviewPlan;
import io.syncopate.assessment.program.ReviewProgram;
import io.syncopate.assessment.program.Run;
import io.syncopate.assessment.program.Stage;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.program.WorkflowSwitch;
import io.syncopate.assessment.program.grpc.TestTokens;
import io.syncopate.assessment.review.Signal;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.assessment.v1.CalibrationServiceGrpc;
import io.syncopate.proto.assessment.v1.CalibrationServiceGrpc.CalibrationServiceBlockingStub;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc.DecisionModelServiceBlockingStub;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.MongoOperations;
import io.syncopate.starter.operation.OperationSettings;
import io.syncopate.starter.operation.Operations;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.TestStore;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calibrations and models over the contract, and programmes that were reviewed. */
final class CalibrationServer implements AutoCloseable {

    private static final ServiceName SERVICE = new ServiceName("assessment");
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate END = LocalDate.of(2026, 5, 29);

    private final SettableClock clock = SettableClock.at("2026-09-02T09:00:00Z");
    private final ProgramsInMemory programs = new ProgramsInMemory(clock);
    private final AssessmentsInMemory assessments = new AssessmentsInMemory(clock);
    private final OutcomesInMemory outcomes = new OutcomesInMemory(clock);
    private final ModelsInMemory models = new ModelsInMemory(clock);
    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
    private final CpuPool pool = new CpuPool(1, 16, Duration.ofSeconds(1));
    private final TestTokens tokens = new TestTokens(clock);
    private final Operations operations;
    private final Server server;
    private final ManagedChannel channel;
    private int requests;

    CalibrationServer(TestStore store) throws IOException {
        var candidates = new CalibrationCandidate(models.available(), models.compile(), answers);
        var kind =
                new CalibrationKind(
                        candidates,
                        new ReviewedPrograms(
                                programs,
                                assessments,
                                outcomes,
                                new ReviewProgram(programs, outcomes)),
                        new PastAnswers(programs, assessments, outcomes),
                        answers,
                        pool);
        operations =
                Operations.of(
                        new MongoOperations(store.database(), SERVICE, clock),
                        List.of(kind),
                        pool,
                        new OperationSettings(2, Duration.ofSeconds(15), 5, Duration.ofDays(7)),
                        SERVICE,
                        clock);
        operations.runner().start();
        var interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(tokens.keys(), "syncopate-gateway", "assessment", clock),
                        ValidatorFactory.newBuilder().build(),
                        clock);
        String name = InProcessServerBuilder.generateName();
        server =
                InProcessServerBuilder.forName(name)
                        .addService(
                                interceptors.intercept(
                                        new CalibrationGrpcService(operations, candidates, pool)))
                        .addService(interceptors.intercept(ModelServices.of(models, pool)))
                        .build()
                        .start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    CalibrationServiceBlockingStub calibrations(Caller by) {
        return CalibrationServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(by));
    }

    DecisionModelServiceBlockingStub models(Caller by) {
        return DecisionModelServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(by));
    }

    String request() {
        return "request-" + requests++;
    }

    /** One that ran as it was answered and has the outcome of one cohort of a hundred. */
    void ran(Caller by, String id, Brief brief, int completed, Map<Signal, Double> signals) {
        programs.add(
                command(by),
                Ownership.of(by),
                id,
                Program.draft(
                        new Description(
                                id,
                                brief,
                                List.of(
                                        new SuccessMetric(
                                                SuccessMetric.Metric.COMPLETION,
                                                80,
                                                "percent",
                                                Optional.empty())),
                                LearnerInformation.NONE,
                                Flexibility.NONE)),
                new ProgramEvent.ProgramCreated());
        new AssessProgram(programs, assessments, answers)
                .assess(command(by), id, ModelFixture.shipped(), "");
        String assessment = programs.get(Callers.ACME, id).value().stage().latest().orElseThrow();
        change(
                id,
                Progress.NONE,
                new Stage.Running(
                        Optional.of(assessment),
                        Optional.of(new Stage.Decision(assessment, brief.hash())),
                        Optional.empty()));
        outcomes.add(
                command(by),
                Outcome.key(id, "first"),
                new Outcome(
                        id,
                        assessment,
                        new Run("spring", START, END),
                        new Measures(100, completed, Map.of()),
                        signals,
                        ""),
                new Outcome.OutcomeRecorded(id, "spring"));
    }

    void reviewed(String id) {
        change(
                id,
                new Progress(Optional.empty(), Optional.of(held()), List.of(), Optional.empty()));
    }

    /** In the middle of the run that was reviewed. */
    void switched(String id) {
        var made =
                new WorkflowSwitch(
                        "other",
                        programs.get(Callers.ACME, id).value().stage().latest().orElseThrow(),
                        new WorkflowSwitch.Explanation("why", "how", "when", "what"),
                        Flexibility.NONE,
                        java.time.Instant.parse("2026-04-01T09:00:00Z"));
        change(
                id,
                new Progress(
                        Optional.empty(), Optional.of(held()), List.of(made), Optional.empty()));
    }

    private ReviewPlan held() {
        return new ReviewPlan(
                END.plusWeeks(12),
                Optional.of(new ReviewPlan.Held("first", "looked at", clock.instant())));
    }

    private void change(String id, Progress progress) {
        change(id, progress, programs.get(Callers.ACME, id).value().stage());
    }

    private void change(String id, Progress progress, Stage stage) {
        Versioned<Program> before = programs.get(Callers.ACME, id);
        programs.change(
                command(Callers.ann()),
                before,
                new Program(before.value().description(), progress, stage),
                new ProgramEvent.ProgramReviewed("first", END));
    }

    private Command command(Caller by) {
        return Callers.command(by, request(), clock.instant());
    }

    @Override
    public void close() {
        operations.runner().stop();
        channel.shutdownNow();
        server.shutdownNow();
        pool.close();
    }
}
