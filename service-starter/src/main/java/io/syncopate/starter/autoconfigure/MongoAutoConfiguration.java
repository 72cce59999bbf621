package io.syncopate.starter.autoconfigure;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.mongo.MongoHealthIndicator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.annotation.Bean;

import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The service's database. {@code syncopate.mongodb.enabled=false} leaves it out. */
@AutoConfiguration(
        after = CoreAutoConfiguration.class,
        afterName =
                "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty(name = "syncopate.mongodb.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MongodbProperties.class)
public class MongoAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MongoClient mongoClient(
            MongodbProperties properties,
            ServiceName service,
            ObjectProvider<CommandListener> listeners,
            ObjectProvider<MeterRegistry> meters) {
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder()
                        .applicationName("syncopate-" + service)
                        .applyConnectionString(new ConnectionString(properties.uri()))
                        // Journaled by the server's own default: an explicit j:false makes a
                        // majority wait for the next journal sync, 40 times as long.
                        .writeConcern(WriteConcern.MAJORITY)
                        .applyToClusterSettings(
                                cluster ->
                                        cluster.serverSelectionTimeout(
                                                properties.selectionTimeout().toMillis(),
                                                TimeUnit.MILLISECONDS))
                        .applyToSocketSettings(
                                socket ->
                                        socket.readTimeout(
                                                properties.readTimeout().toMillis(),
                                                TimeUnit.MILLISECONDS));
        listeners.orderedStream().forEach(settings::addCommandListener);
        meters.ifAvailable(
                registry ->
                        settings.addCommandListener(new MongoMetricsCommandListener(registry))
                                .applyToConnectionPoolSettings(
                                        pool ->
                                                pool.addConnectionPoolListener(
                                                        new MongoMetricsConnectionPoolListener(
                                                                registry))));
        return MongoClients.create(settings.build());
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase mongoDatabase(
            MongoClient client, MongodbProperties properties, ServiceName service) {
        String name =
                Objects.requireNonNullElseGet(
                        properties.database(),
                        () -> "syncopate_" + service.value().replace('-', '_'));
        return client.getDatabase(name);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnEnabledHealthIndicator("mongo")
    MongoHealthIndicator mongoHealthIndicator(MongoDatabase database) {
        return new MongoHealthIndicator(database);
    }
}
