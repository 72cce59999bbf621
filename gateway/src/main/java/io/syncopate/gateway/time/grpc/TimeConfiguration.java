package io.syncopate.gateway.time.grpc;

import io.syncopate.gateway.security.SecuritySettings;
import io.syncopate.gateway.time.AdvanceTime;
import io.syncopate.gateway.time.PlatformTime;
import io.syncopate.kernel.TenantId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever reads the developer's key started the installation: its tenant keeps the time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(PlatformTime.class)
class TimeConfiguration {

    @Bean
    AdvanceTime advanceTime(PlatformTime time, SecuritySettings settings) {
        return new AdvanceTime(time, new TenantId(settings.developer().tenant()));
    }
}
