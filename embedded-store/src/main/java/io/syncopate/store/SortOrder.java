package io.syncopate.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sorts documents that no index has in order. Reads the values of each document once: reading them in each comparison took
 * 0.6 s for 20,000 documents.
 */
record SortOrder(List<String> fields, List<ValueComparator> comparators) {

    private record Keyed(Document document, Object[] values) {}

    static SortOrder of(Document orderBy) {
        return new SortOrder(
                List.copyOf(orderBy.keySet()),
                orderBy.values().stream()
                        .map(
                                direction ->
                                        ((Number) direction).intValue() > 0
                                                ? ValueComparator.asc()
                                                : ValueComparator.desc())
                        .toList());
    }

    Stream<Document> sort(Stream<Document> documents) {
        Comparator<Keyed> order = this::compare;
        return documents.map(this::keyed).sorted(order).map(Keyed::document);
    }

    private Keyed keyed(Document document) {
        return new Keyed(
                document,
                fields.stream()
                        .map(field -> Utils.getSubdocumentValueCollectionAware(document, field))
                        .toArray());
    }

    private int compare(Keyed left, Keyed right) {
        for (int i = 0; i < comparators.size(); i++) {
            int difference = compare(comparators.get(i), left.values()[i], right.values()[i]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** The library's comparator puts the first of two empty lists before the second, whichever it is. */
    private static int compare(ValueComparator comparator, Object left, Object right) {
        return isEmptyList(left) && isEmptyList(right) ? 0 : comparator.compare(left, right);
    }

    private static boolean isEmptyList(Object value) {
        return value instanceof Collection<?> list && list.isEmpty();
    }
}
