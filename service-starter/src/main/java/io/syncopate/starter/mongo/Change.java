package io.syncopate.starter.mongo;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One field that a command changed.
 *
 * @param field dotted path within the value
 * @param before null when it was not there
 * @param after null when it is gone
 */
record Change(String field, @Nullable Object before, @Nullable Object after) {

    static List<Change> between(Document before, Document after) {
        return between(before, after, before);
    }

    /**
     * As narrow as it can be: a field that {@code known} does not have is left alone, whoever wrote
     * it; a list changes as a whole.
     */
    static List<Change> between(Document before, Document after, Document known) {
        List<Change> changes = new ArrayList<>();
        collect("", before, after, known, changes);
        return List.copyOf(changes);
    }

    private static void collect(
            String prefix,
            Map<?, ?> before,
            Map<?, ?> after,
            Map<?, ?> known,
            List<Change> changes) {
        after.forEach(
                (key, is) -> {
                    String field = prefix + key;
                    Object was = before.get(key);
                    if (was instanceof Map<?, ?> wasMap
                            && is instanceof Map<?, ?> isMap
                            && addressable(wasMap)
                            && addressable(isMap)) {
                        Map<?, ?> knownMap =
                                known.get(key) instanceof Map<?, ?> map ? map : Map.of();
                        collect(field + ".", wasMap, isMap, knownMap, changes);
                    } else if (!Objects.equals(was, is)) {
                        changes.add(new Change(field, was, is));
                    }
                });
        before.forEach(
                (key, was) -> {
                    if (!after.containsKey(key) && known.containsKey(key)) {
                        changes.add(new Change(prefix + key, was, null));
                    }
                });
    }

    /** A key with a dot or a leading dollar sign cannot be part of a path. */
    private static boolean addressable(Map<?, ?> fields) {
        return fields.keySet().stream()
                .map(String::valueOf)
                .noneMatch(key -> key.isEmpty() || key.startsWith("$") || key.contains("."));
    }

    Document toDocument(Unrecorded unrecorded) {
        Document document = new Document("field", field);
        if (unrecorded.covers(field)) {
            return document.append("withheld", true);
        }
        if (before != null) {
            document.append("before", unrecorded.without(field, before));
        }
        if (after != null) {
            document.append("after", unrecorded.without(field, after));
        }
        return document;
    }
}
