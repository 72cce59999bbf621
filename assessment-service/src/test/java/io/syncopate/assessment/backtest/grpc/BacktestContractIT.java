package io.syncopate.assessment.backtest.grpc;

import static io.syncopate.testkit.scope.Whose.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import build.buf.protovalidate.ValidatorFactory;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.syncopate.assessment.backtest.PastAnswers;
import io.syncopate.assessment.brief.Brief;
import io.syncopate.assessment.brief.BriefFixture;
import io.syncopate.assessment.learner.LearnerInformation;
import io.syncopate.assessment.model.ModelText;
import io.syncopate.assessment.model.ModelsInMemory;
import io.syncopate.assessment.model.cel.CelFixture;
import io.syncopate.assessment.model.yaml.ModelFixture;
import io.syncopate.assessment.program.AssessProgram;
import io.syncopate.assessment.program.Assessment;
import io.syncopate.assessment.program.AssessmentsInMemory;
import io.syncopate.assessment.program.Description;
import io.syncopate.assessment.program.Flexibility;
import io.syncopate.assessment.program.Measures;
import io.syncopate.assessment.program.Outcome;
import io.syncopate.assessment.program.OutcomesInMemory;
import io.syncopate.assessment.program.Program;
import io.syncopate.assessment.program.ProgramEvent;
import io.syncopate.assessment.program.ProgramsInMemory;
import io.syncopate.assessment.program.Run;
import io.syncopate.assessment.program.SuccessMetric;
import io.syncopate.assessment.program.grpc.TestTokens;
import io.syncopate.assessment.scoring.AnswerBrief;
import io.syncopate.kernel.Caller;
import io.syncopate.kernel.Command;
import io.syncopate.kernel.Ownership;
import io.syncopate.kernel.Scope;
import io.syncopate.kernel.Versioned;
import io.syncopate.proto.api.v1.Operation;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelRequest;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse;
import io.syncopate.proto.assessment.v1.BacktestDecisionModelResponse.Transition;
import io.syncopate.proto.assessment.v1.BacktestServiceGrpc;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.Workflow;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.MongoOperations;
import io.syncopate.starter.operation.OperationSettings;
import io.syncopate.starter.operation.Operations;
import io.syncopate.starter.security.TokenVerifier;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.kernel.SettableClock;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another model against the answers that a tenant got, over the contract. */
@OnStore
@SuppressWarnings("NullAway.Init")
class BacktestContractIT {

    private static final ServiceName SERVICE = new ServiceName("assessment");
    private static final String SHIPPED = "decisionModels/learning-guide";

    private final SettableClock clock = SettableClock.at("2026-03-02T09:00:00Z");
    private final ProgramsInMemory programs = new ProgramsInMemory(clock);
    private final AssessmentsInMemory assessments = new AssessmentsInMemory(clock);
    private final OutcomesInMemory outcomes = new OutcomesInMemory(clock);
    private final ModelsInMemory models = new ModelsInMemory(clock);
    private final AnswerBrief answers =
            new AnswerBrief(CelFixture.cel(), ModelFixture.comparison());
    private final CpuPool pool = new CpuPool(1, 16, Duration.ofSeconds(1));
    private final TestTokens tokens = new TestTokens(clock);
    private Operations operations;
    private Server server;
    private ManagedChannel channel;
    private int requests;

