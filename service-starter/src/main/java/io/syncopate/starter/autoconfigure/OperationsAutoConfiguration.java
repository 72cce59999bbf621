package io.syncopate.starter.autoconfigure;

import com.mongodb.client.MongoDatabase;

import io.syncopate.starter.ServiceName;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.MongoOperations;
import io.syncopate.starter.operation.OperationKind;
import io.syncopate.starter.operation.OperationRunner;
import io.syncopate.starter.operation.Operations;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The operations of a service that has kinds of them. */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = EventLogAutoConfiguration.class)
@ConditionalOnBean({MongoDatabase.class, OperationKind.class})
@EnableConfigurationProperties(OperationsProperties.class)
public class OperationsAutoConfiguration {

    /** Often enough for the bound on how many are forgotten at once. */
    private static final Duration FORGET = Duration.ofSeconds(10);

    @Bean
    MongoOperations mongoOperations(MongoDatabase database, ServiceName service, Clock clock) {
        return new MongoOperations(database, service, clock);
    }

    @Bean
    Operations operations(
            MongoOperations operations,
            List<OperationKind> kinds,
            CpuPool pool,
            OperationsProperties properties,
            ServiceName service,
            Clock clock) {
        return Operations.of(operations, kinds, pool, properties.toSettings(), service, clock);
    }

    @Bean
    OperationRunner operationRunner(Operations operations, RecurringTasks tasks) {
        OperationRunner runner = operations.runner();
        tasks.every("forget-operations", FORGET, runner::forgetExpired);
        return runner;
    }
}
