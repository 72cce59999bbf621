package io.syncopate.starter.autoconfigure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.syncopate.kernel.OneByOne;
import io.syncopate.starter.ServiceName;
import io.syncopate.starter.background.BackgroundWork;
import io.syncopate.starter.cpu.CpuPool;
import io.syncopate.starter.time.RecurringTasks;
import io.syncopate.starter.time.ToldFailures;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** The service's name, its clock, what comes again as time passes, and its pool for computing. */
@AutoConfiguration
@EnableConfigurationProperties(CpuProperties.class)
public class CoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ServiceName serviceName(@Value("${spring.application.name:}") String name) {
        return new ServiceName(name);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    RecurringTasks recurringTasks(Clock clock) {
        return new RecurringTasks(clock);
    }

    @Bean
    @ConditionalOnMissingBean
    OneByOne oneByOne(ObjectProvider<MeterRegistry> meters) {
        return new OneByOne(new ToldFailures(meters.getIfUnique(() -> Metrics.globalRegistry)));
    }

    @Bean
    @ConditionalOnMissingBean
    CpuPool cpuPool(CpuProperties properties) {
        return new CpuPool(
                properties.effectiveThreads(), properties.waiting(), properties.shutdownGrace());
    }

    @Bean
    BackgroundLiveness backgroundLiveness(
            ObjectProvider<BackgroundWork> works, ApplicationContext context) {
        return new BackgroundLiveness(works, context);
    }

    @Bean
    MeterBinder cpuPoolMetrics(CpuPool pool) {
        return registry -> {
            Gauge.builder("syncopate.cpu.running", pool, CpuPool::running)
                    .description("Computations that run now")
                    .register(registry);
            Gauge.builder("syncopate.cpu.waiting", pool, CpuPool::waiting)
                    .description("Computations that wait for a thread")
                    .register(registry);
        };
    }
}
