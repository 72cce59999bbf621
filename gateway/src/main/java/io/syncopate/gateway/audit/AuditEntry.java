package io.syncopate.gateway.audit;

import io.syncopate.kernel.TenantId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One event in the audit, with what it is looked for by.
 *
 * @param id the same each time that the event comes
 * @param time when it happened, in milliseconds
 * @param position in its partition of its service's log: tells apart what happened to one thing in
 *     the same millisecond
 * @param type such as {@code syncopate.assessment.v1.ProgramAccepted}
 * @param subject resource name of what it happened to
 * @param actor uid of who did it, or {@code service.<name>}
 */
public record AuditEntry(
        TenantId tenant,
        String id,
        Instant time,
        long position,
        String type,
        String subject,
        String actor,
        RecordedEvent event) {

    public AuditEntry {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }
}
