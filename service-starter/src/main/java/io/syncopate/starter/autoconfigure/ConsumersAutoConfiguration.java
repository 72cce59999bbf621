package io.syncopate.starter.autoconfigure;

import com.mongodb.client.MongoDatabase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.syncopate.proto.api.v1.EventFeedServiceGrpc;
import io.syncopate.proto.api.v1.ReadAllRequest;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.client.Backend;
import io.syncopate.starter.client.Backends;
import io.syncopate.starter.consumer.ConsumerRunner;
import io.syncopate.starter.consumer.Consumers;
import io.syncopate.starter.consumer.EventConsumer;
import io.syncopate.starter.eventlog.EventFeedGrpcService;
import io.syncopate.starter.eventlog.EventSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The consumers of a service that has some. */
@AutoConfiguration(after = {EventLogAutoConfiguration.class, BackendsAutoConfiguration.class})
@ConditionalOnBean({MongoDatabase.class, EventConsumer.class})
@EnableConfigurationProperties(ConsumersProperties.class)
public class ConsumersAutoConfiguration {

    @Bean
    ConsumerRunner consumerRunner(
            List<EventConsumer> consumers,
            Backends backends,
            ObjectProvider<EventFeedGrpcService> ownFeed,
            MongoDatabase database,
            ConsumersProperties properties,
            ServiceName service,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return Consumers.runner(
                consumers,
                source ->
                        source.equals(service.value())
                                ? ownFeed.getObject()
                                : feedOf(source, backends),
                database,
                properties.toSettings(),
                service,
                clock,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    private static EventSource feedOf(String source, Backends backends) {
        Backend<EventFeedServiceGrpc.EventFeedServiceBlockingStub> feed =
                backends.backend(source, EventFeedServiceGrpc::newBlockingStub);
        // Not repeated here: a consumer that fails reads again by itself.
        return request -> feed.once(stub -> stub.readAll(within(feed.deadline(), request)));
    }

    /** A read that waits until its deadline ends as if the service were away. */
    static ReadAllRequest within(Duration deadline, ReadAllRequest request) {
        var wait = request.getWait();
        Duration longest = deadline.dividedBy(2);
        if (Duration.ofSeconds(wait.getSeconds(), wait.getNanos()).compareTo(longest) <= 0) {
            return request;
        }
        var shorter =
                com.google.protobuf.Duration.newBuilder()
                        .setSeconds(longest.getSeconds())
                        .setNanos(longest.getNano());
        return request.toBuilder().setWait(shorter).build();
    }
}
