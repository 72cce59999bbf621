package io.syncopate.gateway.proxy;

import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.problem.ProblemWriter;
import io.syncopate.gateway.security.InternalTokens;
import io.syncopate.gateway.web.WebSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Flux;

/** Puts together what carries calls. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class ProxyConfiguration {

    @Bean
    CallAuthority callAuthority(InternalTokens tokens) {
        return new CallAuthority(tokens);
    }

    @Bean
    OpenStreams openStreams(StreamSettings settings) {
        return new OpenStreams(settings);
    }

    @Bean
    TranscodingFilter transcodingFilter(
            Backends backends,
            CallAuthority authority,
            WebSettings web,
            StreamSettings settings,
            OpenStreams streams,
            ProblemWriter problems) {
        return new TranscodingFilter(
                backends,
                authority,
                new RequestBody(
                        Math.toIntExact(web.bodyLimit().toBytes()),
                        Math.toIntExact(web.uploadLimit().toBytes()),
                        web.bodyTime()),
                streams,
                new StreamAnswer(settings, streams, problems));
    }

    /** One route for all: which method a path leads to is the backends' to say. */
    @Bean
    RouteLocator transcodedRoutes(TranscodingFilter filter) {
        Route route =
                Route.async().id("transcoding").uri("no://op").predicate(filter::handles).build();
        return () -> Flux.just(route);
    }
}
