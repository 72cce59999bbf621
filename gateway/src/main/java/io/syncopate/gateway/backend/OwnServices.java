package io.syncopate.gateway.backend;

import io.syncopate.gateway.background.Phases;

import org.springframework.boot.grpc.server.autoconfigure.GrpcServerProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.InProcessGrpcServerFactory;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;

/**
 * The gateway's own gRPC services, up for as long as there are requests. Spring Boot's bean of this
 * name starts after the web server and stops before it: people and keys would be away meanwhile.
 */
@Configuration(proxyBeanMethods = false)
class OwnServices {

    @Bean
    GrpcServerLifecycle inProcessGrpcServerLifecycle(
            InProcessGrpcServerFactory services,
            GrpcServerProperties settings,
            ApplicationEventPublisher events) {
        return new GrpcServerLifecycle(services, settings.getShutdown().getGracePeriod(), events) {
            @Override
            public int getPhase() {
                return Phases.OWN_SERVICES;
            }
        };
    }
}
