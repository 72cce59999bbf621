package io.syncopate.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An index in one ordered map: the encoded values of the indexed fields, then the position of the document. A document
 * with a list has an entry per element. A document whose values cannot be encoded has one entry in a section of its own,
 * which every search reads, so that an index never hides a document.
 */
final class OrderedIndex extends Index<Long> {

    private static final byte[] NOTHING = {};

    /** There once was a document with a list: ranges may then not be intersected and the order is not one of documents. */
    private static final byte[] LISTS_MARKER = {0};

    private static final byte UNORDERED = 1;
    private static final byte ORDERED = 2;

    private final MVMap<byte[], byte[]> map;
    private final boolean unique;
    private final LongFunction<Document> documents;

    OrderedIndex(
            String name,
            List<IndexKey> keys,
            boolean unique,
            boolean sparse,
            MVMap<byte[], byte[]> map,
            LongFunction<Document> documents) {
        super(name, keys, sparse);
        this.map = map;
        this.unique = unique;
        this.documents = documents;
    }

    /** How this index answers a query, or null when it is of no use for it. */
    @Nullable IndexPlan plan(QueryBounds query, @Nullable Document orderBy) {
        return IndexPlan.of(this, query, orderBy);
    }

    boolean hasLists() {
        return map.containsKey(LISTS_MARKER);
    }

    boolean hasUnordered() {
        byte[] first = map.ceilingKey(new byte[] {UNORDERED});
        return first != null && first[0] == UNORDERED;
    }

    boolean leavesOut() {
        return isSparse();
    }

    byte[] sectionPrefix() {
        return new byte[] {ORDERED};
    }

    Stream<Long> unordered() {
        return scan(new byte[] {UNORDERED}, new byte[] {ORDERED}, false);
    }

    /** The positions of the entries from one key on up to, and without, another one. */
    Stream<Long> scan(byte[] from, byte[] to, boolean backwards) {
        Iterable<Long> positions = () -> new Entries(map, from, to, backwards);
        return StreamSupport.stream(positions.spliterator(), false);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && isUnique() == other.isUnique()
                && describe(getKeys()).equals(describe(other.getKeys()));
    }

    private static List<String> describe(List<IndexKey> keys) {
        return keys.stream().map(IndexKey::toString).toList();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Long> collection) {
        check(document, null, collection);
    }

    @Override
    public void checkUpdate(
            Document oldDocument, Document newDocument, MongoCollection<Long> collection) {
        if (unique && !sameEntries(oldDocument, newDocument)) {
            check(newDocument, getPosition(oldDocument), collection);
        } else {
            entries(newDocument);
        }
    }

    @Override
    public void add(Document document, Long position, MongoCollection<Long> collection) {
        Entered entered = entries(document);
        if (entered.lists() && !hasLists()) {
            map.put(LISTS_MARKER, NOTHING);
        }
        for (byte[] key : entered.keys()) {
            map.put(withPosition(key, position), NOTHING);
        }
    }

    void remove(Document document, Long position) {
        for (byte[] key : entries(document).keys()) {
            map.remove(withPosition(key, position));
        }
    }

    @Override
    public void updateInPlace(
            Document oldDocument,
            Document newDocument,
            Long position,
            MongoCollection<Long> collection) {
        if (!sameEntries(oldDocument, newDocument)) {
            remove(oldDocument, position);
            add(newDocument, position, collection);
        }
    }

    @Override
    public @Nullable Long remove(Document document) {
        Long position = getPosition(document);
        if (position != null) {
            remove(document, position);
        }
        return position;
    }

    /** The position of a document that is in a unique index; null for any other index, which cannot tell it. */
    @Override
    public @Nullable Long getPosition(Document document) {
        return unique ? holder(document, null) : null;
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // the collection asks for a plan instead
    }

    @Override
    public Iterable<Long> getPositions(Document query) {
        throw new UnsupportedOperationException("The collection asks for a plan instead.");
    }

