package io.syncopate.starter.autoconfigure;

import com.mongodb.client.MongoDatabase;

import io.syncopate.starter.ServiceName;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.operation.MongoOperations;
import io.syncopate.starter.operation.OperationKind;
import io.syncopate.starter.operation.OperationRunner;
import io.syncopate.starter.operation.Operations;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import java.time.Clock;
import java.util.List;

/** The operations of a service that has kinds of them. */
@AutoConfiguration(after = MongoAutoConfiguration.class, before = EventLogAutoConfiguration.class)
@ConditionalOnBean({MongoDatabase.class, OperationKind.class})
@EnableConfigurationProperties(OperationsProperties.class)
public class OperationsAutoConfiguration {

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
    OperationRunner operationRunner(Operations operations) {
        return operations.runner();
    }
}
