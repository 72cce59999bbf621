package io.syncopate.starter.mongo;

import io.syncopate.kernel.TenantId;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The partitions of a service's event log; each is in order and has one writer at a time. */
public final class Partitions {

    /** Fixed for good: an aggregate must not move to another partition. */
    public static final int COUNT = 4;

    private Partitions() {}

    static int of(TenantId tenant, String aggregate) {
        CRC32C hash = new CRC32C();
        hash.update((tenant.value() + "/" + aggregate).getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % COUNT);
    }
}