    @Override
    public long getCount() {
        return map.sizeAsLong() - (hasLists() ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // The database removes the map.
    }

    private void check(Document document, @Nullable Long self, MongoCollection<Long> collection) {
        if (unique) {
            if (holder(document, self) != null) {
                throw new DuplicateKeyError(
                        this,
                        collection,
                        getKeys(),
                        new KeyValue(Arrays.asList(valuesOf(document))));
            }
        } else {
            entries(document); // refuses two lists beside each other
        }
    }

    /** The position of a document, other than the given one, that has one of this document's keys. */
    private @Nullable Long holder(Document document, @Nullable Long self) {
        Entered entered = entries(document);
        if (entered.keys().isEmpty()) {
            return null;
        }
        boolean ordered = entered.keys().iterator().next()[0] == ORDERED;
        if (ordered) {
            for (byte[] key : entered.keys()) {
                Long holder =
                        scan(key, ByteKeys.after(key), false)
                                .filter(position -> !position.equals(self))
                                .findFirst()
                                .orElse(null);
                if (holder != null) {
                    return holder;
                }
            }
            if (!hasUnordered()) {
                return null;
            }
        }
        Set<KeyValue> values = getKeyValues(document);
        Stream<Long> others =
                ordered
                        ? unordered()
                        : scan(new byte[] {UNORDERED}, new byte[] {ORDERED + 1}, false);
        return others.filter(position -> !position.equals(self))
                .filter(
                        position ->
                                getKeyValues(documents.apply(position)).stream()
                                        .anyMatch(values::contains))
                .findFirst()
                .orElse(null);
    }

    private boolean sameEntries(Document left, Document right) {
        Set<byte[]> leftKeys = entries(left).keys();
        Set<byte[]> rightKeys = entries(right).keys();
        if (leftKeys.size() != rightKeys.size()) {
            return false;
        }
        Iterator<byte[]> other = rightKeys.iterator();
        for (byte[] key : leftKeys) {
            if (!Arrays.equals(key, other.next())) {
                return false;
            }
        }
        // Two documents of the unordered section share their entry and may still have different
        // values.
        return leftKeys.isEmpty() || leftKeys.iterator().next()[0] == ORDERED || !unique;
    }

    private record Entered(Set<byte[]> keys, boolean lists) {}

    private Entered entries(Document document) {
        Object[] values = valuesOf(document);
        int list = -1;
        boolean severalLists = false;
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection) {
                severalLists |= list >= 0;
                list = i;
            }
        }
        if (isSparse() && Arrays.stream(values).allMatch(Missing.class::isInstance)) {
            return new Entered(Set.of(), false);
        }
        if (list < 0) {
            return new Entered(singleton(encode(values)), false);
        }
        if (severalLists) {
            getKeyValues(document); // throws when they are not below one list
            return new Entered(singleton(null), true);
        }
        return new Entered(elements(values, list), true);
    }

    private Object[] valuesOf(Document document) {
        return getKeys().stream()
                .map(key -> Utils.getSubdocumentValueCollectionAware(document, key.getKey()))
                .toArray();
    }

    private Set<byte[]> elements(Object[] values, int list) {
        Set<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        for (Object element : (Collection<?>) values[list]) {
            Object[] single = values.clone();
            single[list] = element;
            byte[] key = encode(single);
            if (key == null) {
                return singleton(null);
            }
            keys.add(key);
        }
        return keys.isEmpty() ? singleton(null) : keys;
    }

    private static Set<byte[]> singleton(byte @Nullable [] key) {
        Set<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
        keys.add(key == null ? new byte[] {UNORDERED} : key);
        return keys;
    }

    private byte @Nullable [] encode(Object[] values) {
        KeyEncoder encoder = new KeyEncoder();
        encoder.append(ORDERED);
        for (int i = 0; i < values.length; i++) {
            if (!encoder.append(values[i], getKeys().get(i).isAscending())) {
                return null;
            }
        }
        return encoder.bytes();
    }

    private static byte[] withPosition(byte[] key, long position) {
        return ByteBuffer.allocate(key.length + Long.BYTES).put(key).putLong(position).array();
    }

    static long position(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }
}
