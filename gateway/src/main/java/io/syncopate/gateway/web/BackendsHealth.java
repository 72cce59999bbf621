package io.syncopate.gateway.web;

import io.syncopate.gateway.backend.Backend;
import io.syncopate.gateway.backend.Backends;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * How the backends stand. A gateway without one of them is still ready: the others' calls must get
 * through, and the missing one's get 503. It is not ready before it has asked each once.
 */
final class BackendsHealth implements HealthIndicator {

    private final Backends backends;

    BackendsHealth(Backends backends) {
        this.backends = backends;
    }

    @Override
    public Health health() {
        boolean asked = backends.all().stream().noneMatch(b -> b.state() == Backend.State.UNKNOWN);
        var health = asked ? Health.up() : Health.status(Status.OUT_OF_SERVICE);
        backends.all().forEach(b -> health.withDetail(b.name(), b.state().name()));
        return health.build();
    }
}
