package io.syncopate.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The parts of an index that hold every document a query can find: fields that must equal something, then at most one
 * with limits. What comes out still has to be matched.
 *
 * @param ordered whether the documents come in the order that was asked for
 */
record IndexPlan(
        OrderedIndex index, List<Section> sections, boolean ordered, boolean backwards, int worth) {

    /** Beyond this many combinations of {@code $in} values the remaining fields are left to the matcher. */
    private static final int MOST_SECTIONS = 256;

    private static final int EQUAL = 10;
    private static final int RANGE = 6;
    private static final int ORDER = 5;

    /** From one key up to, and without, another. */
    record Section(byte[] from, byte[] to) {}

    Stream<Long> positions() {
        Stream<Long> found =
                sections.stream().flatMap(s -> index.scan(s.from(), s.to(), backwards));
        if (index.hasUnordered()) {
            found = Stream.concat(found, index.unordered());
        }
        return index.hasLists() ? found.distinct() : found;
    }

    static @Nullable IndexPlan of(
            OrderedIndex index, QueryBounds query, @Nullable Document orderBy) {
        List<IndexKey> keys = index.getKeys();
        boolean lists = index.hasLists();
        List<byte[]> prefixes = List.of(index.sectionPrefix());
        int equal = 0;
        boolean present = false;
        while (equal < keys.size()) {
            IndexKey key = keys.get(equal);
            List<@Nullable Object> values = query.valuesOf(key.getKey());
            if (values == null
                    || prefixes.size() * (long) values.size() > MOST_SECTIONS
                    || (lists && values.contains(null))) {
                break;
            }
            present |= !values.contains(null);
            prefixes = extend(prefixes, values, key.isAscending());
            equal++;
        }
        QueryBounds.Range range =
                equal < keys.size() ? query.rangeOf(keys.get(equal).getKey()) : null;
        present |= range != null;
        Boolean backwards =
                prefixes.size() > 1 || lists || index.hasUnordered()
                        ? null
                        : direction(keys, equal, orderBy);
        if (equal == 0 && range == null && backwards == null || index.leavesOut() && !present) {
            return null;
        }
        List<Section> sections =
                range == null
                        ? prefixes.stream().map(p -> new Section(p, ByteKeys.after(p))).toList()
                        : limited(prefixes, range, keys.get(equal).isAscending(), lists);
        int worth = equal * EQUAL + (range == null ? 0 : RANGE) + (backwards == null ? 0 : ORDER);
        return new IndexPlan(
                index, sections, backwards != null, Boolean.TRUE.equals(backwards), worth);
    }

    private static List<byte[]> extend(
            List<byte[]> prefixes, List<@Nullable Object> values, boolean ascending) {
        Set<byte[]> encoded = new TreeSet<>(Arrays::compareUnsigned);
        for (Object value : values) {
            KeyEncoder encoder = new KeyEncoder();
            encoder.append(value, ascending);
            encoded.add(encoder.bytes());
        }
        List<byte[]> extended = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            for (byte[] value : encoded) {
                extended.add(ByteKeys.join(prefix, value));
            }
        }
        return extended;
    }

    /** With lists one element may keep the lower limit and another the upper one, so only one of the two can be used. */
    private static List<Section> limited(
            List<byte[]> prefixes, QueryBounds.Range range, boolean ascending, boolean lists) {
        byte[] low = range.low() == null ? null : KeyEncoder.encode(range.low());
        byte[] high =
                range.high() == null || lists && low != null
                        ? null
                        : KeyEncoder.encode(range.high());
        byte[] type = {(low != null ? low : Objects.requireNonNull(high))[0]};
        byte[] from = low == null ? type : low;
        byte[] to = high == null ? type : high;
        List<Section> sections = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            byte[] first = ByteKeys.join(prefix, ascending ? from : ByteKeys.complement(to));
            byte[] last = ByteKeys.join(prefix, ascending ? to : ByteKeys.complement(from));
            sections.add(new Section(first, ByteKeys.after(last)));
        }
        return sections;
    }

    /** FALSE when the index has the asked order, TRUE when it has it from the end, null when it has not. */
    private static @Nullable Boolean direction(
            List<IndexKey> keys, int equal, @Nullable Document orderBy) {
        if (orderBy == null || orderBy.isEmpty()) {
            return null;
        }
        Set<String> fixed = new TreeSet<>();
        for (IndexKey key : keys.subList(0, equal)) {
            fixed.add(key.getKey());
        }
        Boolean backwards = null;
        int next = equal;
        for (Map.Entry<String, Object> order : orderBy.entrySet()) {
            if (fixed.contains(order.getKey())) {
                continue;
            }
            if (next == keys.size()
                    || !keys.get(next).getKey().equals(order.getKey())
                    || !(order.getValue() instanceof Number direction)) {
                return null;
            }
            boolean reversed = keys.get(next).isAscending() != direction.intValue() > 0;
            if (backwards != null && backwards != reversed) {
                return null;
            }
            backwards = reversed;
            next++;
        }
        return backwards == null ? Boolean.FALSE : backwards;
    }
}
