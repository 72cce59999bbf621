package io.syncopate.asset;

import static io.syncopate.asset.AssetUser.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.syncopate.proto.asset.v1.CampaignServiceGrpc;
import io.syncopate.proto.asset.v1.CreateCampaignRequest;
import io.syncopate.starter.time.RecurringTasks;
import io.syncopate.testkit.store.OnStore;
import io.syncopate.testkit.store.TestStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

@OnStore
class AssetApplicationIT {

    @Test
    void startsFromItsOwnSettings(TestStore store) throws Exception {
        try (var context =
                SpringApplication.run(
                        AssetApplication.class,
                        "--spring.config.name=asset",
                        "--server.port=0",
                        "--spring.grpc.server.port=0",
                        "--syncopate.mongodb.uri=" + store.uri(),
                        "--syncopate.mongodb.database=" + store.databaseName(),
                        "--syncopate.security.issuer-uri=http://localhost:1")) {
            assertThat(context.getBeansOfType(BindableService.class)).hasSizeGreaterThan(6);
            assertThat(context.getBean(RecurringTasks.class).names())
                    .contains(
                            "expire-claims",
                            "complete-fan-outs",
                            "unblock-assets",
                            "forget-claim-tickets");

            assertThat(health(context.getEnvironment().getProperty("local.server.port")))
                    .contains("\"status\":\"UP\"");

            int port = context.getBean(GrpcServerLifecycle.class).getPort();
            ManagedChannel channel =
                    NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
            try {
                assertThat(
                                HealthGrpc.newBlockingStub(channel)
                                        .check(HealthCheckRequest.getDefaultInstance())
                                        .getStatus())
                        .isEqualTo(ServingStatus.SERVING);
                var stranger = CampaignServiceGrpc.newBlockingStub(channel);
                var request = CreateCampaignRequest.newBuilder().setCampaign(campaign("a")).build();
                assertThat(
                                catchThrowableOfType(
                                                StatusRuntimeException.class,
                                                () -> stranger.createCampaign(request))
                                        .getStatus()
                                        .getCode())
                        .isEqualTo(Status.Code.UNAUTHENTICATED);
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private static String health(@Nullable String port) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://localhost:%s/actuator/health".formatted(port));
            return http.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
