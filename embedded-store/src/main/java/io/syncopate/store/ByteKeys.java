package io.syncopate.store;

import java.util.Arrays;

/** Arithmetic on keys that are compared as unsigned bytes. */
final class ByteKeys {

    private ByteKeys() {}

    static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    /** The smallest key that is greater than every key that starts with this one; the first byte is never 0xFF. */
    static byte[] after(byte[] prefix) {
        int last = prefix.length - 1;
        while (prefix[last] == (byte) 0xFF) {
            last--;
        }
        byte[] after = Arrays.copyOf(prefix, last + 1);
        after[last]++;
        return after;
    }

    static byte[] complement(byte[] key) {
        byte[] complement = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            complement[i] = (byte) ~key[i];
        }
        return complement;
    }
}
