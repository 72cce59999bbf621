package io.syncopate.starter.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service is reached over gRPC, besides Boot's own {@code spring.grpc.server.*}.
 *
 * @param networkEnabled false serves in process alone, under {@code spring.grpc.server.inprocess.name}
 */
@ConfigurationProperties("syncopate.grpc")
public record GrpcProperties(@DefaultValue("true") boolean networkEnabled) {}
