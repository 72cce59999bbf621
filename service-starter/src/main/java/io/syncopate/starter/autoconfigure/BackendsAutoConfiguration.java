package io.syncopate.starter.autoconfigure;

import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.grpc.ClientInterceptor;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor;
import io.micrometer.observation.ObservationRegistry;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.autoconfigure.SecurityAutoConfiguration.IssuerHttp;
import io.syncopate.starter.client.Backends;
import io.syncopate.starter.client.ExchangedTokens;
import io.syncopate.starter.client.OutgoingTokens;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The clients of the other services. */
@AutoConfiguration(
        after = SecurityAutoConfiguration.class,
        afterName =
                "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@EnableConfigurationProperties(BackendsProperties.class)
public class BackendsAutoConfiguration {

    /** Asks for its settings when the first token is needed: who calls nobody needs no secret. */
    @Bean
    @ConditionalOnMissingBean
    OutgoingTokens outgoingTokens(
            SecurityProperties security, ServiceName service, IssuerHttp http, Clock clock) {
        return new LazyTokens(
                () ->
                        new ExchangedTokens(
                                security.requiredIssuerUri(),
                                service.value(),
                                security.requiredServiceSecret(),
                                http.client(),
                                clock));
    }

    @Bean
    @ConditionalOnMissingBean
    Backends backends(
            BackendsProperties properties,
            OutgoingTokens tokens,
            ObjectProvider<ObservationRegistry> observations) {
        List<ClientInterceptor> interceptors = new ArrayList<>();
        observations.ifAvailable(
                registry -> interceptors.add(new ObservationGrpcClientInterceptor(registry)));
        return new Backends(properties.toSettings(), tokens, interceptors);
    }

    @Bean
    MeterBinder backendMetrics(Backends backends) {
        return registry -> {
            TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(backends.circuitBreakers())
                    .bindTo(registry);
            TaggedBulkheadMetrics.ofBulkheadRegistry(backends.bulkheads()).bindTo(registry);
        };
    }
}
