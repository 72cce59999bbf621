package io.syncopate.starter.autoconfigure;

import io.syncopate.starter.ServiceName;
import io.syncopate.starter.security.IssuerKeys;
import io.syncopate.starter.security.JwksIssuerKeys;
import io.syncopate.starter.security.TokenVerifier;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** Verifies internal tokens. A bean of type {@link IssuerKeys} replaces reading the keys. */
@AutoConfiguration(after = CoreAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    IssuerHttp issuerHttp() {
        return new IssuerHttp(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
    }

    @Bean
    @ConditionalOnMissingBean
    IssuerKeys issuerKeys(SecurityProperties properties, IssuerHttp http, Clock clock) {
        return new JwksIssuerKeys(properties.requiredIssuerUri(), http.client(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    TokenVerifier tokenVerifier(
            IssuerKeys keys, SecurityProperties properties, ServiceName service, Clock clock) {
        return new TokenVerifier(keys, properties.issuer(), service.value(), clock);
    }

    /** The client that talks to the issuer; its own type, so that it is nobody else's bean. */
    record IssuerHttp(HttpClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
