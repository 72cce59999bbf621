package io.syncopate.starter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.syncopate.proto.echo.v1.EchoRequest;
import io.syncopate.proto.echo.v1.EchoResponse;
import io.syncopate.proto.echo.v1.EchoServiceGrpc;
import io.syncopate.proto.echo.v1.UnguardedServiceGrpc;
import io.syncopate.starter.call.CallContext;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.client.Backends;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.starter.security.TestIssuer;
import io.syncopate.starter.time.RecurringTasks;
import io.syncopate.testkit.kernel.Callers;

import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** A service as Spring Boot makes it with the starter; the database is left out. */
class StarterTest {

    private static final EchoRequest HELLO = EchoRequest.newBuilder().setText("hello").build();
    private static final TestIssuer ISSUER = new TestIssuer(Clock.systemUTC());

    @Test
    void servesInProcessAloneBehindAllInterceptors() {
        try (ConfigurableApplicationContext service =
                start(
                        EchoService.class,
                        "spring.grpc.server.inprocess.name=starter-test",
                        "syncopate.grpc.network-enabled=false",
                        "syncopate.backends.echo.address=in-process:starter-test")) {
            assertThat(service.getBeansOfType(GrpcServerLifecycle.class))
                    .containsOnlyKeys("inProcessGrpcServerLifecycle");
            ManagedChannel channel = InProcessChannelBuilder.forName("starter-test").build();
            try {
                assertThat(call(channel)).isEqualTo("ann true");
                assertThat(refusedWithoutToken(channel)).isEqualTo(Status.Code.UNAUTHENTICATED);
            } finally {
                channel.shutdownNow();
            }
            String answer =
                    CallContext.callAs(
                            Callers.ann(),
                            () ->
                                    service.getBean(Backends.class)
                                            .backend("echo", EchoServiceGrpc::newBlockingStub)
                                            .idempotent(stub -> stub.getEcho(HELLO))
                                            .getText());
            assertThat(answer).isEqualTo("ann true");
        }
    }

    @Test
    void isNoLongerAliveWhenItsBackgroundWorkHasDied() {
        try (ConfigurableApplicationContext service =
                start(
                        EchoService.class,
                        "spring.grpc.server.inprocess.name=starter-test-alive",
                        "syncopate.grpc.network-enabled=false")) {
            ApplicationAvailability availability = service.getBean(ApplicationAvailability.class);
            RecurringTasks tasks = service.getBean(RecurringTasks.class);
            tasks.every(
                    "clumsy",
                    Duration.ofHours(1),
                    () -> {
                        throw new IllegalStateException("as planned");
                    });
            assertThat(availability.getLivenessState()).isEqualTo(LivenessState.CORRECT);
            tasks.every(
                    "hungry",
                    Duration.ofHours(1),
                    () -> {
                        throw new OutOfMemoryError("as planned");
                    });
            await().untilAsserted(
                            () ->
                                    assertThat(availability.getLivenessState())
                                            .isEqualTo(LivenessState.BROKEN));
        }
    }

    @Test
    void servesOverTheNetworkWithHealthForEverybody() {
        try (ConfigurableApplicationContext service =
                start(EchoService.class, "spring.grpc.server.port=0")) {
            int port = service.getBean(GrpcServerLifecycle.class).getPort();
            ManagedChannel channel =
                    NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
            try {
                assertThat(call(channel)).isEqualTo("ann true");
                assertThat(
                                HealthGrpc.newBlockingStub(channel)
                                        .check(HealthCheckRequest.getDefaultInstance())
                                        .getStatus())
                        .isEqualTo(ServingStatus.SERVING);
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void twoServicesLiveInOneProcess() {
        try (ConfigurableApplicationContext one =
                        start(
                                EchoService.class,
                                "spring.grpc.server.inprocess.name=one",
                                "syncopate.grpc.network-enabled=false");
                ConfigurableApplicationContext two =
                        start(
                                EchoService.class,
                                "spring.grpc.server.inprocess.name=two",
                                "syncopate.grpc.network-enabled=false")) {
            assertThat(one.getBean(GrpcServerInterceptors.class))
                    .isNotSameAs(two.getBean(GrpcServerInterceptors.class));
            ManagedChannel channel = InProcessChannelBuilder.forName("two").build();
            try {
                assertThat(call(channel)).isEqualTo("ann true");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void isHappyWithoutAnyServer() {
        try (ConfigurableApplicationContext gateway = start(NoService.class)) {
            assertThat(gateway.getBeansOfType(GrpcServerLifecycle.class)).isEmpty();
            assertThat(gateway.getBean(GrpcServerInterceptors.class).ordered()).hasSize(6);
        }
    }

    @Test
    void doesNotStartWithAContractThatForgotItsAccessRules() {
        Exception failure =
                Objects.requireNonNull(
                        catchThrowableOfType(
                                Exception.class,
                                () -> start(UnguardedService.class, "spring.grpc.server.port=0")));
        assertThat(failure).hasStackTraceContaining("syncopate.echo.v1.UnguardedService/GetEcho");
    }

    @Test
    void refusesSettingsThatCannotBe() {
        Exception failure =
                Objects.requireNonNull(
                        catchThrowableOfType(
                                Exception.class,
                                () -> start(NoService.class, "syncopate.cpu.threads=0")));
        assertThat(failure).hasStackTraceContaining("syncopate.cpu");
    }

    @Test
    void saysThatTheStoreIsNotSet() {
        Exception failure =
                Objects.requireNonNull(
                        catchThrowableOfType(
                                Exception.class,
                                () -> start(NoService.class, "syncopate.mongodb.enabled=true")));
        assertThat(failure).hasStackTraceContaining("syncopate.mongodb");
    }

    private static ConfigurableApplicationContext start(Class<?> service, String... settings) {
        return new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "spring.application.name=echo",
                        "syncopate.mongodb.enabled=false",
                        "spring.jmx.enabled=false")
                .properties(settings)
                .run();
    }

    static String call(ManagedChannel channel) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + ISSUER.token(Callers.ann(), "echo"));
        return EchoServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .getEcho(HELLO)
                .getText();
    }

    private static Status.Code refusedWithoutToken(ManagedChannel channel) {
        return Objects.requireNonNull(
                        catchThrowableOfType(
                                StatusRuntimeException.class,
                                () -> EchoServiceGrpc.newBlockingStub(channel).getEcho(HELLO)))
                .getStatus()
                .getCode();
    }

    @EnableAutoConfiguration
    @Configuration(proxyBeanMethods = false)
    static class NoService {
        @Bean
        IssuerKeys issuerKeys() {
            return ISSUER;
        }

        @Bean
        io.syncopate.starter.client.OutgoingTokens outgoingTokens() {
            return audience -> ISSUER.token(CallContext.caller(), audience);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class EchoService extends NoService {
        @Bean
        EchoServiceGrpc.EchoServiceImplBase echo() {
            return new EchoServiceGrpc.EchoServiceImplBase() {
                @Override
                public void getEcho(EchoRequest request, StreamObserver<EchoResponse> answers) {
                    answers.onNext(
                            EchoResponse.newBuilder()
                                    .setText(
                                            CallContext.caller().uid()
                                                    + " "
                                                    + Thread.currentThread().isVirtual())
                                    .build());
                    answers.onCompleted();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UnguardedService extends NoService {
        @Bean
        UnguardedServiceGrpc.UnguardedServiceImplBase unguarded() {
            return new UnguardedServiceGrpc.UnguardedServiceImplBase() {};
        }
    }
}
