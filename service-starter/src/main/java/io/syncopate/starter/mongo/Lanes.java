package io.syncopate.starter.mongo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The second half of the shard key: a fixed hash of the item's id. It never changes once stored. */
public final class Lanes {

    public static final int COUNT = 16;

    private Lanes() {}

    public static int of(String id) {
        CRC32C hash = new CRC32C();
        hash.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % COUNT);
    }
}
