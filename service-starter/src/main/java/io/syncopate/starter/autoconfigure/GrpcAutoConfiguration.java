package io.syncopate.starter.autoconfigure;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;

import io.grpc.BindableService;
import io.syncopate.starter.call.GrpcServerInterceptors;
import io.syncopate.starter.security.TokenVerifier;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerExecutorProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.grpc.server.GlobalServerInterceptor;
import org.springframework.grpc.server.GrpcServerFactory;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What each call passes on its way to a handler, and the virtual thread it is handled on. */
@AutoConfiguration(
        after = SecurityAutoConfiguration.class,
        before = GrpcServerAutoConfiguration.class)
@EnableConfigurationProperties(GrpcProperties.class)
public class GrpcAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Validator requestValidator() {
        return ValidatorFactory.newBuilder().build();
    }

    /** Inside of Boot's observation (order 0), so that it sees the status that the caller sees. */
    @Bean
    @Order(100)
    @GlobalServerInterceptor
    @ConditionalOnMissingBean
    GrpcServerInterceptors grpcServerInterceptors(
            TokenVerifier verifier, Validator requestValidator, Clock clock) {
        return new GrpcServerInterceptors(verifier, requestValidator, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    GrpcServerExecutorProvider grpcServerExecutorProvider() {
        Executor virtual =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("grpc-", 0).factory());
        return () -> virtual;
    }

    /** A contract that forgot to say who may call fails the start, not the first caller. */
    @Bean
    SmartInitializingSingleton accessRulesAtStart(ObjectProvider<BindableService> services) {
        return () ->
                services.forEach(
                        service ->
                                GrpcServerInterceptors.requireAccessRules(service.bindService()));
    }

    /** Stands where Boot would put a network server; it makes none. */
    @Bean
    @ConditionalOnProperty(name = "syncopate.grpc.network-enabled", havingValue = "false")
    GrpcServerFactory noNetworkGrpcServerFactory() {
        return new NoNetworkGrpcServerFactory();
    }
}
