package io.syncopate.scheduling;

import static io.syncopate.scheduling.SeriesContractFixture.create;
import static io.syncopate.scheduling.SeriesContractFixture.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.syncopate.proto.scheduling.v1.GetSeriesRequest;
import io.syncopate.proto.scheduling.v1.ListSessionsRequest;
import io.syncopate.proto.scheduling.v1.PublishSeriesRequest;
import io.syncopate.proto.scheduling.v1.Series;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc;
import io.syncopate.proto.scheduling.v1.SeriesServiceGrpc.SeriesServiceBlockingStub;
import io.syncopate.proto.scheduling.v1.Session;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.testkit.kernel.Callers;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The service as it is started, in process: its settings, its store, its contract. */
@OnStore
class SchedulingApplicationIT {

    private final TestTokens tokens = new TestTokens(Clock.systemUTC());

    @Test
    void keepsASeriesAndItsSessionsOverARestart(TestStore store) {
        Series published =
                withService(
                        store,
                        series -> {
                            Series created =
                                    series.createSeries(
                                            create(
                                                    weekly(
                                                            "2026-03-03",
                                                            5,
                                                            "America/New_York",
                                                            "Europe/Paris",
                                                            "Asia/Tokyo"),
                                                    "r1"));
                            return series.publishSeries(
                                    PublishSeriesRequest.newBuilder()
                                            .setName(created.getName())
                                            .setEtag(created.getEtag())
                                            .setRequestId("r2")
                                            .build());
                        });

        List<Session> sessions =
                withService(
                        store,
                        series -> {
                            assertThat(
                                            series.getSeries(
                                                    GetSeriesRequest.newBuilder()
                                                            .setName(published.getName())
                                                            .build()))
                                    .isEqualTo(published);
                            return series.listSessions(
                                            ListSessionsRequest.newBuilder()
                                                    .setParent(published.getName())
                                                    .build())
                                    .getSessionsList();
                        });

        assertThat(published.getState()).isEqualTo(Series.State.PUBLISHED);
        assertThat(sessions)
                .extracting(Session::getKey)
                .containsExactly("week-1", "week-2", "week-3", "week-4", "week-5");
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

    private ConfigurableApplicationContext start(TestStore store, String... settings) {
        String[] common = {
            "--spring.config.name=scheduling",
            "--management.otlp.metrics.export.enabled=false",
            "--syncopate.mongodb.uri=" + store.uri(),
            "--syncopate.mongodb.database=" + store.databaseName()
        };
        return new SpringApplicationBuilder(SchedulingApplication.class)
                .initializers(
                        (GenericApplicationContext context) ->
                                context.registerBean(IssuerKeys.class, () -> tokens.keys()))
                .run(Stream.concat(Stream.of(common), Stream.of(settings)).toArray(String[]::new));
    }

    private <R> R withService(TestStore store, Function<SeriesServiceBlockingStub, R> work) {
        String name = "scheduling-" + store.databaseName();
        try (ConfigurableApplicationContext _ =
                start(
                        store,
                        "--spring.main.web-application-type=none",
                        "--spring.grpc.server.inprocess.name=" + name,
                        "--syncopate.grpc.network-enabled=false")) {
            ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
            try {
                return work.apply(
                        SeriesServiceGrpc.newBlockingStub(channel)
                                .withInterceptors(tokens.as(Callers.ann())));
            } finally {
                channel.shutdownNow();
            }
        }
    }
}
