package io.syncopate.gateway.audit.feed;

import io.syncopate.gateway.audit.Audit;
import io.syncopate.gateway.audit.AuditEntries;
import io.syncopate.starter.time.RecurringTask;
import io.syncopate.starter.time.RecurringTasks;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;

/** Puts the audit together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
@Import(AuditConsumers.class)
class AuditConfiguration {

    @Bean
    Audit audit(AuditEntries entries, AuditSettings settings, Clock clock) {
        return new Audit(entries, settings.kept(), clock);
    }

    @Bean
    RecurringTask forgetAudit(RecurringTasks tasks, Audit audit, AuditSettings settings) {
        return tasks.every("forget-audit", settings.sweepEvery(), audit::forget);
    }
}
