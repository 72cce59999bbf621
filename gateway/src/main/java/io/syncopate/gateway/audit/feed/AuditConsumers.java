package io.syncopate.gateway.audit.feed;

import io.syncopate.gateway.audit.Audit;
import io.syncopate.gateway.backend.BackendsSettings;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** One consumer for each backend that is configured, the gateway itself included. */
final class AuditConsumers implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        Binder.get(environment)
                .bindOrCreate("syncopate", BackendsSettings.class)
                .backends()
                .forEach(
                        (name, backend) ->
                                registry.registerBean(
                                        "auditConsumer-" + name,
                                        AuditConsumer.class,
                                        bean ->
                                                bean.supplier(
                                                        context ->
                                                                new AuditConsumer(
                                                                        name,
                                                                        backend.packages(),
                                                                        context.bean(
                                                                                Audit.class)))));
    }
}
