package io.syncopate.gateway.web;

import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.backend.BackendsSettings;
import io.syncopate.gateway.people.Roles;
import io.syncopate.gateway.problem.ProblemWriter;
import io.syncopate.gateway.security.Admission;
import io.syncopate.gateway.security.BrowserSessions;
import io.syncopate.gateway.security.ServiceTokens;
import io.syncopate.gateway.security.SigningKeys;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Puts the HTTP side together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WebSettings.class, BackendsSettings.class})
class WebConfiguration {

    private static final String[] STATIC_LOCATIONS = {
        "classpath:META-INF/resources/", "classpath:static/"
    };

    @Bean
    Backends gatewayBackends(BackendsSettings settings, WebSettings web, Roles roles) {
        return new Backends(settings.backends(), web.refreshEvery(), roles);
    }

    @Bean
    RouterFunction<ServerResponse> ownAddresses(
            SignInHandler signIn, TokenHandler tokens, StatusHandler status) {
        return RouterFunctions.route()
                .GET("/sign-in", signIn::signIn)
                .POST("/sign-out", signIn::signOut)
                .GET("/.well-known/jwks.json", _ -> tokens.publicKeys())
                .POST("/internal/token", tokens::token)
                .GET("/v1/status", status::status)
                .build();
    }

    @Bean
    SignInHandler signInHandler(BrowserSessions sessions) {
        return new SignInHandler(sessions);
    }

    @Bean
    TokenHandler tokenHandler(
            ServiceTokens tokens, SigningKeys keys, Clock clock, Executor databaseExecutor) {
        return new TokenHandler(tokens, keys, clock, databaseExecutor);
    }

    @Bean
    StatusHandler statusHandler(Backends backends, Clock clock) {
        return new StatusHandler(backends, clock);
    }

    @Bean
    BackendsHealth backendsHealthIndicator(Backends backends) {
        return new BackendsHealth(backends);
    }

    /** With threads of this gateway alone: to stop it ends them, and another one in the process may go on. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        // the exchanges have ended by then
        resources.setShutdownQuietPeriod(Duration.ZERO);
        return resources;
    }

    @Bean
    AnsweredConnections answeredConnections() {
        return new AnsweredConnections();
    }

    @Bean
    ConnectionLimits connectionLimits(WebSettings settings) {
        return new ConnectionLimits(settings);
    }

    @Bean
    FirstFilter firstFilter() {
        return new FirstFilter();
    }

    @Bean
    AdmissionFilter admissionFilter(Admission admission) {
        return new AdmissionFilter(
                admission,
                OpenPaths.withFilesOf(new PathMatchingResourcePatternResolver(), STATIC_LOCATIONS));
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemHandler problemHandler(ProblemWriter writer, WebSettings settings) {
        return new ProblemHandler(writer, settings.bodyLimit());
    }
}
