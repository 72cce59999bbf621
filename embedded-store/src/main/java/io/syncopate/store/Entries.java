package io.syncopate.store;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks the entries of an index over a snapshot of its map, in either direction. */
final class Entries implements Iterator<Long> {

    private final Cursor<byte[], byte[]> cursor;
    private final byte[] from;
    private final byte[] to;
    private final boolean backwards;
    private byte @Nullable [] next;

    Entries(MVMap<byte[], byte[]> map, byte[] from, byte[] to, boolean backwards) {
        this.from = from;
        this.to = to;
        this.backwards = backwards;
        this.cursor = map.cursor(backwards ? to : from, null, backwards);
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Long next() {
        byte[] current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        advance();
        return OrderedIndex.position(current);
    }

    private void advance() {
        next = null;
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            if (backwards && Arrays.compareUnsigned(key, to) >= 0) {
                continue;
            }
            boolean inside =
                    backwards
                            ? Arrays.compareUnsigned(key, from) >= 0
                            : Arrays.compareUnsigned(key, to) < 0;
            if (inside) {
                next = key;
            }
            return;
        }
    }
}
