package io.syncopate.store;

import de.bwaldvogel.mongo.bson.Document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a query says about each field that holds for every document it finds: the values it must equal one of, or limits.
 * Reads the top level, every {@code $and} and the limits that a {@code $or} has in common; anything else only narrows the result and is left to the matcher.
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
            boolean parts = entry.getValue() instanceof Collection<?>;
            if (entry.getKey().equals("$and") && parts) {
                parts(entry.getValue()).forEach(this::read);
            } else if (entry.getKey().equals("$or") && parts) {
                readAlternatives(parts(entry.getValue()).map(QueryBounds::new).toList());
            } else if (!entry.getKey().startsWith("$")) {
                read(entry.getKey(), entry.getValue());
            }
        }
    }

    private static Stream<Document> parts(Object list) {
        return ((Collection<?>) list)
                .stream().filter(Document.class::isInstance).map(Document.class::cast);
    }

    /** Reading on after a page asks for (a > x) or (a = x and b > y): all of it has a ≥ x. */
    private void readAlternatives(List<QueryBounds> alternatives) {
        if (alternatives.isEmpty()) {
            return;
        }
        Set<String> fields = new HashSet<>(alternatives.getFirst().low.keySet());
        fields.addAll(alternatives.getFirst().high.keySet());
        fields.addAll(alternatives.getFirst().equal.keySet());
        for (String field : fields) {
            loosest(alternatives, a -> a.limitOf(a.low, field), -1)
                    .ifPresent(value -> low.putIfAbsent(field, value));
            loosest(alternatives, a -> a.limitOf(a.high, field), 1)
                    .ifPresent(value -> high.putIfAbsent(field, value));
        }
    }

    private @Nullable Object limitOf(Map<String, Object> limits, String field) {
        List<@Nullable Object> values = equal.get(field);
        return values != null && values.size() == 1 ? values.getFirst() : limits.get(field);
    }

    /** The limit that all alternatives keep, when each has one and all are of one type. */
    private static Optional<Object> loosest(
            List<QueryBounds> alternatives,
            Function<QueryBounds, @Nullable Object> limit,
            int direction) {
        Object loosest = null;
        for (QueryBounds alternative : alternatives) {
            Object value = limit.apply(alternative);
            if (value == null || loosest != null && !KeyEncoder.sameType(value, loosest)) {
                return Optional.empty();
            }
            if (loosest == null
                    || Integer.signum(KeyEncoder.compare(value, loosest)) == direction) {
                loosest = value;
            }
        }
        return Optional.ofNullable(loosest);
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
