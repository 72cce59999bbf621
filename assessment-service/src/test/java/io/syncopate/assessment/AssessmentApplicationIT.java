package io.syncopate.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.syncopate.assessment.program.grpc.TestTokens;
import io.syncopate.proto.assessment.v1.AcceptAssessmentRequest;
import io.syncopate.proto.assessment.v1.AssessProgramRequest;
import io.syncopate.proto.assessment.v1.Assessment;
import io.syncopate.proto.assessment.v1.CreateProgramRequest;
import io.syncopate.proto.assessment.v1.DecisionModel;
import io.syncopate.proto.assessment.v1.DecisionModelServiceGrpc;
import io.syncopate.proto.assessment.v1.FinishPilotRequest;
import io.syncopate.proto.assessment.v1.GetDecisionModelRequest;
import io.syncopate.proto.assessment.v1.GetProgramRequest;
import io.syncopate.proto.assessment.v1.Launch;
import io.syncopate.proto.assessment.v1.LaunchProgramRequest;
import io.syncopate.proto.assessment.v1.PilotSample;
import io.syncopate.proto.assessment.v1.PlanPilotRequest;
import io.syncopate.proto.assessment.v1.PreparationServiceGrpc;
import io.syncopate.proto.assessment.v1.PreparationServiceGrpc.PreparationServiceBlockingStub;
import io.syncopate.proto.assessment.v1.Program;
import io.syncopate.proto.assessment.v1.ProgramServiceGrpc;
import io.syncopate.proto.assessment.v1.ProgramServiceGrpc.ProgramServiceBlockingStub;
import io.syncopate.proto.assessment.v1.RecordPilotRequest;
import io.syncopate.proto.asset.v1.Campaign;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.proto.scheduling.v1.CreateSeriesRequest;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.starter.client.OutgoingTokens;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The service as it is started: its settings, its store, its contract, and the services it calls. */
@OnStore
class AssessmentApplicationIT {

    private final TestTokens tokens = new TestTokens(Clock.systemUTC());
    private final OtherServices others = new OtherServices();

    @AfterEach
    void close() {
        others.stop();
    }

    @Test
    void aLaunchThatFoundNobodyThereIsCompleteAfterARestart(TestStore store) throws Exception {
        Program example = example();
        String name;
        try (var service = service(store)) {
            ProgramServiceBlockingStub programs = service.programs();
            name =
                    programs.createProgram(
                                    CreateProgramRequest.newBuilder().setProgram(example).build())
                            .getName();
            Assessment assessment =
                    programs.assessProgram(AssessProgramRequest.newBuilder().setName(name).build());
            var accepted =
                    programs.acceptAssessment(
                            AcceptAssessmentRequest.newBuilder()
                                    .setName(name)
                                    .setAssessment(assessment.getName())
                                    .build());
            assertThat(accepted.getAcceptedAssessment()).isEqualTo(assessment.getName());
            pilot(service.preparation(), name);
            var launched =
                    programs.launchProgram(
                            LaunchProgramRequest.newBuilder()
                                    .setName(name)
                                    .setStartDate("2026-10-05")
                                    .build());
            assertThat(launched.getLaunch().getState()).isEqualTo(Launch.State.IN_PROGRESS);
            Program stuck = awaitStep(programs, name, Launch.Step.State.FAILED);
            assertThat(stuck.getLaunch().getSteps(0).getDetail()).isNotBlank();
        }

        others.start(store.databaseName());
        try (var service = service(store)) {
            Program running = awaitStep(service.programs(), name, Launch.Step.State.DONE);
            assertThat(running.getLaunch().getSteps(0).getResource()).isEqualTo("series/s1");
        }
        assertThat(others.series)
                .singleElement()
                .satisfies(
                        series -> {
                            assertThat(series.getSourceProgram()).isEqualTo(name);
                            assertThat(series.getItemsCount()).isEqualTo(12);
                            assertThat(series.getGroups(0).getZone()).isEqualTo("Europe/Berlin");
                        });
        assertThat(others.published).containsExactly("series/s1");
        assertThat(others.campaigns)
                .singleElement()
                .satisfies(
                        campaign -> {
                            assertThat(campaign.getSourceProgram()).isEqualTo(name);
                            assertThat(campaign.getChannelsList())
                                    .extracting(Campaign.Channel::getKey)
                                    .containsExactly("lms");
                            assertThat(campaign.getAssetsCount()).isEqualTo(3);
                        });
    }

    @Test
    void showsTheModelThatItScoresBy(TestStore store) {
        try (var service = service(store)) {
            DecisionModel model =
                    DecisionModelServiceGrpc.newBlockingStub(service.channel())
                            .withInterceptors(tokens.as(Callers.ann()))
                            .getDecisionModel(
                                    GetDecisionModelRequest.newBuilder()
                                            .setName("decisionModels/learning-guide")
                                            .build());

            assertThat(model.getVersion()).isEqualTo(1);
            assertThat(model.getHash()).hasSize(64);
            assertThat(model.getCriteriaList())
                    .allSatisfy(criterion -> assertThat(criterion.getExpression()).isNotBlank());
            assertThat(model.getFactsList())
                    .allSatisfy(fact -> assertThat(fact.getLadderCount()).isGreaterThan(1));
        }
    }

