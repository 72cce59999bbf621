package io.syncopate.starter.autoconfigure;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.eventlog.EventFeedGrpcService;
import io.syncopate.starter.eventlog.EventLog;
import io.syncopate.starter.eventlog.RelayRunner;
import io.syncopate.starter.eventlog.Watches;
import io.syncopate.starter.mongo.MongoAggregates;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerAutoConfiguration;
import org.springframework.boot.grpc.server.autoconfigure.GrpcServerServicesAutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.util.List;

/** The event log of a service that has aggregates. */
@AutoConfiguration(
        after = MongoAutoConfiguration.class,
        before = {GrpcServerServicesAutoConfiguration.class, GrpcServerAutoConfiguration.class})
@ConditionalOnBean({MongoDatabase.class, MongoAggregates.class})
@EnableConfigurationProperties(EventLogProperties.class)
public class EventLogAutoConfiguration {

    @Bean
    EventLog eventLog(
            MongoDatabase database,
            List<MongoAggregates<?>> sources,
            ServiceName service,
            EventLogProperties properties,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new EventLog(
                database,
                sources,
                properties.namespace(),
                service,
                properties.pollInterval(),
                properties.leaseLife(),
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    RelayRunner relayRunner(EventLog log) {
        return log.runner();
    }

    @Bean
    Watches watches(EventLog log) {
        return log.watches();
    }

    @Bean
    EventFeedGrpcService eventFeedGrpcService(EventLog log) {
        return log.service();
    }
}
