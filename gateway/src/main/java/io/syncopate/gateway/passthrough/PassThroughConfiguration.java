package io.syncopate.gateway.passthrough;

import io.grpc.ServerInterceptors;
import io.syncopate.gateway.backend.Backends;
import io.syncopate.gateway.proxy.CallAuthority;
import io.syncopate.gateway.proxy.OpenStreams;
import io.syncopate.gateway.security.Admission;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

import java.util.List;

/** Puts the side of gRPC together, where a port is set. */
@Configuration(proxyBeanMethods = false)
@Conditional(PassThroughConfiguration.WherePortIsSet.class)
@EnableConfigurationProperties(PassThroughSettings.class)
class PassThroughConfiguration {

    /** Set to nothing is not set. */
    static final class WherePortIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(
                    context.getEnvironment().getProperty("syncopate.gateway.grpc.port"));
        }
    }

    @Bean
    GrpcDoor grpcDoor(
            PassThroughSettings settings,
            ServerProperties web,
            Backends backends,
            Admission admission,
            CallAuthority authority,
            OpenStreams streams) {
        var known = new AdmissionInterceptor(admission);
        return new GrpcDoor(
                settings,
                web.getAddress(),
                List.of(
                        new HealthService(backends).bindService(),
                        ServerInterceptors.intercept(new ReflectionService(backends), known)),
                new PassedMethods(backends, known, new PassThrough(authority, streams)),
                streams);
    }
}