    @Test
    void answersForItsHealthOverHttpWhenItRunsAlone(TestStore store) throws Exception {
        try (ConfigurableApplicationContext service =
                        start(store, "--server.port=0", "--spring.grpc.server.port=0");
                HttpClient http = HttpClient.newHttpClient()) {
            String port = service.getEnvironment().getProperty("local.server.port");
            HttpResponse<String> health =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:%s/actuator/health"
                                                            .formatted(port)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"UP\"");
        }
    }

    private static void pilot(PreparationServiceBlockingStub pilots, String program) {
        var _ =
                pilots.planPilot(
                        PlanPilotRequest.newBuilder()
                                .setName(program)
                                .setStartDate("2026-02-02")
                                .setSample(PilotSample.newBuilder().setDrawn("volunteers"))
                                .build());
        var record = RecordPilotRequest.newBuilder().setName(program);
        for (int kind = 1; kind <= 4; kind++) {
            record.addFeedbackBuilder().setKindValue(kind).setRating(4.2).setRespondents(10);
        }
        var _ = pilots.recordPilot(record.build());
        var _ = pilots.finishPilot(FinishPilotRequest.newBuilder().setName(program).build());
    }

    private static Program awaitStep(
            ProgramServiceBlockingStub programs, String name, Launch.Step.State state) {
        var request = GetProgramRequest.newBuilder().setName(name).build();
        return Awaitility.await("a step that is " + state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> programs.getProgram(request), program -> reached(program, state));
    }

    private static boolean reached(Program program, Launch.Step.State state) {
        return state == Launch.Step.State.DONE
                ? program.getState() == Program.State.RUNNING
                : program.getLaunch().getStepsList().stream()
                        .anyMatch(step -> step.getState() == state);
    }

    private static Program example() throws IOException {
        var program = Program.newBuilder();
        JsonFormat.parser()
                .merge(
                        Files.readString(
                                Path.of("..", "examples", "learning", "data-analysis-course.json")),
                        program);
        return program.build();
    }

    private Running service(TestStore store) {
        String name = "assessment-" + store.databaseName();
        ConfigurableApplicationContext context =
                start(
                        store,
                        "--spring.main.web-application-type=none",
                        "--spring.grpc.server.inprocess.name=" + name,
                        "--syncopate.grpc.network-enabled=false");
        return new Running(context, InProcessChannelBuilder.forName(name).build(), tokens);
    }

    private ConfigurableApplicationContext start(TestStore store, String... settings) {
        String[] common = {
            "--spring.config.name=assessment",
            "--management.otlp.metrics.export.enabled=false",
            "--syncopate.mongodb.uri=" + store.uri(),
            "--syncopate.mongodb.database=" + store.databaseName(),
            "--syncopate.backends.scheduling.address=in-process:others-" + store.databaseName(),
            "--syncopate.backends.asset.address=in-process:others-" + store.databaseName(),
            "--syncopate.assessment.launch-sweep.interval=100ms"
        };
        return new SpringApplicationBuilder(AssessmentApplication.class)
                .initializers(
                        (GenericApplicationContext context) -> {
                            context.registerBean(IssuerKeys.class, () -> tokens.keys());
                            context.registerBean(OutgoingTokens.class, () -> audience -> "token");
                        })
                .run(Stream.concat(Stream.of(common), Stream.of(settings)).toArray(String[]::new));
    }

    private record Running(
            ConfigurableApplicationContext context, ManagedChannel channel, TestTokens tokens)
            implements AutoCloseable {

        ProgramServiceBlockingStub programs() {
            return ProgramServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(tokens.as(Callers.ann()));
        }

        PreparationServiceBlockingStub preparation() {
            return PreparationServiceGrpc.newBlockingStub(channel)
                    .withInterceptors(tokens.as(Callers.ann()));
        }

        @Override
        public void close() {
            channel.shutdownNow();
            context.close();
        }
    }

    /** Scheduling and asset, as far as a launch asks them. */
    private static final class OtherServices {

        private final List<Series> series = new CopyOnWriteArrayList<>();
        private final List<String> published = new CopyOnWriteArrayList<>();
        private final List<Campaign> campaigns = new CopyOnWriteArrayList<>();
        private final List<Server> servers = new CopyOnWriteArrayList<>();

        void start(String name) throws IOException {
            servers.add(
                    InProcessServerBuilder.forName("others-" + name)
                            .addService(new FakeSeries())
                            .addService(new FakeCampaigns())
                            .build()
                            .start());
        }

        void stop() {
            servers.forEach(Server::shutdownNow);
        }

        private final class FakeSeries extends SeriesServiceGrpc.SeriesServiceImplBase {
            @Override
            public void createSeries(CreateSeriesRequest request, StreamObserver<Series> observer) {
                series.add(request.getSeries());
                observer.onNext(request.getSeries().toBuilder().setName("series/s1").build());
                observer.onCompleted();
            }

            @Override
            public void publishSeries(
                    PublishSeriesRequest request, StreamObserver<Series> observer) {
                published.add(request.getName());
                observer.onNext(Series.newBuilder().setName(request.getName()).build());
                observer.onCompleted();
            }
        }

        private final class FakeCampaigns extends CampaignServiceGrpc.CampaignServiceImplBase {
            @Override
            public void createCampaign(
                    CreateCampaignRequest request, StreamObserver<Campaign> observer) {
                campaigns.add(request.getCampaign());
                observer.onNext(request.getCampaign().toBuilder().setName("campaigns/c1").build());
                observer.onCompleted();
            }
        }
    }
}