    @BeforeEach
    void start(TestStore store) throws Exception {
        var candidates = new BacktestCandidate(models.available(), models.compile());
        var kind =
                new BacktestKind(
                        candidates,
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
        var validator = ValidatorFactory.newBuilder().build();
        var interceptors =
                new GrpcServerInterceptors(
                        new TokenVerifier(tokens.keys(), "syncopate-gateway", "assessment", clock),
                        validator,
                        clock);
        String name = InProcessServerBuilder.generateName();
        server =
                InProcessServerBuilder.forName(name)
                        .addService(
                                interceptors.intercept(
                                        new BacktestGrpcService(operations, candidates, pool)))
                        .build()
                        .start();
        channel = InProcessChannelBuilder.forName(name).build();
    }

    @AfterEach
    void stop() {
        operations.runner().stop();
        channel.shutdownNow();
        server.shutdownNow();
        pool.close();
    }

    @Test
    void theModelThatAnsweredChangesNothing() throws Exception {
        Program large = assessed(Callers.ann(), "large", large());
        draft(Callers.ann(), "not-assessed", large());
        BacktestDecisionModelResponse result = result(backtest(Callers.ann(), request(SHIPPED)));
        assertThat(large.stage().latest()).isPresent();
        assertThat(result.getPrograms()).isEqualTo(1);
        assertThat(result.getNotAssessed()).isEqualTo(1);
        assertThat(result.getChanged()).isZero();
        assertThat(result.getUnsaved()).isFalse();
        assertThat(result.getDecisionModel()).isEqualTo(SHIPPED + "/versions/1");
        assertThat(result.getTransitionsList())
                .containsExactly(
                        transition(Workflow.Value.ASYNCHRONOUS, Workflow.Value.ASYNCHRONOUS, 1));
        assertThat(result.getGapsList()).isEmpty();
    }

    @Test
    void anUnsavedModelTellsWhatItWouldChange() throws Exception {
        assessed(Callers.ann(), "large", large());
        assessed(Callers.ann(), "complex", complex());
        var operation =
                backtest(
                        Callers.ann(),
                        request(SHIPPED)
                                .setDecisionModel(
                                        DecisionModel.newBuilder()
                                                .setNearTiePoints(10_000)
                                                .addCriteria(criterion())));
        BacktestDecisionModelResponse result = result(operation);
        assertThat(result.getUnsaved()).isTrue();
        assertThat(result.getDecisionModelHash())
                .isNotEqualTo(ModelFixture.shipped().hash())
                .hasSize(64);
        assertThat(result.getChanged()).isEqualTo(1);
        assertThat(result.getTransitionsList())
                .containsExactly(
                        transition(Workflow.Value.ASYNCHRONOUS, Workflow.Value.BLENDED, 1),
                        transition(Workflow.Value.BLENDED, Workflow.Value.BLENDED, 1));
        assertThat(result.getChangedProgramsList())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.getProgram()).isEqualTo("programs/large");
                            assertThat(each.getDisplayName()).isEqualTo("large");
                            assertThat(each.getAssessment()).startsWith("programs/large/");
                            assertThat(each.getScoresList())
                                    .extracting(
                                            score -> score.getWorkflow(), score -> score.getAfter())
                                    .contains(tuple(Workflow.Value.BLENDED, 100));
                            assertThat(each.getNearTieBefore()).isFalse();
                            assertThat(each.getNearTieAfter()).isTrue();
                        });
        assertThat(result.getNearTiesGained()).isEqualTo(2);
    }

    @Test
    void aRuleThatIsTakenOutLosesItsGaps() throws Exception {
        assessed(Callers.ann(), "large", large());
        ModelText shipped = ModelText.of(ModelFixture.shipped());
        models.edit()
                .create(
                        command(Callers.ann()),
                        Ownership.of(Callers.ann()),
                        "free",
                        "decision_model",
                        new ModelText(
                                "Free",
                                shipped.facts(),
                                shipped.criteria(),
                                List.of(),
                                shipped.nearTiePoints(),
                                shipped.weightUncertainty(),
                                shipped.guide()));
        BacktestDecisionModelResponse result =
                result(backtest(Callers.ann(), request("decisionModels/free")));
        assertThat(result.getGapsList())
                .isNotEmpty()
                .allSatisfy(
                        gap -> {
                            assertThat(gap.getGained()).isZero();
                            assertThat(gap.getLost()).isEqualTo(1);
                        });
        assertThat(result.getGapsList())
                .extracting(gap -> gap.getBlocks())
                .contains(Workflow.Value.SYNCHRONOUS);
    }

    @Test
    void answersAreHeldAgainstWhatCameOfThePrograms() throws Exception {
        measured("reached", large(), 90);
        measured("missed", large(), 40);
        BacktestDecisionModelResponse same = result(backtest(Callers.ann(), request(SHIPPED)));
        assertThat(same.getOutcomes().getPrograms()).isEqualTo(2);
        assertThat(same.getOutcomes().getAgreeBefore()).isEqualTo(1);
        assertThat(same.getOutcomes().getAgreeAfter()).isEqualTo(1);
        assertThat(same.getOutcomes().getWorkflowsList())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.getWorkflow()).isEqualTo(Workflow.Value.ASYNCHRONOUS);
                            assertThat(each.getReached()).isEqualTo(1);
                            assertThat(each.getReachedKept()).isEqualTo(1);
                            assertThat(each.getMissed()).isEqualTo(1);
                            assertThat(each.getMissedKept()).isEqualTo(1);
                        });
        BacktestDecisionModelResponse other =
                result(
                        backtest(
                                Callers.ann(),
                                request(SHIPPED)
                                        .setDecisionModel(
                                                DecisionModel.newBuilder()
                                                        .addCriteria(criterion()))));
        assertThat(other.getOutcomes().getAgreeAfter()).isEqualTo(1);
        assertThat(other.getOutcomes().getWorkflows(0).getReachedKept()).isZero();
        assertThat(other.getOutcomes().getWorkflows(0).getMissedKept()).isZero();
    }

    @Test
    void looksAtWhatTheCallerReaches() throws Exception {
        Caller mia = member("mia", Scope.OWN, "ops");
        assessed(Callers.ann(), "anns", large());
        assessed(mia, "hers", large());
        assertThat(result(backtest(mia, request(SHIPPED))).getPrograms()).isEqualTo(1);
        assertThat(result(backtest(Callers.ann(), request(SHIPPED))).getPrograms()).isEqualTo(2);
    }

    @Test
    void goesOnOverPages() throws Exception {
        for (int i = 0; i < 120; i++) {
            assessed(Callers.ann(), "p" + i, large());
        }
        assertThat(result(backtest(Callers.ann(), request(SHIPPED))).getPrograms()).isEqualTo(120);
    }

    @Test
    void refusesAnUnsavedModelThatNoSaveWouldTake() {
        assertThatThrownBy(
                        () ->
                                backtest(
                                        Callers.ann(),
                                        request(SHIPPED)
                                                .setDecisionModel(
                                                        DecisionModel.newBuilder()
                                                                .addCriteria(
                                                                        criterion()
                                                                                .setExpression(
                                                                                        "brief.x")))))
                .hasMessageContaining("INVALID_ARGUMENT")
                .hasMessageContaining("decision_model.criteria[0].expression")
                .hasMessageContaining("line 1, column 6");
        assertThatThrownBy(() -> backtest(Callers.ann(), request("decisionModels/nobodys")))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> backtest(Callers.ann(), request(SHIPPED).setVersion(9)))
                .hasMessageContaining("NOT_FOUND");
    }

    private static DecisionModel.Criterion.Builder criterion() {
        return DecisionModel.Criterion.newBuilder()
                .setId("always-blended")
                .setStep(2)
                .setExpression("derived.people >= 0.0")
                .setBlended(100)
                .setReason("We blend.")
                .setSource("our own");
    }

    private static BacktestDecisionModelRequest.Builder request(String model) {
        return BacktestDecisionModelRequest.newBuilder().setName(model);
    }

    private Operation backtest(Caller by, BacktestDecisionModelRequest.Builder request) {
        var once = request.setRequestId("backtest-" + requests++).build();
        var stub = BacktestServiceGrpc.newBlockingStub(channel).withInterceptors(tokens.as(by));
        // A repeat is the same operation, and waits for it again.
        return Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> stub.backtestDecisionModel(once), Operation::getDone);
    }

    private static BacktestDecisionModelResponse result(Operation operation) throws Exception {
        assertThat(operation.hasError()).as(operation.toString()).isFalse();
        return operation.getResponse().unpack(BacktestDecisionModelResponse.class);
    }

    private static Transition transition(
            Workflow.Value before, Workflow.Value after, int programs) {
        return Transition.newBuilder()
                .setBefore(before)
                .setAfter(after)
                .setPrograms(programs)
                .build();
    }

    private static Brief large() {
        return BriefFixture.brief()
                .with("audience.size", 5000)
                .with("audience.time_zones", 12)
                .with("content.self_contained", true)
                .build();
    }

    private static Brief complex() {
        return BriefFixture.brief().with("content.complexity", "HIGH").build();
    }

    private void draft(Caller by, String id, Brief brief) {
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
    }

    private Program assessed(Caller by, String id, Brief brief) {
        draft(by, id, brief);
        new AssessProgram(programs, assessments, answers)
                .assess(command(by), id, ModelFixture.shipped(), "");
        return programs.get(Callers.ACME, id).value();
    }

    private void measured(String id, Brief brief, int completed) {
        String assessment = assessed(Callers.ann(), id, brief).stage().latest().orElseThrow();
        Versioned<Program> before = programs.get(Callers.ACME, id);
        programs.change(
                command(Callers.ann()),
                before,
                before.value().accepting(assessment, brief.hash()),
                new ProgramEvent.AssessmentAccepted(assessment));
        outcomes.add(
                command(Callers.ann()),
                Outcome.key(id, "first"),
                new Outcome(
                        id,
                        assessment,
                        new Run("spring", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 5, 29)),
                        new Measures(100, completed, Map.of()),
                        Map.of(),
                        ""),
                new Outcome.OutcomeRecorded(id, "spring"));
        assertThat(assessments.get(Callers.ACME, Assessment.key(id, assessment))).isNotNull();
    }

    private Command command(Caller by) {
        return Callers.command(by, "request-" + requests++, clock.instant());
    }
}
