package io.syncopate.gateway.audit;

import java.util.Arrays;

/** An event as its service told it, in the bytes of its contract: nothing of it is lost or read here. */
public final class RecordedEvent {

    private final byte[] bytes;

    public RecordedEvent(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedEvent event && Arrays.equals(bytes, event.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
