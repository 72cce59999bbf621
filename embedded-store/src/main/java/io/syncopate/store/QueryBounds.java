package io.syncopate.store;

import de.bwaldvogel.mongo.bson.Document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a query says about each field that holds for every document it finds: the values it must equal one of, or limits.
 * Reads the top level and every {@code $and}; anything else only narrows the result and is left to the matcher.
 */
final class QueryBounds {

    /** Limits are kept as inclusive ones; the matcher drops what is too much. */
    record Range(@Nullable Object low, @Nullable Object high) {}

    private final Map<String, List<@Nullable Object>> equal = new HashMap<>();
    private final Map<String, Object> low = new HashMap<>();
    private final Map<String, Object> high = new HashMap<>();

    QueryBounds(Document query) {
        read(query);
    }

    /** The values of which a field must have one; null when the query does not say. */
    @Nullable List<@Nullable Object> valuesOf(String field) {
        return equal.get(field);
    }

    @Nullable Range rangeOf(String field) {
        Object from = low.get(field);
        Object to = high.get(field);
        return from == null && to == null ? null : new Range(from, to);
    }

    private void read(Document query) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document document) {
                        read(document);
                    }
                }
            } else if (!entry.getKey().startsWith("$")) {
                read(entry.getKey(), entry.getValue());
            }
        }
    }

    private void read(String field, @Nullable Object condition) {
        if (!(condition instanceof Document document)) {
            equalTo(field, condition);
            return;
        }
        boolean operators = document.keySet().stream().anyMatch(key -> key.startsWith("$"));
        if (!operators) {
            equalTo(field, document);
            return;
        }
        for (Map.Entry<String, Object> operator : document.entrySet()) {
            switch (operator.getKey()) {
                case "$eq" -> equalTo(field, operator.getValue());
                case "$in" -> oneOf(field, operator.getValue());
                case "$gt", "$gte" -> limit(low, field, operator.getValue());
                case "$lt", "$lte" -> limit(high, field, operator.getValue());
                default -> {}
            }
        }
    }

    private void equalTo(String field, @Nullable Object value) {
        if (KeyEncoder.canEncode(value)) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(value);
            equal.put(field, values);
        }
    }

    private void oneOf(String field, @Nullable Object list) {
        if (list instanceof Collection<?> values
                && values.stream().allMatch(KeyEncoder::canEncode)) {
            equal.putIfAbsent(field, new ArrayList<>(values));
        }
    }

    private static void limit(Map<String, Object> limits, String field, @Nullable Object value) {
        if (value != null && KeyEncoder.canEncode(value)) {
            limits.putIfAbsent(field, value);
        }
    }
}
