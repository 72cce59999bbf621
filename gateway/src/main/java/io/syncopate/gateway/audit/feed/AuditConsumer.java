package io.syncopate.gateway.audit.feed;

import com.google.protobuf.Timestamp;

import io.syncopate.gateway.audit.Audit;
import io.syncopate.gateway.audit.AuditEntry;
import io.syncopate.gateway.audit.RecordedEvent;
import io.syncopate.kernel.Ids;
import io.syncopate.kernel.TenantId;
import io.syncopate.proto.api.v1.Event;
import io.syncopate.starter.consumer.Delivery;
import io.syncopate.starter.consumer.EventConsumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes down what one backend's log tells. */
final class AuditConsumer implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(AuditConsumer.class);
    private static final int MOST_REPORTED = 100;

    private final String backend;
    private final List<String> packages;
    private final Audit audit;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * @param packages that the backend may serve: it tells of nothing else, either
     */
    AuditConsumer(String backend, List<String> packages, Audit audit) {
        this.backend = backend;
        this.packages = List.copyOf(packages);
        this.audit = audit;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String source() {
        return backend;
    }

    @Override
    public boolean wants(Event event) {
        if (!packages.contains(packageOf(event.getType())) || !hasTenant(event)) {
            report(event);
            return false;
        }
        return audit.isKept(time(event));
    }

    @Override
    public void handle(Delivery delivery) {
        Event event = delivery.event();
        audit.add(
                new AuditEntry(
                        delivery.command().tenant(),
                        Ids.forCommand(delivery.command()),
                        time(event),
                        event.getPosition(),
                        event.getType(),
                        event.getSubject(),
                        event.getActor(),
                        new RecordedEvent(event.toByteArray())));
    }

    /** An audit that leaves out what it cannot write down is none: it waits until it can. */
    @Override
    public OnPoison onPoison() {
        return OnPoison.HALT;
    }

    private void report(Event event) {
        if (reported.size() < MOST_REPORTED && reported.add(event.getType())) {
            LOG.warn(
                    "Backend {}: its event {} of type {} in tenant '{}' is not put into the audit:"
                            + " expected a type of {} and a tenant",
                    backend,
                    event.getId(),
                    event.getType(),
                    event.getTenant(),
                    packages);
        }
    }

    private static boolean hasTenant(Event event) {
        try {
            return !new TenantId(event.getTenant()).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    private static Instant time(Event event) {
        Timestamp time = event.getTime();
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
